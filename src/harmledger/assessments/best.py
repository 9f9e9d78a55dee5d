"""The best value of a group: where low and high are equal, or what most origins count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from harmledger.assessments.method import Method
from harmledger.assessments.origins import find_origins
from harmledger.assessments.sorting import reason
from harmledger.assessments.status_groups import StatusGroup
from harmledger.counters import Counters
from harmledger.records import Claim
from harmledger.wording import listed

__all__ = ["find_best"]


def find_best(group: StatusGroup, method: Method, counters: Counters) -> None:
    """Set the group's best value, with the reason; None where the method knows none.

    By ``most_origins`` it is the figure that most independent origins give, among equals the
    one told on the latest day, and then the lowest; of "between 20 and 30" and "at least 20" the
    20. "At most 20" gives none. A copy tells no later than the first of its family.
    """
    rule = method.rule("best")
    if rule is None:
        return
    if rule.options["when"] == "equal":
        if group.low is not None and group.low == group.high:
            group.best = group.low
            sentence = f"Low and high are equal, so one value is shown: {group.low:,}."
            group.reasons.append(reason(rule.id, sentence, ()))
        return
    figures: dict[int, list[Claim]] = defaultdict(list)
    for reading in group.sorted.readings:
        if reading.low is not None:
            figures[reading.low].extend(reading.claims)
    if not figures:
        return
    origins = {figure: len(find_origins(own, counters)) for figure, own in figures.items()}
    told = _days(group.claims, counters)
    last = {f: max(told.get(counters.family(c), "") for c in own) for f, own in figures.items()}
    most = max(origins.values())
    equal = [figure for figure in figures if origins[figure] == most]
    latest = max(last[figure] for figure in equal)
    chosen = min(figure for figure in equal if last[figure] == latest)
    group.best = min(chosen, group.high) if group.high is not None else chosen
    rest = [
        f"{figure:,} ({_origins(origins[figure])}{f', {last[figure]}' if last[figure] else ''})"
        for figure in sorted(figures)
    ]
    others = f" Figures given: {listed(rest, most=8)}." if len(rest) > 1 else ""
    sentence = (
        f"Most likely: {group.best:,}, counted by {_chosen(origins[chosen], equal, last)}.{others}"
    )
    group.reasons.append(reason(rule.id, sentence, figures[chosen]))


def _days(claims: Sequence[Claim], counters: Counters) -> dict[str, str]:
    """The first day on which each family told its claims."""
    days: dict[str, str] = {}
    for claim in claims:
        if claim.reported_at:
            family, day = counters.family(claim), claim.reported_at[:10]
            days[family] = min(days.get(family, day), day)
    return days


def _chosen(most: int, equal: Sequence[int], last: Mapping[int, str]) -> str:
    """What decided: the number of origins alone, the later day, or that it is the lowest."""
    words = f"most independent origins ({most})"
    if len(equal) == 1:
        return words
    days = {last[figure] for figure in equal}
    if len(days) == 1:
        return f"as many independent origins as any ({most}), and the lowest of these"
    latest = sum(last[figure] == max(days) for figure in equal)
    lowest = ", and the lowest of these" if latest > 1 else ""
    return f"as many independent origins as any ({most}), and told last{lowest}"


def _origins(number: int) -> str:
    return f"{number} origin" if number == 1 else f"{number} origins"
