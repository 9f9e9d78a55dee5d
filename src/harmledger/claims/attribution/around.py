"""Those who have the word in a part of a text, whatever its sentences say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.attribution.posts import posted_by
from harmledger.claims.attribution.speakers import phrase, speaker_at
from harmledger.claims.attribution.turns import turn_at
from harmledger.claims.attribution.whole import giver_of
from harmledger.records import Speaker

if TYPE_CHECKING:
    from harmledger.claims.attribution.voices import Voices

__all__ = ["those_around"]


def those_around(voices: Voices, index: int, offset: int) -> Iterator[Speaker]:
    """The author of a post, who talks in a transcript, whose communique or broadcast it is.

    Of the word at ``offset`` in sentence ``index``, innermost first.
    """
    posted = posted_by(voices.text, offset)
    if posted is not None:
        yield speaker_at(voices.text, *posted)
        return
    turn = turn_at(voices.turns, offset) if voices.turns else None
    if turn is not None:
        yield speaker_at(voices.text, turn.start, turn.end)
    else:
        opened = voices.opened is not None and index > voices.opened
        giver = (_opener(voices) if opened else None) or voices.head.giver
        if giver is not None and not _signed_before(voices.text, offset):
            yield giver
    if voices.head.station is not None:
        yield voices.head.station


#: "[Signed] The Board", "SIGNED: A. NAME": the line with which a communique ends.
_SIGNED = re.compile(r"(?:^|\n)\s*\[?(?:SIGNED|Signed)\b[^\n]*(?:\n[^\n]+)*\n\s*\n")


def _signed_before(text: str, offset: int) -> bool:
    """Whether a signature stands before the place: what follows is the editor's."""
    return _SIGNED.search(text, 0, offset) is not None


def _opener(voices: Voices) -> Speaker | None:
    """Whose communique the rest of the text is."""
    parsed = voices.sentence(voices.opened) if voices.opened is not None else None
    if parsed is None or voices.opened is None:
        return None
    noun = giver_of(parsed)
    return phrase(parsed, noun) if noun is not None else voices.last_source(voices.opened)
