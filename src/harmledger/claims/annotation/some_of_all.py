"""Counts of some only by whom or where they count, beside a larger count of the same text.

"165 people were killed in Mumbai. The embassy said six Americans were killed": the six are among
the 165. So are those who died at each of several places that one attack struck.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from harmledger.claims.words.countryforms import country_forms
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["nationals_beside_all", "sites_of_one_attack"]

_COUNTED = frozenset(("asserted", "hedged"))
_TOWNS = frozenset(("city", "town"))
#: Claims before one among which the count of all is looked for.
_BACK = 40


@cache
def _countries() -> Mapping[str, str]:
    """By form the code of a country: "americans", "american"."""
    forms = country_forms()
    several = {f"{form}s": code for form, code in forms.items()}
    pairs = (pair.split("=", 1) for pair in words("only_some", "nationals"))
    return {**forms, **several, **dict(pairs)}


@cache
def _nothing_more() -> re.Pattern[str]:
    """What may stand behind "six Americans were killed": the same attack, or who said it."""
    events = alternatives(words("only_some", "same_event"))
    return re.compile(
        rf"\s*(?:in\s+(?:the|these|those)\s+(?:{events}))?\s*(?:,[^,;]*)?[.]?\s*", re.I
    )


def nationals_beside_all(text: str, claims: Sequence[Claim], at: int) -> str | None:
    """The nationality, where foreigners are counted beside a larger count of everybody.

    Only where the sentence tells no more of them than that they were harmed: with a place, a day
    or a way of their own they may have been harmed elsewhere.
    """
    claim = claims[at]
    people, basis, place = claim.population, claim.basis, claim.place
    surface = (people.surface or "").casefold() if people else ""
    country = _countries().get(surface)
    if country is None or basis is None or place is None or not place.country:
        return None
    if place.country == country or claim.actor is not None:
        return None
    if not _nothing_more().fullmatch(text, max(basis.end, claim.end), claim.sentence_end):
        return None
    here = claim.where.geonameid if claim.where else None
    for other in reversed(claims[max(0, at - _BACK) : at]):
        own = (other.population.surface or "").casefold() if other.population else ""
        there = other.where.geonameid if other.where else None
        if own not in _countries() and _larger(other, claim) and here in {None, there}:
            if not _same_day(other, claim):
                return None
            return surface
    return None


def _same_day(other: Claim, claim: Claim) -> bool:
    """Whether the claim has no day, or that of the other."""
    if claim.when is None:
        return True
    return other.when is not None and claim.when.start == other.when.start


def _larger(other: Claim, claim: Claim) -> bool:
    alike = (other.measure, other.unit) == (claim.measure, claim.unit)
    size = claim.low or claim.high or 0
    return alike and other.stance in _COUNTED and other.part_of is None and (other.low or 0) > size


def sites_of_one_attack(claims: Sequence[Claim]) -> dict[str, str]:
    """By the ids of claims of single places the place, where a count of the town stands before.

    Two places at least, by name and in no list: "at the Hill station 58 people died. Ten were
    killed at the Lake Cafe" behind "at least 80 were killed in Gao".
    """
    found: dict[str, str] = {}
    total: Claim | None = None
    for claim in claims:
        where = claim.where
        if claim.stance not in _COUNTED or claim.part_of is not None or where is None:
            continue
        if where.precision in _TOWNS:
            total = claim if claim.low is not None and claim.measure == "killed" else total
        elif total is not None and _at_a_site(claim, total):
            found[claim.id] = where.name
    return found if len({name.casefold() for name in found.values()}) > 1 else {}


def _at_a_site(claim: Claim, total: Claim) -> bool:
    where = claim.where
    named = where is not None and where.precision == "unresolved" and where.name[:1].isupper()
    told = claim.actor is None and _same_day(total, claim) and _larger(total, claim)
    same = claim.speaker is None or (
        total.speaker is not None and claim.speaker.name == total.speaker.name
    )
    near = where is not None and claim.sentence_start <= where.start < claim.sentence_end
    return named and told and same and near
