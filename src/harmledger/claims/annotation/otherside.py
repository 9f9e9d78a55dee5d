"""Harm on the other side: "on the Israeli side, four civilians have been killed since then".

The place told before, in which the others were counted, is not theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.words.countryforms import country_forms
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["with_other_sides"]

#: Characters between the words for a side and the number of those harmed there.
_REACH = 60
#: Characters between a place and the side on which it lies.
_BESIDE = 3


@cache
def _side() -> re.Pattern[str]:
    """ "On the Malian side of the border", "across the line", "on the Israeli side"."""
    borders = alternatives(words("places", "borders"))
    across = alternatives(words("places", "across"))
    return re.compile(
        rf"\bon\s+the\s+(?P<whose>\w+(?:\s\w+)?)\s+side(?P<border>\s+of\s+the\s+(?:{borders}))?\b"
        rf"|\b(?P<across>{across})\s+(?:of\s+)?the\s+(?:{borders})\b",
        re.IGNORECASE,
    )


def with_other_sides(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """``claims`` of one text in their order; those of the other side without the place of this one.

    Across a border always; "on the Israeli side" may be of one battle, so there only of a count
    that runs.
    """
    text = reading.text.text
    if " side" not in text and _side().search(text) is None:
        yield from claims
        return
    for at, claim in enumerate(claims):
        side = _side_of(text, claim, claims[max(0, at - 3) : at + 4])
        yield claim if side is None else _unplaced(claim, side)


def _side_of(text: str, claim: Claim, near: Sequence[Claim]) -> re.Match[str] | None:
    """The words for a side that stand with the claim, and with no other of its sentence."""
    for found in _side().finditer(text, claim.sentence_start, claim.sentence_end):
        if not (found["across"] or found["border"]):
            whose = " ".join(found["whose"].lower().split())
            if whose not in country_forms() or claim.scope != "cumulative":
                continue
        opens = not text[claim.sentence_start : found.start()].strip(" ,“\"'")
        ahead = found.end() <= claim.start
        low, high = (found.end(), claim.start) if ahead else (claim.end, found.start())
        between = any(low <= other.start < high for other in near if other is not claim)
        if (ahead and opens) or (0 <= high - low <= _REACH and not between):
            return found
    return None


def _unplaced(claim: Claim, side: re.Match[str]) -> Claim:
    """The claim without a place that stands apart from the words for the side."""
    where, story = claim.where, claim.story
    if where is not None:
        behind = side.end() <= where.start < claim.sentence_end
        # "In Gao on the Malian side of the border".
        here = claim.sentence_start <= where.start
        beside = here and 0 <= side.start() - where.end <= _BESIDE
        where = where if behind or beside else None
    if story is not None and story.where is not None:
        story = replace(story, where=None) if story.when is not None else None
    return replace(claim, where=where, story=story)
