"""Those who have the word in a part of a text, whatever its sentences say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from harmledger.claims.attribution.accounts import account_at, teller_of
from harmledger.claims.attribution.hearing import Hearing
from harmledger.claims.attribution.posts import posted_by
from harmledger.claims.attribution.speakers import phrase, speaker_at
from harmledger.claims.attribution.turns import turn_at
from harmledger.claims.attribution.whole import giver_of
from harmledger.records import Speaker

__all__ = ["those_around"]


def those_around(voices: Hearing, index: int, offset: int) -> Iterator[Speaker]:
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
        account = account_at(voices.accounts, offset) if giver is None else None
        giver = teller_of(voices, account) if account is not None else giver
        if giver is None and voices.teller is not None and offset > voices.teller[0]:
            giver = speaker_at(voices.text, *voices.teller[1])
        if giver is not None and offset < _signature_end(voices.text):
            yield giver
    if voices.head.station is not None:
        yield voices.head.station


#: "[Signed] The Board", "SIGNED: A. NAME": the line with which a communique ends, and a blank one.
_SIGNED = re.compile(r"^[ \t]*\[?(?:SIGNED|Signed)\b", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\n")


@lru_cache(maxsize=8)
def _signature_end(text: str) -> int:
    """Where the first signature ends, behind which the editor speaks; the text's end if none."""
    signed = _SIGNED.search(text)
    behind = _BLANK.search(text, signed.end()) if signed else None
    return behind.end() if behind else len(text)


def _opener(voices: Hearing) -> Speaker | None:
    """Whose communique the rest of the text is."""
    parsed = voices.sentence(voices.opened) if voices.opened is not None else None
    if parsed is None or voices.opened is None:
        return None
    noun = giver_of(parsed)
    return phrase(parsed, noun) if noun is not None else voices.last_source(voices.opened)
