"""Grades of the attribution: the first declared grade whose conditions hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.assessments.attribution import accepting, competing
from harmledger.assessments.method import GradeRule, Method
from harmledger.assessments.sentences import said, who
from harmledger.assessments.sorting import reason
from harmledger.counters import Counters
from harmledger.incidents import status_of
from harmledger.records import Claim, Origin, Reason
from harmledger.wording import listed

__all__ = ["Facts", "facts_of", "grade"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the conditions of grades are asked of."""

    origins: tuple[Origin, ...]
    counted: tuple[Claim, ...]
    accepting: tuple[Claim, ...]
    competing: tuple[Claim, ...]
    disputed: tuple[Claim, ...]


def facts_of(
    counted: Sequence[Claim],
    context: Sequence[Claim],
    origins: tuple[Origin, ...],
    disputed: Sequence[Claim],
    counters: Counters,
) -> Facts:
    """``counted`` speak of the whole; ``context`` are all claims of the group that stand."""
    return Facts(
        origins=origins,
        counted=tuple(counted),
        accepting=tuple(accepting(context)),
        competing=tuple(competing(context, counters)),
        disputed=tuple(disputed),
    )


def grade(method: Method, facts: Facts) -> tuple[str, Reason]:
    """The grade and why."""
    for rule in method.grades:
        if all(_holds(name, value, facts) for name, value in rule.conditions.items()):
            return rule.grade, _why(rule, facts)
    # parse_method asks for a last grade that always holds.
    raise AssertionError(f"{method.id} has no grade that always holds")


def _holds(condition: str, value: object, facts: Facts) -> bool:
    if condition == "min_origins":
        return isinstance(value, int) and len(facts.origins) >= value
    if condition == "statuses_only":
        statuses = {status_of(claim) for claim in facts.counted}
        return isinstance(value, list) and bool(statuses) and statuses <= set(value)
    held = {
        "accepted": facts.accepting,
        "competing_attribution": facts.competing,
        "status_contested": facts.disputed,
    }[condition]
    return bool(held) is value


def _why(rule: GradeRule, facts: Facts) -> Reason:
    claims: Sequence[Claim] = facts.counted
    conditions = rule.conditions
    if "accepted" in conditions:
        claims = facts.accepting
        detail = f"accepted by {listed(sorted({who(claim) for claim in claims}), most=3)}"
    elif "competing_attribution" in conditions:
        claims = facts.competing
        named = [f"{c.actor.name} ({who(c)})" for c in claims if c.actor]
        detail = f"named are {listed(named)}"
    elif "status_contested" in conditions:
        claims = facts.disputed
        detail = f"the figures are {said(claims)}"
    elif not facts.origins:
        detail = "no credible origin"
    else:
        names = listed([origin.name for origin in facts.origins], most=5)
        number = len(facts.origins)
        detail = f"{number} independent origin{'s' if number > 1 else ''}: {names}"
    given = "Not graded" if rule.grade == "ungraded" else f"Graded {rule.grade}"
    return reason(rule.id, f"{given}: {detail}. {rule.explanation}", claims)
