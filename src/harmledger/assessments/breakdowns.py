"""Reports that give a named counter's breakdown again without naming it.

"The strike killed 12 staff and 10 patients", four days after the aid group counted 12 staff and 10
patients: nobody else counted, so the report is no further origin. One number alone proves nothing;
two groups that agree one by one do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from harmledger.assessments.method import Method
from harmledger.assessments.sentences import said
from harmledger.assessments.sorting import reason
from harmledger.counters import Counters
from harmledger.incidents import counted, status_of
from harmledger.records import Claim, Reason

__all__ = ["with_breakdowns"]

#: Groups that must agree one by one.
_AGREE = 2

_Figure = tuple[int | None, str | None]


def with_breakdowns(
    claims: Sequence[Claim], counters: Counters, method: Method
) -> tuple[Counters, tuple[Reason, ...]]:
    """The counters with such claims given to the counter whose parts they repeat, and why.

    ``claims``: of one measure of an incident. All that the report tells itself must stand in one
    text of the counter, of another family and of the same day or before. Only where a rule of the
    method does ``same_breakdown``.
    """
    rule = method.rule("same_breakdown")
    if rule is None:
        return counters, ()
    told: dict[str, list[Claim]] = defaultdict(list)
    spoken: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not counted(claim) or claim.reported_at is None:
            continue
        kind, key = counters.key(claim)
        if kind == "speaker":
            spoken[key, claim.text_id].append(claim)
        elif claim.speaker is None:
            told[key].append(claim)
    given = dict(counters.spoken)
    reasons: list[Reason] = []
    for family, own in sorted(told.items()):
        wanted = {figure for claim in own if (figure := _figure(claim))}
        if len(wanted) < _AGREE or not all(map(_figure, own)):
            continue
        first = min(claim.reported_at or "" for claim in own)[:10]
        fitting = [
            (min(c.reported_at or "" for c in theirs)[:10], key, theirs)
            for (key, _), theirs in sorted(spoken.items())
            if counters.family(theirs[0]) != family and wanted <= set(map(_figure, theirs))
        ]
        fitting = [found for found in fitting if found[0] <= first]
        if not fitting:
            continue
        _, key, theirs = min(fitting, key=lambda found: found[:2])
        name = counters.spoken[theirs[0].id]
        given.update((claim.id, name) for claim in own)
        words = f"The same groups as {counters.counters[key].name} counted before, so its count"
        reasons.append(reason(rule.id, f"{words}: {said(own)}.", own))
    if not reasons:
        return counters, ()
    return replace(counters, spoken=given), tuple(reasons)


def _figure(claim: Claim) -> _Figure | None:
    """An exact number of people and their status; None for any other figure."""
    exact = claim.low is not None and claim.low == claim.high and claim.qualifier == "exactly"
    return (claim.low, status_of(claim)) if exact else None
