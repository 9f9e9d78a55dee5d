"""The best value of a group: where low and high are equal, or what most origins count."""

from __future__ import annotations

from collections import defaultdict

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

    By ``most_origins`` it is the figure that most independent origins give, and among equals
    the lowest; of "between 20 and 30" and "at least 20" the 20. "At most 20" gives none.
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
    chosen = min(figures, key=lambda figure: (-origins[figure], figure))
    group.best = min(chosen, group.high) if group.high is not None else chosen
    rest = [f"{figure:,} ({_origins(origins[figure])})" for figure in sorted(figures)]
    others = f" Figures given: {listed(rest, most=8)}." if len(rest) > 1 else ""
    sentence = (
        f"Most likely: {group.best:,}, counted by most independent origins "
        f"({origins[chosen]}); among equals the lowest.{others}"
    )
    group.reasons.append(reason(rule.id, sentence, figures[chosen]))


def _origins(number: int) -> str:
    return f"{number} origin" if number == 1 else f"{number} origins"
