"""An incident under a method: one assessment for all people, and one for each stated status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from harmledger.assessments.aside import set_aside
from harmledger.assessments.best import find_best
from harmledger.assessments.breakdowns import with_breakdowns
from harmledger.assessments.codes import event_codes, presumed
from harmledger.assessments.conceded import conceded
from harmledger.assessments.contest import contest
from harmledger.assessments.early import early_counts
from harmledger.assessments.edges import find_edges
from harmledger.assessments.grading import facts_of, grade
from harmledger.assessments.impossible import dated_after
from harmledger.assessments.method import Method
from harmledger.assessments.origins import find_origins
from harmledger.assessments.parties import party_claims
from harmledger.assessments.precision import precision
from harmledger.assessments.rests import rest_reasons, with_rests
from harmledger.assessments.sides import by_side, sum_of_sides
from harmledger.assessments.status_groups import StatusGroup, status_groups
from harmledger.counters import Counters
from harmledger.incidents import counted, open_outcome
from harmledger.records import Assessment, Claim, Incident, content_id

__all__ = ["assess_incident", "assessment_id", "assessment_of"]


def assessment_id(
    subject: str,
    measure: str,
    unit: str | None,
    status: str | None,
    method: str,
    phase: str | None = None,
) -> str:
    """The id: what is assessed, and by which method."""
    more = () if phase is None else (phase,)
    return content_id("assessment", subject, measure, unit, status, method, *more)


def assess_incident(
    incident: Incident,
    claims: Sequence[Claim],
    method: Method,
    counters: Counters,
) -> Iterator[Assessment]:
    """Assessments of the incident's claims of harm, by measure and unit, all people first."""
    only = method.rule("only")
    wanted = only.options if only else {}
    if "incident" not in wanted.get("subjects", ("incident",)):
        return
    claims, counters = with_rests(claims, counters, method)
    parties = party_claims(claims)
    codes = event_codes(claims, method, counters, parties)
    claims = by_side(claims, method)
    by_measure: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.document, c.start, c.end, c.id)):
        by_measure[claim.measure, claim.unit or "people"].append(claim)
        if claim.measure == "casualties" and open_outcome(claim):
            # Of those shot the dead are subtracted; those left were injured.
            by_measure["injured", "people"].append(replace(claim, measure="injured"))
    exact = [*precision(incident, method), *dated_after(incident, claims)]
    for (measure, unit), own in sorted(by_measure.items()):
        if measure not in wanted.get("measures", (measure,)):
            continue
        known, repeated = with_breakdowns(own, counters, method)
        aside = set_aside(own, incident, method, known, parties)
        others = [claim for claim in claims if claim.measure != measure]
        early = early_counts(incident, own, method, known, parties)
        whole, classes = status_groups(own, method, aside, parties, others, early)
        contest(whole, classes, method)
        for group in (whole, *classes):
            find_best(group, method, known)
        gone = frozenset().union(*(one.ids for one in aside))
        whole.reasons += [
            *conceded(own, method, known, parties, gone),
            *presumed(own, method),
            *codes,
        ]
        rest = sum_of_sides(whole, classes, method)
        for group in (whole, *classes, *([rest] if rest else [])):
            if (group.status or "all") in wanted.get("people", (group.status or "all",)):
                held = {claim.id for claim in group.claims}
                rested = rest_reasons(group.claims, known, method)
                again = [one for one in repeated if held & {*one.claims}]
                group.reasons += [*rested, *again, *exact]
                yield assessment_of(incident.id, measure, unit, group, method, known)


def assessment_of(
    subject: str,
    measure: str,
    unit: str,
    group: StatusGroup,
    method: Method,
    counters: Counters,
    phase: str | None = None,
) -> Assessment:
    """The assessment of one group, graded; ``phase``: of aid and buildings."""
    edges = find_edges(group, method, counters)
    speaking = group.sorted.speaking
    origins = find_origins(speaking, counters)
    standing = [claim for claim in group.claims if counted(claim)]
    facts = facts_of(speaking, standing, origins, group.disputed, counters)
    given, why = grade(method, facts)
    return Assessment(
        id=assessment_id(subject, measure, unit, group.status, method.id, phase),
        subject=subject,
        subject_kind="incident",
        measure=measure,
        unit=unit,
        status=group.status,
        method=method.id,
        low=group.low,
        best=group.best,
        high=group.high,
        grade=given,
        independent_origins=len(origins),
        origins=origins,
        claims=tuple(claim.id for claim in group.claims),
        reasons=(*group.reasons, why),
        highest_said=group.said if group.high is None else None,
        edges=edges,
        phase=phase,
    )
