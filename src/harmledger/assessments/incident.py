"""An incident under a method: one assessment for all people, and one for each stated status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from harmledger.assessments.grading import facts_of, grade
from harmledger.assessments.method import Method
from harmledger.assessments.origins import find_origins
from harmledger.assessments.ranges import range_of, range_words
from harmledger.assessments.sorting import Sorted, reason, sort_out
from harmledger.incidents import counted, listed, status_of
from harmledger.records import Assessment, Claim, Incident, Reason, content_id

__all__ = ["assess_incident", "assessment_id"]

#: Attackers may or may not be among "the killed": they are no part of the sum of statuses.
_OUTSIDE = "perpetrator"


def assessment_id(
    subject: str, measure: str, unit: str | None, status: str | None, method: str
) -> str:
    """The id: what is assessed, and by which method."""
    return content_id("assessment", subject, measure, unit, status, method)


@dataclass(slots=True)
class _Group:
    """One status (None: all people) of one measure: what is counted and the range."""

    status: str | None
    claims: list[Claim]
    sorted: Sorted
    low: int | None
    high: int | None
    reasons: list[Reason] = field(default_factory=list)
    disputed: list[Claim] = field(default_factory=list)


def assess_incident(
    incident: Incident,
    claims: Sequence[Claim],
    method: Method,
    family_of: Mapping[str, str],
) -> Iterator[Assessment]:
    """Assessments of the incident's claims, by measure and unit, all people first."""
    by_measure: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.document, c.start, c.end, c.id)):
        by_measure[claim.measure, claim.unit or "people"].append(claim)
    for (measure, unit), own in sorted(by_measure.items()):
        for group in _groups(own, method):
            yield _assessment(incident.id, measure, unit, group, method, family_of)


def _groups(claims: list[Claim], method: Method) -> list[_Group]:
    whole = _group(None, claims, claims, method)
    statuses: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        status = status_of(claim)
        if status is not None:
            statuses[status].append(claim)
    classes = [
        _group(status, _unparted(own), claims, method) for status, own in sorted(statuses.items())
    ]
    _raise_whole(whole, classes, method)
    _contest(whole, classes, method)
    return [whole, *classes]


def _unparted(claims: Sequence[Claim]) -> list[Claim]:
    """Within a status, only a part of a claim of that status is a part."""
    own = {claim.id for claim in claims}
    return [
        c if c.part_of is None or c.part_of in own else replace(c, part_of=None) for c in claims
    ]


def _group(
    status: str | None, claims: list[Claim], known: Sequence[Claim], method: Method
) -> _Group:
    whole_by_id = {claim.id: claim for claim in known}
    found = sort_out(claims, method, known, status=status)
    if status is not None:
        found = _without_oversized(claims, whole_by_id, found, method, status)
    low, high = range_of(found.readings)
    group = _Group(status, claims, found, low, high, list(found.reasons))
    rule = method.rule("range")
    name = rule.id if rule else "range"
    used = [claim for reading in found.readings for claim in reading.claims]
    group.reasons.append(reason(name, range_words(found.readings, low, high), used))
    raising = method.rule("raise_to_groups")
    part = found.wholes.largest_part
    if raising is not None and part is not None and part.low is not None:
        _raise(group, part.low, [part], raising.id)
    return group


def _raise(group: _Group, low: int, claims: Sequence[Claim], rule: str) -> None:
    """The high is not below the low of a part."""
    if group.high is None or low <= group.high:
        return
    sentence = (
        f"The high is raised from {group.high:,} to {low:,}, the figure of one group among them."
    )
    group.high = low
    group.reasons.append(reason(rule, sentence, claims))


def _without_oversized(
    claims: list[Claim],
    by_id: Mapping[str, Claim],
    found: Sorted,
    method: Method,
    status: str,
) -> Sorted:
    """A part that is larger than its whole contradicts itself here as well."""
    original = [by_id.get(claim.id, claim) for claim in claims]
    oversized = set()
    for claim in original:
        whole = by_id.get(claim.part_of) if claim.part_of else None
        if whole and whole.high is not None and claim.low is not None and claim.low > whole.high:
            oversized.add(claim.id)
    if not oversized:
        return found
    kept = [claim for claim in claims if claim.id not in oversized]
    again = sort_out(kept, method, list(by_id.values()), status=status)
    rule = next((r for r in method.all("sort_out") if r.options["step"] == "contradictory"), None)
    gone = [claim for claim in original if claim.id in oversized]
    sentence = "Larger than the figure it is a part of, so not counted."
    again.reasons.insert(0, reason(rule.id if rule else "contradictory", sentence, gone))
    return again


def _raise_whole(whole: _Group, classes: Sequence[_Group], method: Method) -> None:
    rule = method.rule("raise_to_groups")
    if rule is None:
        return
    for group in classes:
        if group.status == _OUTSIDE or group.low is None:
            continue
        claims = [claim for reading in group.sorted.readings for claim in reading.claims]
        _raise(whole, group.low, claims, rule.id)


def _contest(whole: _Group, classes: Sequence[_Group], method: Method) -> None:
    """Sources that disagree about who was harmed: low 0 for each status, highs kept."""
    rule = method.rule("contested_status")
    if rule is None:
        return
    inside = [group for group in classes if group.status != _OUTSIDE]
    total = sum(group.low or 0 for group in inside)
    too_many = len(inside) > 1 and whole.high is not None and total > whole.high
    disputed = inside if too_many else _same_people(inside, rule.options["combatants"])
    if not disputed:
        return
    claims = [c for group in disputed for r in group.sorted.readings for c in r.claims]
    names = listed([(group.status or "").replace("_", " ") for group in disputed])
    sentence = (
        f"Sources disagree about who was harmed ({names}): the low is 0 for each of them and "
        "the highs are kept."
    )
    for group in disputed:
        group.low = 0 if group.low is not None else None
        group.disputed = claims
        group.reasons.append(reason(rule.id, sentence, claims))
    whole.disputed = claims
    whole.reasons.append(reason(rule.id, sentence, claims))


def _same_people(classes: Sequence[_Group], combatants: Sequence[str]) -> list[_Group]:
    """Civilians and combatants of one figure, where no text speaks of both."""
    civilians = next((group for group in classes if group.status == "civilian"), None)
    if civilians is None:
        return []
    for group in classes:
        if group.status not in combatants:
            continue
        texts = _texts(civilians) & _texts(group)
        figures = _figures(civilians) & _figures(group)
        if figures and not texts:
            return [civilians, group]
    return []


def _texts(group: _Group) -> set[str]:
    return {claim.text_id for claim in group.claims if counted(claim)}


def _figures(group: _Group) -> set[tuple[int | None, int | None]]:
    """Figures above one: single victims are too common to be the same people."""
    return {(c.low, c.high) for c in group.claims if counted(c) and (c.low or 0) > 1}


def _assessment(
    subject: str,
    measure: str,
    unit: str,
    group: _Group,
    method: Method,
    family_of: Mapping[str, str],
) -> Assessment:
    speaking = group.sorted.speaking
    origins = find_origins(speaking, family_of)
    standing = [claim for claim in group.claims if counted(claim)]
    facts = facts_of(speaking, standing, origins, group.disputed, family_of)
    given, why = grade(method, facts)
    reasons = list(group.reasons)
    best = None
    rule = method.rule("best")
    if rule is not None and group.low is not None and group.low == group.high:
        best = group.low
        sentence = f"Low and high are equal, so one value is shown: {best:,}."
        reasons.append(reason(rule.id, sentence, ()))
    reasons.append(why)
    return Assessment(
        id=assessment_id(subject, measure, unit, group.status, method.id),
        subject=subject,
        subject_kind="incident",
        measure=measure,
        unit=unit,
        status=group.status,
        method=method.id,
        low=group.low,
        best=best,
        high=group.high,
        grade=given,
        independent_origins=len(origins),
        origins=origins,
        claims=tuple(claim.id for claim in group.claims),
        reasons=tuple(reasons),
    )
