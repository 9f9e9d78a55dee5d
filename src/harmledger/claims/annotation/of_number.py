"""Counts of some of those told of: "six of the nine", "four of the women", "lost nine kin"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from harmledger.claims.annotation.totals_before import COUNTED
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import NUMBER, parse_number
from harmledger.records import Claim

__all__ = ["of_a_group_told", "of_a_number_told", "of_kin"]

_THE = rf"of\s+(?:the|those|these|its|their)\s+(?:same\s+)?(?P<number>{NUMBER})\b"
#: Behind the count: "six of the nine", "six people of the nine".
_BEHIND = re.compile(rf"\s+(?:[a-z]+\s+)?(?P<said>{_THE})", re.IGNORECASE)
#: At the opening of the sentence or clause: "Of the nine, four".
_OPENS = re.compile(rf"(?P<said>\b{_THE})[^.;:]{{0,60}}?\s$", re.IGNORECASE)
_REACH = 110
#: Claims before one among which the number is looked for.
_BACK = 40


def of_a_number_told(text: str, claims: Sequence[Claim], at: int) -> str | None:
    """The words "of the nine", where the text counted nine of the same measure before; else None.

    "Six of the nine passengers" where nobody counted nine dead says how many died.
    """
    claim = claims[at]
    size = claim.low or claim.high or 0
    first = max(claim.sentence_start, claim.start - _REACH)
    found = _BEHIND.match(text, claim.end, claim.sentence_end) or _OPENS.search(
        text[first : claim.start]
    )
    number = parse_number(found["number"]) if found is not None else None
    if found is None or number is None or number <= size:
        return None
    for other in claims[max(0, at - _BACK) : at]:
        same = other.measure == claim.measure and other.stance in COUNTED
        if same and number in {other.low, other.high}:
            return found["said"]
    return None


#: The rule of counts that go on from the sentences before.
_ONWARD = "onward"
_OF_GROUP = re.compile(r"\s+(?P<said>of\s+(?:the|those|these)\s+(?P<noun>[a-z][\w-]+))\b", re.I)


def of_a_group_told(text: str, claims: Sequence[Claim], at: int) -> str | None:
    """The words "of the women", where the text told of as many or more women harmed so before, or
    where no word of the sentence says that they were harmed."""
    claim = claims[at]
    size = claim.low or claim.high or 0
    found = _OF_GROUP.match(text, claim.end, claim.sentence_end)
    if found is None or not size:
        return None
    if claim.basis is not None and claim.basis.rule == _ONWARD:
        return found["said"]
    for other in claims[max(0, at - _BACK) : at]:
        same = other.measure == claim.measure and other.stance in COUNTED
        told = (other.population.surface if other.population else None) or ""
        apart = other.sentence_start < claim.sentence_start
        if same and apart and told.casefold().split()[-1:] == [found["noun"].casefold()]:
            return found["said"] if (other.low or other.high or size) >= size else None
    return None


@cache
def _kin() -> re.Pattern[str]:
    lost = alternatives(words("grammar", "losing"))
    who = alternatives(words("only_some", "kin_lost", "who"))
    return re.compile(
        rf"(?:(?P<by>\b(?:(?i:{who})|[A-Z][\w’'-]+))\s+(?:(?i:in|on|of|from|at)\s+(?:[\w-]+\s+){{1,3}}?)?)?"
        rf"(?:(?i:had|has|have|also)\s+){{0,2}}"
        rf"(?P<verb>(?i:{lost}))\s+(?:[a-z’'-]+\s+){{0,4}}?$"
    )


@cache
def _whom() -> tuple[re.Pattern[str], re.Pattern[str]]:
    of = alternatives(words("only_some", "kin_lost", "family"))
    kin = alternatives(words("only_some", "kin_lost"))
    near = alternatives(words("only_some", "kin_lost", "by_pronoun"))
    whose = r"(?:his|her|their|my|our)\s+(?:[a-z-]+\s+)?(?:family|household|clan)"
    before = r"\s+(?:(?:of\s+)?(?:his|her|their|my|our|close|other)\s+){0,2}"
    return (
        re.compile(rf"{before}(?:{kin}|(?:{of})\s+{whose})\b", re.IGNORECASE),
        re.compile(rf"{before}(?:{near})\b", re.IGNORECASE),
    )


def of_kin(text: str, claims: Sequence[Claim], at: int) -> str | None:
    """The words "lost nine relatives", where the text counts more than one person's kin."""
    claim = claims[at]
    size = claim.high or claim.low or 0
    lost = _kin().search(text[max(claim.sentence_start, claim.start - _REACH) : claim.start])
    if lost is None or claim.measure not in {"killed", "missing"}:
        return None
    kin, near = _whom()
    found = kin.match(text, claim.end, claim.sentence_end)
    if found is None and lost["by"]:
        found = near.match(text, claim.end, claim.sentence_end)
    if found is None or not any(_more(other, claim, size) for other in claims):
        return None
    return f"{lost['verb']} {claim.quote}{found[0]}"


def _more(other: Claim, claim: Claim, size: int) -> bool:
    same = other.measure == claim.measure and other.stance in COUNTED
    return same and other.part_of is None and (other.low or 0) > size
