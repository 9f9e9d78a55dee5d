"""Counts of some only by whom or where they count, beside a larger count of the same text.

"165 people were killed in Mumbai. The embassy said six Americans were killed": the six are among
the 165. So are those who died at each of several places that one attack struck.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from harmledger.claims.annotation.nations import nation_of
from harmledger.claims.annotation.totals_before import COUNTED
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["nationals_beside_all", "sites_of_one_attack"]

_TOWNS = frozenset(("city", "town"))
#: Claims before one among which the count of all is looked for.
_BACK = 40
#: Claims behind one that names its place, among which it is looked for.
_AHEAD = 8


@cache
def _nothing_more() -> re.Pattern[str]:
    """What may stand behind "six Americans were killed": the same attack, or who said it."""
    events = alternatives(words("only_some", "same_event"))
    return re.compile(
        rf"\s*(?:in\s+(?:the|these|those|[A-Z][a-z]+day[’']s)\s+(?:{events}))?\s*(?:,[^,;]*)?[.]?\s*",
        re.I,
    )


def nationals_beside_all(text: str, claims: Sequence[Claim], at: int) -> str | None:
    """The nationality, where foreigners are counted beside a larger count of everybody.

    Only where the sentence tells no more of them than that they were harmed, or has the place of
    the count of all: with a place, a day or a way of their own they may have been harmed elsewhere.
    """
    claim = claims[at]
    if (together := _some_together(text, claims, at)) is not None:
        return together
    basis, place = claim.basis, claim.place
    surface = (claim.population.surface if claim.population else None) or ""
    country = nation_of(claim)
    if country is None or basis is None or place is None or place.country == country:
        return None
    if _beside_others(text, claims, at) is not None:
        return None
    last = max(basis.end, claim.end)
    plain = _nothing_more().fullmatch(text, last, claim.sentence_end) is not None
    here = _town(claim)
    placed = claim.where is not None and claim.sentence_start <= claim.where.start
    # "The 66 injured Australians were flown home": it tells of them after they were harmed.
    plain = plain or surface.casefold().startswith(f"{basis.word.casefold()} ")
    near = [*reversed(claims[max(0, at - _BACK) : at])]
    behind = claims[at + 1 : at + 1 + _AHEAD] if placed else ()
    for other in (*near, *behind) if plain or placed else ():
        if nation_of(other) is not None or not _larger(other, claim):
            continue
        if here not in {None, _town(other)}:
            continue
        alone = claim.actor is None or other.actor is None
        day = _same_day(other, claim) or (placed and other.when is None)
        return surface if day and (alone or _actor(claim) == _actor(other)) else None
    return None


def _beside_others(text: str, claims: Sequence[Claim], at: int) -> tuple[Claim, Claim] | None:
    """The two counts of one breath with the claim: "58 foreigners and four Egyptians died"."""
    own = claims[at]
    for first, second in pairwise(claims[max(0, at - 1) : at + 2]):
        alike = first.measure == second.measure and first.unit == second.unit
        alone = first.part_of is None and second.part_of is None
        if not (alike and alone and own in (first, second)):
            continue
        if not (nation_of(first) or nation_of(second)):
            continue
        if _and_others().fullmatch(text, first.end, second.start):
            return first, second
    return None


def _some_together(text: str, claims: Sequence[Claim], at: int) -> str | None:
    """Two groups told in one breath are no part of each other, but both of all, where more are
    counted before: "68 people died ... 58 foreigners and four Egyptians lost their lives"."""
    pair = _beside_others(text, claims, at)
    if pair is None:
        return None
    both = sum(claim.low or 0 for claim in pair)
    for other in reversed(claims[max(0, at - _BACK) : at]):
        if other not in pair and _larger(other, pair[0]) and (other.low or 0) > both:
            here = _town(pair[0]) in {None, _town(other)} or _town(other) is None
            day = _same_day(other, pair[0])
            return text[pair[0].start : pair[1].end] if here and day else None
    return None


@cache
def _and_others() -> re.Pattern[str]:
    """Between two counts: the noun of the first, and "and"."""
    return re.compile(
        r"\s+(?:(?!(?:including|of|were|was)\b)[\w-]+\s*){1,3},?\s*\b(?:and|plus)\s+", re.I
    )


def _town(claim: Claim) -> str | None:
    """By what the place of the claim is told from others: its number, else its name."""
    where = claim.where
    return str(where.geonameid or where.name.casefold()) if where is not None else None


def _actor(claim: Claim) -> str | None:
    return claim.actor.name.casefold() if claim.actor else None


def _same_day(other: Claim, claim: Claim) -> bool:
    """Whether the claim has no day, or that of the other."""
    if claim.when is None:
        return True
    return other.when is not None and claim.when.start == other.when.start


def _larger(other: Claim, claim: Claim) -> bool:
    alike = (other.measure, other.unit) == (claim.measure, claim.unit)
    size = claim.low or claim.high or 0
    return alike and other.stance in COUNTED and other.part_of is None and (other.low or 0) > size


def sites_of_one_attack(claims: Sequence[Claim]) -> dict[str, str]:
    """By the ids of claims of single places the place, where a count of the town stands before.

    Two places at least, by name and in no list: "at the Hill station 58 people died. Ten were
    killed at the Lake Cafe" behind "at least 80 were killed in Gao".
    """
    found: dict[str, str] = {}
    total: Claim | None = None
    for claim in claims:
        where = claim.where
        if claim.stance not in COUNTED or claim.part_of is not None or where is None:
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
