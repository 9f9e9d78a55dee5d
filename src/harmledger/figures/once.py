"""Nobody is added up twice: incidents whose people are in the same sum as part of another's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from harmledger.assessments import Method, parts_among
from harmledger.figures.division import Row

__all__ = ["with_parts_marked"]


def with_parts_marked(rows: Iterable[Row], method: Method) -> list[Row]:
    """The rows; of those whose grades are added up together the parts of others are marked."""
    rule = method.rule("total")
    every = list(rows)
    together: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in every:
        one = row.value
        grade = "" if rule is None or one.grade in rule.options["grades"] else one.grade
        if not row.withdrawn:
            kind = one.measure, one.unit or "people", one.phase
            together[*kind, one.status, grade].append(row)
    within: set[str] = set()
    for own in together.values():
        parts = parts_among((row.incident, row.value) for row in own)
        within.update(row.value.id for row in own if row.incident.id in parts)
    return [replace(row, within=True) if row.value.id in within else row for row in every]
