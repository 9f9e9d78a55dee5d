"""A toll under a method: its latest reading, with the earlier ones and the revisions listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from harmledger.assessments.grading import facts_of, grade
from harmledger.assessments.incident import assessment_id
from harmledger.assessments.method import Method
from harmledger.assessments.origins import find_origins
from harmledger.assessments.ranges import highest_said, how_ranged, range_of
from harmledger.assessments.rests import rest_reasons, with_rests
from harmledger.assessments.sorting import reason, sort_out
from harmledger.counters import Counters
from harmledger.incidents import counted
from harmledger.records import Assessment, Claim, Reason, Toll, TollPoint
from harmledger.wording import figure_words, listed

__all__ = ["assess_toll"]

#: Rules that apply to a series by one counter under one definition.
_STEPS = ("contradictory", "vague")

#: Earlier readings that a reason names.
_MOST = 10


def assess_toll(
    toll: Toll, claims: Sequence[Claim], method: Method, counters: Counters
) -> Assessment:
    """The readings of the last date; earlier points and breaks stand in the reasons."""
    claims, counters = with_rests(claims, counters, method)
    by_id = {claim.id: claim for claim in claims}
    latest = [point for point in toll.points if _reading(point) == _reading(toll.points[-1])]
    # One counter's own words: whoever it is, this is what it counted.
    own = [replace(by_id[p.claim_id], part_of=None) for p in latest if p.claim_id in by_id]
    quiet = replace(
        method, rules=tuple(rule for rule in method.rules if rule.does != "context_speakers")
    )
    left_out = [claim for claim in claims if not counted(claim)]
    found = sort_out([*own, *left_out], quiet, claims, _STEPS)
    low, high = range_of(found.readings, method)
    ranging = method.rule("range")
    used = [claim for reading in found.readings for claim in reading.claims]
    reasons = [
        *rest_reasons(claims, counters, method),
        *found.reasons,
        reason(
            ranging.id if ranging else "range", how_ranged(found.readings, low, high, method), used
        ),
        *_series(toll, latest, method),
    ]
    rule = method.rule("best")
    always = rule is not None and rule.options["when"] == "most_origins"
    best = low if rule and (low == high or always) else None
    origins = find_origins(found.speaking, counters)
    facts = facts_of(found.speaking, own, origins, (), counters)
    given, why = grade(_without_attribution(method), facts)
    first = claims[0]
    unit = first.unit or ("people" if first.population else None)
    status = None if toll.status == "unstated" else toll.status
    return Assessment(
        id=assessment_id(toll.id, toll.measure, unit, status, method.id),
        subject=toll.id,
        subject_kind="toll",
        measure=toll.measure,
        unit=unit,
        status=status,
        method=method.id,
        low=low,
        best=best,
        high=high,
        grade=given,
        independent_origins=len(origins),
        origins=origins,
        claims=tuple(toll.claims),
        reasons=(*reasons, why),
        highest_said=highest_said(found.readings, low, high, method),
    )


def _without_attribution(method: Method) -> Method:
    """A count of many events has no one attribution: only the number of origins grades it."""
    kept = tuple(g for g in method.grades if set(g.conditions) <= {"min_origins"})
    return replace(method, grades=kept)


def _reading(point: TollPoint) -> tuple[str, str]:
    """The day it runs to and the day of the report: a count to one day may be given anew."""
    return _date(point), point.reported_at or ""


def _date(point: TollPoint) -> str:
    return point.as_of or point.reported_at or ""


def _series(toll: Toll, latest: Sequence[TollPoint], method: Method) -> list[Reason]:
    rule = method.rule("latest_reading")
    if rule is None or not latest:
        return []
    day = _date(latest[-1])
    how = "as of" if latest[-1].as_of else "reported on"
    told = latest[-1].reported_at if latest[-1].as_of else None
    again = f", reported on {told}" if told and told != day else ""
    sentences = [
        f"Latest reading, {how} {day}{again}." if day else "The date of the reading is not known."
    ]
    earlier = toll.points[: len(toll.points) - len(latest)]
    if earlier:
        words = [
            f"{figure_words(p.low, p.high)} ({_date(p) or 'not dated'})" for p in earlier[-_MOST:]
        ]
        left = f", and {len(earlier) - _MOST} before" if len(earlier) > _MOST else ""
        sentences.append(f"Earlier readings: {listed(words)}{left}.")
    sentences += [revision.sentence for revision in toll.revisions[-_MOST:]]
    ids = tuple(dict.fromkeys(point.claim_id for point in toll.points))
    return [Reason(rule=rule.id, sentence=" ".join(sentences), claims=ids)]
