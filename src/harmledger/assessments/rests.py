"""Figures that rest on another's: whose count they are, and the sentence that says so.

"Its figure follows the earlier estimate of the aid group": the mission counted nothing itself, so
its figure is the aid group's, and falls with it where the group counts anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from harmledger.assessments.method import Method
from harmledger.assessments.sentences import said
from harmledger.assessments.sorting import reason
from harmledger.counters import RESTS, Counters, Spoken
from harmledger.records import Claim, Reason

__all__ = ["as_rested", "rest_reasons", "with_rests"]


def as_rested(claims: Sequence[Claim], counters: Counters) -> Counters:
    """The counters with each claim that rests on another's figure given to that one.

    So is the same figure of the same counter in a report that does not say on what it rests.
    """
    given = _given(claims, counters)
    return replace(counters, spoken={**counters.spoken, **given}) if given else counters


def with_rests(
    claims: Sequence[Claim], counters: Counters, method: Method
) -> tuple[list[Claim], Counters]:
    """The same where a rule of the method does ``rests_on``, and the claims as those of the kind
    of whose figures they are: what rests on a belligerent's count is a belligerent's word."""
    given = _given(claims, counters) if method.rule("rests_on") else {}
    if not given:
        return list(claims), counters
    kinds = {one: counters.counters[spoken.counter].kind for one, spoken in given.items()}
    whose = [
        replace(claim, speaker=replace(claim.speaker, kind=kinds[claim.id]))
        if claim.id in kinds and claim.speaker is not None
        else claim
        for claim in claims
    ]
    return whose, replace(counters, spoken={**counters.spoken, **given})


def rest_reasons(claims: Sequence[Claim], counters: Counters, method: Method) -> list[Reason]:
    """Which of the claims are counted as another's figure, whose, and who says so.

    ``counters``: those of :func:`with_rests`.
    """
    rule = method.rule("rests_on")
    by_name: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        spoken = counters.spoken.get(claim.id)
        if spoken is not None:
            by_name[spoken.counter, spoken.name].append(claim)
    found = []
    for (counter, name), own in sorted(by_name.items()):
        other = counters.counters[counter]
        for named in other.names:
            if rule is not None and named.id == name and named.rule == RESTS:
                sentence = f"Gives a figure of {other.name}, and is its count: {said(own)}."
                found.append(reason(rule.id, f"{sentence} {named.why}", own))
    return found


def _given(claims: Sequence[Claim], counters: Counters) -> dict[str, Spoken]:
    """By claim whose figure it is, where that is another's."""
    given: dict[str, Spoken] = {}
    again: dict[tuple[object, ...], Spoken] = {}
    for claim in claims:
        rested = counters.resting.get(claim.id)
        if rested is not None:
            given[claim.id] = rested
            if claim.id in counters.spoken:
                again.setdefault(_figure(claim, counters), rested)
    if again:
        for claim in claims:
            if claim.id not in given and claim.id in counters.spoken:
                rested = again.get(_figure(claim, counters))
                if rested is not None:
                    given[claim.id] = rested
    return given


def _figure(claim: Claim, counters: Counters) -> tuple[object, ...]:
    """What a counter said of whom, whatever the report."""
    known = claim.low is not None or claim.high is not None
    whose = counters.spoken[claim.id].counter
    return whose, claim.measure, claim.unit, claim.low, claim.high, known or claim.id
