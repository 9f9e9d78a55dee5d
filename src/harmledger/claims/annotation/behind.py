"""The place right behind a number, or ahead of it: "1,500 were killed in Mosul and 400 in Basra".

"A raid in Mosul killed nine, one in Basra killed six".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.parsing.sideclauses import place_ahead
from harmledger.claims.places.mentions import Mention
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import NUMBER

if TYPE_CHECKING:
    from harmledger.claims.drafts.draft import Draft

__all__ = ["places_left", "right_ahead", "right_behind"]

_NUMBER = re.compile(rf"\b(?:{NUMBER})$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    """ "And 40 men in Basra": what stands between a number and the place of those it counts."""
    placing = alternatives(words("places", "behind_numbers"))
    return re.compile(rf"(?:\s+[a-z]+)?\s+(?:{placing})\s+(?:the\s+)?", re.IGNORECASE)


def _numbered(quote: str) -> bool:
    """Whether a quote ends in a number, in digits or in words: "at least four"; not "a man"."""
    return any(c.isdigit() for c in quote) or _NUMBER.search(quote) is not None


def right_behind(text: str, draft: Draft, here: list[Mention]) -> Mention | None:
    """The place that stands right behind the number of ``draft``; None where it has no number."""
    if not _numbered(text[draft.counted.start : draft.counted.end]):
        return None
    beside = (m for m in here if m.locative and m.start > draft.counted.end)
    return next((m for m in beside if _behind().fullmatch(text, draft.counted.end, m.start)), None)


def right_ahead(reading: Reading, index: int, draft: Draft) -> Mention | None:
    """The place of the pronoun that harmed those counted: "one in Basra killed six"."""
    sentence, counted = reading.sentences[index], draft.counted
    at = place_ahead(reading.text.text, sentence.start, sentence.end, (counted.start, counted.end))
    return next((m for m in reading.places(index) if at is not None and m.start == at), None)


def places_left(reading: Reading, index: int, draft: Draft) -> list[Mention]:
    """The places of a sentence that may be those of ``draft``.

    Neither a victim's name that is also a town's nor what stands right behind another number: in
    "12 killed, 15 injured in Basra" it may be of both, in "12 killed in Mosul and 15 in Basra" not;
    in "12 killed, 15 injured in Basra and 20 killed in Mosul" the 12 may share the first place.
    """
    text, here = reading.text.text, reading.places(index)
    if not here:
        return here
    counted = draft.counted
    beside = [
        (other.counted.end, found)
        for other in reading.drafts.get(index, ())
        if other.counted.start != counted.start
        and (found := right_behind(text, other, here)) is not None
    ]
    first = min((m.start for end, m in beside if end > counted.end), default=len(text))
    others = {
        found.start
        for end, found in beside
        if text[end : found.start].split()[0].lower() in words("places", "behind_numbers")
        or found.start > first
    }
    apart = (m for m in here if m.end <= counted.start or m.start >= counted.end)
    return [m for m in apart if m.start not in others]
