"""Which claims speak of the whole, and which of a part: what keeps parts out of totals.

Used for the spread of an incident and, step by step, by the methods' engine.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from harmledger.records import Claim

__all__ = ["STEPS", "Reading", "Wholes", "counted", "general", "status_of", "whole_readings"]

#: Claims with one of these, or without a population, are about people of any status.
_GENERAL = frozenset({"unstated", "mixed"})
_NUMBERED_ONE = re.compile(r"\b(1|one|single|sole|only)\b", re.IGNORECASE)
_REST = re.compile(r"\b(others?|more|additional|remaining|rest|another|further)\b", re.IGNORECASE)
_ANYONE = re.compile(r"\b(people|persons?|victims?|lives|dead|in total|total)\b", re.IGNORECASE)

#: Characters between two quantities that stand side by side ("12 staff and 10 patients").
_SIDE_BY_SIDE = 40

#: What may be set aside, in the order in which it is done.
STEPS = (
    "contradictory",
    "parts",
    "perpetrators",
    "side_by_side",
    "rest",
    "individuals",
    "vague",
    "groups",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure for the whole: one claim's, or the sum of groups stated side by side."""

    low: int | None
    high: int | None
    claims: tuple[Claim, ...]


@dataclass(slots=True)
class Wholes:
    """The readings of the whole, and by step the claims that were set aside.

    ``floor``: only groups or parts were counted, so the one reading is a lower bound.
    """

    readings: list[Reading] = field(default_factory=list)
    aside: dict[str, list[Claim]] = field(default_factory=dict)
    floor: bool = False

    @property
    def largest_part(self) -> Claim | None:
        """The largest of the parts and groups set aside: the whole is not smaller."""
        parts = [
            claim
            for step in ("parts", "rest", "groups")
            for claim in self.aside.get(step, ())
            if claim.low is not None
        ]
        return max(parts, key=lambda claim: (claim.low or 0, claim.id), default=None)


def counted(claim: Claim) -> bool:
    """True where the speaker stands behind the figure, hedged or not."""
    return claim.stance in {"asserted", "hedged"}


def status_of(claim: Claim) -> str | None:
    """The stated status; None for people of any or of unstated status."""
    if claim.population is None or claim.population.status in _GENERAL:
        return None
    return claim.population.status


def general(claim: Claim, status: str | None = None) -> bool:
    """True where the claim is limited to no age, no sex and no status but the one given."""
    return status_of(claim) in {None, status} and _described(claim) == (None, None)


def _described(claim: Claim) -> tuple[str | None, str | None]:
    if claim.population is None:
        return None, None
    return claim.population.age, claim.population.sex


def whole_readings(
    claims: Iterable[Claim],
    steps: Sequence[str] = STEPS,
    known: Iterable[Claim] = (),
    status: str | None = None,
) -> Wholes:
    """Readings of the whole among claims of one measure and unit.

    ``known``: all claims of the subject, to look up what a part is a part of. ``status``: the
    whole is all people of this status; all people where None. Stance is the
    caller's matter: see :func:`counted`.
    """
    rest = sorted(claims, key=lambda claim: (claim.text_id, claim.start, claim.id))
    by_id = {claim.id: claim for claim in [*known, *rest]}
    result = Wholes()

    def leave(step: str, gone: Iterable[Claim]) -> None:
        nonlocal rest
        ids = {claim.id for claim in gone}
        if ids and step in steps:
            result.aside[step] = [claim for claim in rest if claim.id in ids]
            rest = [claim for claim in rest if claim.id not in ids]

    leave("contradictory", [claim for claim in rest if _contradictory(claim, by_id)])
    leave("parts", [claim for claim in rest if claim.part_of is not None])
    victims = [claim for claim in rest if status_of(claim) != "perpetrator"]
    if victims:
        leave("perpetrators", [claim for claim in rest if status_of(claim) == "perpetrator"])
    sums = _side_by_side(rest) if "side_by_side" in steps else []
    summed = {claim.id for reading in sums for claim in reading.claims}
    leave("rest", [c for c in rest if c.id not in summed and _is_rest(c)])
    larger = any(max(claim.low or 0, claim.high or 0) > 1 for claim in rest)
    leave("individuals", [c for c in rest if larger and c.id not in summed and _individual(c)])
    numbered = bool(sums) or any(claim.qualifier != "vague" for claim in rest)
    leave("vague", [c for c in rest if numbered and c.id not in summed and c.qualifier == "vague"])
    single = [claim for claim in rest if claim.id not in summed]
    whole = [claim for claim in single if general(claim, status)]
    if whole or sums:
        sums = [reading for reading in sums if not _inside_a_whole(reading, whole)]
        summed = {claim.id for reading in sums for claim in reading.claims}
        leave("groups", [c for c in rest if c.id not in summed and not general(c, status)])
        single = [claim for claim in rest if claim.id not in summed]
        result.readings = [*sums, *(_reading(claim) for claim in single)]
    elif "groups" not in steps:
        result.readings = [_reading(claim) for claim in single]
    elif len({status_of(claim) for claim in single}) <= 1:
        undescribed = [claim for claim in single if _described(claim) == (None, None)]
        if undescribed:
            leave("groups", [claim for claim in single if claim not in undescribed])
        result.readings = _readings_of_one_status(undescribed or single)
    else:
        result.readings = _sums_of_statuses(single)
    if not result.readings:
        pieces = [c for step in ("parts", "rest") for c in result.aside.get(step, ())]
        lows = [claim.low for claim in pieces if claim.low is not None]
        if lows:
            result.floor = True
            result.readings = [Reading(max(lows), None, tuple(pieces))]
    return result


def _reading(claim: Claim) -> Reading:
    return Reading(claim.low, claim.high, (claim,))


def _inside_a_whole(reading: Reading, whole: Sequence[Claim]) -> bool:
    """True where the same text gives a larger total: its lists are then lists of parts."""
    return any(
        claim.text_id == reading.claims[0].text_id and (claim.low or 0) >= (reading.low or 0)
        for claim in whole
    )


def _readings_of_one_status(claims: Sequence[Claim]) -> list[Reading]:
    """Children here, women there: groups, of which the largest is a lower bound."""
    descriptions = {_described(claim) for claim in claims}
    figures = {(claim.low, claim.high) for claim in claims}
    if len(descriptions) > 1 and len(figures) > 1:
        return [Reading(_lowest_largest(claims), None, tuple(claims))]
    return [_reading(claim) for claim in claims]


def _contradictory(claim: Claim, by_id: dict[str, Claim]) -> bool:
    low, high = claim.low, claim.high
    if (low is not None and low < 0) or (high is not None and high < 0):
        return True
    if low is not None and high is not None and low > high:
        return True
    whole = by_id.get(claim.part_of) if claim.part_of else None
    if whole is None or whole.high is None or low is None:
        return False
    return whole.measure == claim.measure and whole.unit == claim.unit and low > whole.high


def _surface(claim: Claim) -> str:
    return (claim.population.surface or "") if claim.population else ""


def _is_rest(claim: Claim) -> bool:
    """ "7 others": counted beside somebody, never the whole."""
    return bool(_REST.search(_surface(claim)))


def _individual(claim: Claim) -> bool:
    """One person named or described, not counted: "a policeman", "Dr Osmani"."""
    return claim.low == claim.high == 1 and not _NUMBERED_ONE.search(claim.quote)


def _side_by_side(claims: Sequence[Claim]) -> list[Reading]:
    """Sums of disjoint groups of people that one sentence lists next to each other."""
    runs: list[list[Claim]] = []
    for claim in claims:
        last = runs[-1][-1] if runs else None
        if last is not None and _adjacent(last, claim):
            runs[-1].append(claim)
        else:
            runs.append([claim])
    return [_sum(run) for run in runs if 2 <= len(run) <= 5 and _disjoint(run)]


def _adjacent(one: Claim, two: Claim) -> bool:
    return (
        one.text_id == two.text_id
        and one.sentence_start == two.sentence_start
        and one.speaker == two.speaker
        and one.stance == two.stance
        and 0 <= two.start - one.end <= _SIDE_BY_SIDE
        and "vague" not in (one.qualifier, two.qualifier)
    )


def _disjoint(run: Sequence[Claim]) -> bool:
    surfaces = [_surface(claim).casefold() for claim in run]
    if not all(surfaces) or len(set(surfaces)) < len(surfaces):
        return False
    # "22 people, 12 staff and 10 patients" lists a whole with its parts.
    if any(_ANYONE.search(surface) and not _REST.search(surface) for surface in surfaces):
        return False
    lows = [claim.low for claim in run if claim.low is not None]
    return len(lows) == len(run) and not any(2 * low == sum(lows) for low in lows if len(lows) > 2)


def _sum(parts: Sequence[Claim]) -> Reading:
    """A missing bound makes the sum's bound unknown: it is not zero, nor the running sum."""
    lows = [claim.low for claim in parts]
    highs = [claim.high for claim in parts]
    return Reading(
        None if None in lows else sum(low for low in lows if low is not None),
        None if None in highs else sum(high for high in highs if high is not None),
        tuple(parts),
    )


def _sums_of_statuses(claims: Sequence[Claim]) -> list[Reading]:
    """Nobody gave a total: add the statuses, which are disjoint, within one text at a time.

    Only the texts that name the most statuses are added up: the others name a part.
    """
    by_text: dict[str, dict[str | None, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        by_text[claim.text_id][status_of(claim)].append(claim)
    most = max(len(statuses) for statuses in by_text.values())
    readings = []
    for text_id in sorted(by_text):
        statuses = by_text[text_id]
        if len(statuses) < most:
            continue
        if most == 1:
            continue
        groups = [statuses[status] for status in sorted(statuses, key=str)]
        lows = [_lowest(group) for group in groups]
        highs = [_highest(group) for group in groups]
        readings.append(
            Reading(
                sum(lows),
                None if None in highs else sum(high for high in highs if high is not None),
                tuple(claim for group in groups for claim in group),
            )
        )
    if readings:
        return readings
    # Each text names another status: at least as many as the largest group.
    return [Reading(_lowest_largest(claims), None, tuple(claims))]


def _lowest_largest(claims: Sequence[Claim]) -> int | None:
    return max((claim.low for claim in claims if claim.low is not None), default=None)


def _lowest(claims: Sequence[Claim]) -> int:
    """The lowest figure said; a group of unknown size adds nothing to a sum's lower bound."""
    return min((claim.low for claim in claims if claim.low is not None), default=0)


def _highest(claims: Sequence[Claim]) -> int | None:
    highs = [claim.high for claim in claims]
    return None if None in highs else max(high for high in highs if high is not None)
