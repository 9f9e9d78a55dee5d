"""Which claims speak of the whole, and which of a part: what keeps parts out of totals.

Used for the spread of an incident and, step by step, by the methods' engine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from harmledger.incidents.attackers import attackers_apart, totals_with_attackers
from harmledger.incidents.group_sums import (
    side_by_side,
    sums_of_statuses,
    without_fighters_alone,
)
from harmledger.incidents.groups import readings_of_groups, smaller_groups
from harmledger.incidents.outcomes import open_outcome, settle_outcomes
from harmledger.incidents.overfull import contradictory, overfull
from harmledger.incidents.persons import named_apart
from harmledger.incidents.pieces import is_part, pieces_of_totals, told_one_by_one
from harmledger.incidents.plurals import plurals_beside_one
from harmledger.incidents.readings import (
    Reading,
    counted,
    dwarfed,
    general,
    reading_of,
    speaks_of_others,
)
from harmledger.incidents.told_of_part import foreigners_among_all, parts_told_again
from harmledger.records import Claim

__all__ = ["STEPS", "Wholes", "whole_readings"]

#: What may be set aside, in the order in which it is done.
STEPS = (
    "contradictory",
    "outcomes",
    "again",
    "parts",
    "perpetrators",
    "attackers_within",
    "side_by_side",
    "rest",
    "plurals",
    "individuals",
    "vague",
    "groups",
    "persons",
)


@dataclass(slots=True)
class Wholes:
    """The readings of the whole, and by step the claims that were set aside.

    ``floor``: only groups or parts were counted, so the one reading is a lower bound. ``lessened``:
    claims as said and as they count, without the dead among those shot or taken to hospital.
    ``within``: totals that may count the attackers, and so have a lower low.
    """

    readings: list[Reading] = field(default_factory=list)
    lessened: list[tuple[Claim, Claim]] = field(default_factory=list)
    aside: dict[str, list[Claim]] = field(default_factory=dict)
    within: list[Claim] = field(default_factory=list)
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

    full = overfull(by_id.values(), by_id)
    leave("contradictory", [c for c in rest if contradictory(c, by_id) or c.id in full])
    if "outcomes" in steps and any(open_outcome(claim) for claim in rest):
        dead = _dead_by_text(by_id.values())
        said = {claim.id: claim for claim in rest}
        rest, gone = settle_outcomes(rest, by_id.values(), dead)
        if gone:
            result.aside["outcomes"] = gone
        pairs = ((said[claim.id], claim) for claim in rest)
        result.lessened = [(one, left) for one, left in pairs if one.low != left.low]
    leave("again", parts_told_again(rest, by_id.values(), by_id, status))
    small_ids = {claim.id for claim in pieces_of_totals(rest)}
    leave("parts", [claim for claim in rest if claim.id in small_ids or is_part(claim, by_id)])
    leave("perpetrators", attackers_apart(rest))
    sums = side_by_side(rest) if "side_by_side" in steps else []
    summed = {claim.id for reading in sums for claim in reading.claims}
    small = {c.id for c in dwarfed([c for c in rest if c.id not in summed])}
    if "parts" in steps and small:
        result.aside.setdefault("parts", []).extend(c for c in rest if c.id in small)
        rest = [claim for claim in rest if claim.id not in small]
    leave("rest", [c for c in rest if c.id not in summed and speaks_of_others(c)])
    leave("plurals", plurals_beside_one(rest))
    leave("individuals", [c for c in told_one_by_one(rest) if c.id not in summed])
    numbered = bool(sums) or any(claim.qualifier != "vague" for claim in rest)
    leave("vague", [c for c in rest if numbered and c.id not in summed and c.qualifier == "vague"])
    # Before groups are left aside: two persons named are two, whatever is said of one of them.
    persons = named_apart(rest) if "persons" in steps and not sums else None
    single = [claim for claim in rest if claim.id not in summed]
    foreign = {claim.id for claim in foreigners_among_all(single)}
    whole = [c for c in single if c.id not in foreign and general(c, status)]
    if whole or sums:
        sums = [reading for reading in sums if not _inside_a_whole(reading, whole)]
        sums = without_fighters_alone(sums, [reading_of(claim) for claim in whole])
        summed = {claim.id for reading in sums for claim in reading.claims}
        single = [claim for claim in rest if claim.id not in summed]
        leave("groups", [c for c in single if c.id in foreign or not general(c, status)])
        single = [claim for claim in rest if claim.id not in summed]
        result.readings = [*sums, *(reading_of(claim) for claim in single)]
    elif "groups" not in steps:
        result.readings = [reading_of(claim) for claim in single]
    else:
        leave("groups", smaller_groups(single))
        single = [claim for claim in rest if claim.id not in summed]
        sums_of_all = without_fighters_alone(sums_of_statuses(single), [])
        result.readings = sums_of_all or readings_of_groups(single)
    _without_attackers(result, rest, steps, by_id.values(), status)
    if persons is not None and not any((r.low or 0) > (persons.low or 0) for r in result.readings):
        result.readings = [persons]
    if not result.readings:
        pieces = [c for step in ("parts", "rest") for c in result.aside.get(step, ())]
        lows = [claim.low for claim in pieces if claim.low]  # a zero of some is none of all
        if lows:
            result.floor = True
            result.readings = [Reading(max(lows), None, tuple(pieces))]
    return result


def _without_attackers(
    result: Wholes,
    rest: Sequence[Claim],
    steps: Sequence[str],
    known: Iterable[Claim],
    status: str | None,
) -> None:
    """Lower the low of totals that may count the attackers: see ``totals_with_attackers``."""
    attackers = result.aside.get("perpetrators", [])
    if "attackers_within" not in steps or not attackers:
        return
    totals = [r.claims[0] for r in result.readings if len(r.claims) == 1]
    totals = [claim for claim in totals if general(claim, status)]
    most = max((claim.low or 0 for claim in totals), default=0)
    told = (*rest, *(c for step in ("individuals", "groups") for c in result.aside.get(step, ())))
    fewer = [claim for claim in told if (claim.low or 0) < most]
    if not fewer:
        return
    others = whole_readings(fewer, [s for s in steps if s != "attackers_within"], known, status)
    number = max((reading.low or 0 for reading in others.readings), default=0)
    least = totals_with_attackers(totals, attackers, number)
    result.within = [claim for claim in totals if claim.id in least]
    result.readings = [
        replace(r, low=least.get(r.claims[0].id, r.low)) if len(r.claims) == 1 else r
        for r in result.readings
    ]


def _dead_by_text(known: Iterable[Claim]) -> dict[str, int]:
    """By text the largest number that it says were killed."""
    by_text: dict[str, list[Claim]] = defaultdict(list)
    for claim in known:
        if claim.measure == "killed" and counted(claim):
            by_text[claim.text_id].append(claim)
    # Whatever word told of it, who was killed is not of unknown outcome: nothing to settle here.
    steps = [step for step in STEPS if step != "outcomes"]
    return {
        text_id: max((r.low or 0 for r in whole_readings(own, steps, own).readings), default=0)
        for text_id, own in by_text.items()
    }


def _inside_a_whole(reading: Reading, whole: Sequence[Claim]) -> bool:
    """True where the same text gives a larger total: its lists are then lists of parts."""
    return any(
        claim.text_id == reading.claims[0].text_id and (claim.low or 0) >= (reading.low or 0)
        for claim in whole
    )
