"""Whose losses a count tells whose verb is told once: "the army lost 60 men, the militia 41"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from harmledger.claims.persons.glossed import glossed
from harmledger.claims.persons.sides import is_open, with_status
from harmledger.claims.persons.sidewords import side_of
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["with_side_of_first"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def with_side_of_first(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, such counts with the side told of them, else with that of the first.

    "The regiment lost 120 men at Arras, 60 at Cambrai": the 60 are of the regiment.
    """
    return [_like_the_first(text, c, claims) if is_open(c) and _bare(c) else c for c in claims]


def _bare(claim: Claim) -> bool:
    """Whether verb and noun are told with another count: "lost 60 men, the militia 41"."""
    own = claim.population
    told_once = claim.basis is not None and claim.basis.rule == "elided"
    return told_once and own is not None and not own.surface


def _like_the_first(text: str, claim: Claim, claims: Sequence[Claim]) -> Claim:
    """The count with the side that is named before it, else with that of the full clause."""
    if match := _other_side().search(text, claim.sentence_start, claim.start):
        names = glossed(text)
        sides = {side for word in _WORD.findall(match[1]) if (side := side_of(word, names))}
        return with_status(claim, sides.pop()) if len(sides) == 1 else claim
    before = [c for c in claims if c.start < claim.start and _one_verb(c, claim) and not _bare(c)]
    own = before[-1].population if before else None
    return claim if own is None or own.status == "unstated" else with_status(claim, own.status)


def _one_verb(one: Claim, other: Claim) -> bool:
    if one.basis is None or other.basis is None or one.measure != other.measure:
        return False
    return one.basis.start == other.basis.start


@cache
def _other_side() -> re.Pattern[str]:
    suffers = alternatives(words("grammar", "suffers"))
    return re.compile(
        rf"\b(?:{suffers})\s[^.;]*(?:,|\band)\s+(?:and\s+)?((?:the|its)\s+[^.,;\d]{{3,40}})\Z",
        re.IGNORECASE,
    )
