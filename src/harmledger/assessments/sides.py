"""People by side: deaths of side A, of side B, of civilians, and of unknown side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from harmledger.assessments.method import Method
from harmledger.assessments.sorting import reason
from harmledger.assessments.status_groups import OUTSIDE, StatusGroup
from harmledger.records import Claim, Population
from harmledger.wording import figure_words

__all__ = ["UNKNOWN_SIDE", "by_side", "sum_of_sides"]

UNKNOWN_SIDE = "side_unknown"
_OPTIONS = {"side_a": "side_a", "side_b": "side_b", "civilians": "civilian"}


def by_side(claims: Sequence[Claim], method: Method) -> list[Claim]:
    """The claims with the side of the people as their status, where the method has sides."""
    rule = method.rule("sides")
    if rule is None:
        return list(claims)
    side = {status: name for key, name in _OPTIONS.items() for status in rule.options[key]}
    made = []
    for claim in claims:
        people = claim.population
        name = side.get(people.status) if people else None
        made.append(_with_status(claim, people, name) if people and name else claim)
    return made


def _with_status(claim: Claim, people: Population, name: str) -> Claim:
    return replace(claim, population=replace(people, status=name))


def sum_of_sides(
    whole: StatusGroup, groups: Sequence[StatusGroup], method: Method
) -> StatusGroup | None:
    """Make the best value for all the sum of the sides; the group of those left over.

    Left over are those of the whole that no side holds: from the whole's low without the sides'
    highs to its high without their lows. None where no side is known: then it is the whole.
    """
    rule = method.rule("sides")
    sides = [group for group in groups if group.status != OUTSIDE]
    if rule is None:
        return None
    if not sides:
        sentence = "No source says on which side those people were: all are of unknown side."
        whole.reasons.append(reason(rule.id, sentence, ()))
        return None
    highs = [group.high for group in sides]
    lows = sum(group.low or 0 for group in sides)
    bests = [group.best for group in sides]
    known_best = None if None in bests else sum(best or 0 for best in bests)
    held_high = None if None in highs else sum(high or 0 for high in highs)
    low = None if whole.low is None else 0 if held_high is None else max(0, whole.low - held_high)
    high = None if whole.high is None else max(0, whole.high - lows)
    best = None
    whole_best, whole_high = whole.best, whole.high
    if whole.best is not None and known_best is not None:
        best = max(0, whole.best - known_best)
        if low is not None:
            best = max(best, low)
        if high is not None:
            best = min(best, high)
        _set_best(whole, known_best + best, rule.id, [*bests, best])
    elif whole.high is not None and lows > whole.high:
        # A best value is missing, but so many are known by side.
        sentence = f"The high for all is raised from {whole.high:,} to the sides' lows: {lows:,}."
        whole.reasons.append(reason(rule.id, sentence, ()))
        whole.high = lows
    claims = [claim for reading in whole.sorted.readings for claim in reading.claims]
    rest = StatusGroup(UNKNOWN_SIDE, whole.claims, whole.sorted, low, high, best)
    sentence = (
        f"Left of {figure_words(whole.low, whole_high)} without those whose side is known: "
        f"{figure_words(low, high)}. The low is without the sides' highs, the high without their "
        "lows."
    )
    if best is not None:
        sentence += _left(whole_best or 0, known_best or 0, best)
    rest.reasons.append(reason(rule.id, sentence, claims))
    return rest


def _left(whole: int, sides: int, best: int) -> str:
    """How the best value of those left over follows."""
    words = f" Best is {whole:,} for all less {sides:,} whose side is known"
    return f"{words}." if best == whole - sides else f"{words}, but not outside that: {best:,}."


def _set_best(whole: StatusGroup, total: int, rule: str, parts: Sequence[int | None]) -> None:
    """The best for all is the sum; it is not above the high, which is raised where it must be."""
    words = " + ".join(f"{part:,}" for part in parts if part is not None)
    raised = ""
    if whole.high is not None and total > whole.high:
        raised = f" The high is raised from {whole.high:,} to it."
        whole.high = total
    whole.best = total
    sentence = f"Best for all is the sum of sides and unknown side: {words} = {total:,}.{raised}"
    whole.reasons.append(reason(rule, sentence, ()))
