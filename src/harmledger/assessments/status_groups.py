"""The claims of one measure by status: all people, and those of each stated status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from harmledger.assessments.aside import Aside
from harmledger.assessments.early import Early
from harmledger.assessments.method import Method
from harmledger.assessments.ranges import highest_said, how_ranged, range_of
from harmledger.assessments.sentences import said
from harmledger.assessments.sorting import LARGER, Sorted, reason, sort_out
from harmledger.claims import individual, some_of_its_group
from harmledger.incidents import overfull, status_of
from harmledger.records import Claim, Reason

__all__ = ["FLOORED", "OUTSIDE", "RAISED", "StatusGroup", "raise_high", "status_groups"]

#: Attackers may or may not be among "the killed": they are no part of the sum of statuses.
OUTSIDE = "perpetrator"

#: How the reason begins that names a high taken from a group.
RAISED = "The high is raised from"
#: How the reason begins that names a low taken from a group.
FLOORED = "Nobody gives a low for all, so it is that of one group among them"


@dataclass(slots=True)
class StatusGroup:
    """One status (None: all people) of one measure: what is counted and the range.

    ``said``: the highest number that was said, where the high is unknown; None where it is the low.
    ``raised``: the claims of one group among them from which the high was taken.
    """

    status: str | None
    claims: list[Claim]
    sorted: Sorted
    low: int | None
    high: int | None
    best: int | None = None
    said: int | None = None
    raised: Sequence[Claim] = ()
    reasons: list[Reason] = field(default_factory=list)
    disputed: list[Claim] = field(default_factory=list)


def status_groups(
    claims: list[Claim],
    method: Method,
    asides: Sequence[Aside] = (),
    parties: Set[str] = frozenset(),
    known: Sequence[Claim] = (),
    early: Early | None = None,
) -> tuple[StatusGroup, list[StatusGroup]]:
    """All people, and each stated status in the order of its name.

    ``parties``: ids of claims whose speaker is a party to the event. ``known``: the claims of
    other measures, by which those shot and the dead are told apart. ``early``: finds the counts of
    the first days.
    """
    everything = [*claims, *known]
    whole = _group(None, claims, everything, method, asides, parties, early)
    statuses: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        status = status_of(claim)
        if status is not None:
            statuses[status].append(claim)
    classes = [
        _group(status, _unparted(own), everything, method, asides, parties, early)
        for status, own in sorted(statuses.items())
    ]
    _raise_whole(whole, classes, method)
    return whole, classes


def _unparted(claims: Sequence[Claim]) -> list[Claim]:
    """Within a status, only a part of a claim of that status is a part.

    "Twelve of those killed were soldiers" counts all the soldiers.
    """
    own = {claim.id for claim in claims}
    return [_whole_of_status(c) if c.part_of not in own else c for c in claims]


def _whole_of_status(claim: Claim) -> Claim:
    basis = claim.basis
    all_of_it = not some_of_its_group(claim)
    if (
        basis is not None
        and basis.only_some
        and all_of_it
        and claim.low
        and claim.measure == "killed"
    ):
        basis = replace(basis, only_some=None)
    return replace(claim, part_of=None, basis=basis)


def _group(
    status: str | None,
    claims: list[Claim],
    known: Sequence[Claim],
    method: Method,
    asides: Sequence[Aside],
    parties: Set[str],
    early: Early | None,
) -> StatusGroup:
    whole_by_id = {claim.id: claim for claim in known}
    gone = frozenset().union(*(aside.ids for aside in asides))
    kept = [claim for claim in claims if claim.id not in gone]
    found = sort_out(kept, method, known, status=status, parties=parties)
    beside = [one for one in (aside.reason(claims) for aside in asides) if one is not None]
    if status is not None:
        found = _without_oversized(kept, whole_by_id, found, method, status, parties)
    if early is not None:
        found.reasons += early.set_aside(found.wholes)
    low, high = range_of(found.readings, method)
    group = StatusGroup(status, claims, found, low, high, reasons=[*beside, *found.reasons])
    group.said = highest_said(found.readings, low, high, method)
    rule = method.rule("range")
    name = rule.id if rule else "range"
    used = [claim for reading in found.readings for claim in reading.claims]
    group.reasons.append(reason(name, how_ranged(found.readings, low, high, method), used))
    raising = method.rule("raise_to_groups")
    part = found.wholes.largest_part
    if raising is not None and part is not None and part.low is not None:
        raise_high(group, part.low, [part], raising.id)
        _low_of(group, part.low, [part], raising.id)
    return group


def raise_high(group: StatusGroup, low: int, claims: Sequence[Claim], rule: str) -> None:
    """The high, or the highest that was said, is not below the low of a part."""
    if group.high is None and group.low is not None and low > (group.said or group.low):
        sentence = (
            f"The highest that was said is {low:,} or more, the figure of one group among them."
        )
        group.said = low
        group.reasons.append(reason(rule, sentence, claims))
    if group.high is None or low <= group.high:
        return
    sentence = f"{RAISED} {group.high:,} to {low:,}, the figure of one group among them."
    group.high, group.raised = low, claims
    group.reasons.append(reason(rule, sentence, claims))


def _low_of(group: StatusGroup, low: int, claims: Sequence[Claim], rule: str) -> None:
    """A low that no figure for all gives is that of a part: so many there were at least.

    A figure for all must be there ("up to 15"): of parts alone nothing is said of all.
    """
    asserted = [claim for claim in claims if claim.stance == "asserted" and claim.low == low]
    if group.low is not None or group.high is None or not low or not asserted:
        return
    group.low = low
    group.reasons.append(reason(rule, f"{FLOORED}: {low:,} ({said(asserted)}).", asserted))


def _without_oversized(
    claims: list[Claim],
    by_id: Mapping[str, Claim],
    found: Sorted,
    method: Method,
    status: str,
    parties: Set[str],
) -> Sorted:
    """Parts that are larger than their whole, one or together, contradict it here as well."""
    original = [by_id.get(claim.id, claim) for claim in claims]
    full = overfull(by_id.values(), by_id)
    oversized = {claim.id for claim in original if claim.id in full}
    for claim in original:
        whole = by_id.get(claim.part_of) if claim.part_of else None
        if whole and whole.high is not None and claim.low is not None and claim.low > whole.high:
            oversized.add(claim.id)
    if not oversized:
        return found
    kept = [claim for claim in claims if claim.id not in oversized]
    again = sort_out(kept, method, list(by_id.values()), status=status, parties=parties)
    rule = next((r for r in method.all("sort_out") if r.options["step"] == "contradictory"), None)
    gone = [claim for claim in original if claim.id in oversized]
    together = " together with other parts" if gone[0].id in full else ""
    sentence = f"{LARGER}{together} than the figure it is a part of, so not counted: {said(gone)}."
    again.reasons.insert(0, reason(rule.id if rule else "contradictory", sentence, gone))
    return again


def _raise_whole(whole: StatusGroup, classes: Sequence[StatusGroup], method: Method) -> None:
    rule = method.rule("raise_to_groups")
    if rule is None:
        return
    given = [group for group in classes if group.status != OUTSIDE and group.low is not None]
    for group in sorted(given, key=lambda group: -(group.low or 0)):
        claims = [claim for reading in group.sorted.readings for claim in reading.claims]
        # Persons told of one by one are among those counted: see ``individuals``.
        if group.low is not None and not all(individual(claim) for claim in claims):
            raise_high(whole, group.low, claims, rule.id)
            _low_of(whole, group.low, claims, rule.id)
