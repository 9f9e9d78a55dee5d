"""What stands first where a person looks: what most counted and most reports tell of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from harmledger.records import Counter, Figure, Incident, Toll

__all__ = ["for_people", "order_of"]


def for_people(kind: str, records: Iterable[Any]) -> list[Any]:
    """The records of a kind in the order of a table; those without one keep the book's.

    Incidents: the most independent origins first, then the most reports, then by date. Figures:
    those of one incident or toll together, the best supported subjects first, within one by
    measure. Tolls: the most readings first, then the latest. Counters: those of most reports.
    """
    found = list(records)
    if kind == "figures":
        return _figures(found)
    key = _KEYS.get(kind)
    return sorted(found, key=key) if key else found


def order_of(measure: str) -> tuple[int, str]:
    """The place of a measure: see ``figures.measure_order``."""
    # Here, not above: `harmledger list --help` need not load the stages.
    from harmledger.figures import measure_order

    return measure_order(measure)


def _incident(one: Incident) -> tuple[Any, ...]:
    when = (one.when.start if one.when else None) or "9999"
    return -one.independent_origins, -len(one.reports), when, one.id


def _toll(one: Toll) -> tuple[Any, ...]:
    last = one.points[-1] if one.points else None
    day = (last.as_of or last.reported_at or "") if last else ""
    # Later days first: each digit turned round.
    turned = tuple(-int(part) for part in day.split("-") if part.isdigit())
    return -len(one.points), turned, one.counter, order_of(one.measure), one.id


def _counter(one: Counter) -> tuple[Any, ...]:
    documents = {document for name in one.names for document in name.documents}
    return -len(documents), one.name.casefold(), one.id


_KEYS: Mapping[str, Callable[[Any], tuple[Any, ...]]] = {
    "counters": _counter,
    "incidents": _incident,
    "tolls": _toll,
}


def _figures(figures: list[Figure]) -> list[Figure]:
    support: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    reports = {f.id: len({link.document for link in f.trace}) for f in figures}
    for one in figures:
        now = one.independent_origins, reports[one.id]
        support[one.subject] = max(support[one.subject], now)

    def key(one: Figure) -> tuple[Any, ...]:
        origins, told = support[one.subject]
        own = order_of(one.measure), -reports[one.id], -one.independent_origins, one.id
        # Running counts come behind events.
        return one.subject_kind == "toll", -origins, -told, one.subject, *own

    return sorted(figures, key=key)
