"""The time and place of claims that were put together, where no reports are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from harmledger.dates import span_of
from harmledger.places import is_fine
from harmledger.records import Claim, When, Where

__all__ = ["agreed_when", "agreed_where"]

_T = TypeVar("_T", When, Where)


def agreed_when(claims: Sequence[Claim]) -> When | None:
    """The most exact time, and of equally exact ones that of the most texts."""
    return _agreed(claims, lambda claim: claim.time, _rank_of_time)


def agreed_where(claims: Sequence[Claim]) -> Where | None:
    """The most exact place, and of equally exact ones that of the most texts."""
    return _agreed(claims, lambda claim: claim.place, _rank_of_place)


def _agreed(
    claims: Sequence[Claim],
    get: Callable[[Claim], _T | None],
    rank: Callable[[_T], tuple[int, object]],
) -> _T | None:
    texts: dict[tuple[int, object], set[str]] = {}
    values: dict[tuple[int, object], _T] = {}
    for claim in claims:
        value = get(claim)
        if value is not None:
            key = rank(value)
            texts.setdefault(key, set()).add(claim.text_id)
            values.setdefault(key, value)
    if not texts:
        return None
    return values[min(texts, key=lambda key: (key[0], -len(texts[key]), repr(key)))]


def _rank_of_time(when: When) -> tuple[int, object]:
    span = span_of(when)
    if span is None:
        return 3, when.surface
    return 2 if span.yearless else 1 if span.coarse else 0, (when.start, when.end)


def _rank_of_place(where: Where) -> tuple[int, object]:
    resolved = where.geonameid is not None or where.lat is not None
    name = where.geonameid if where.geonameid is not None else where.name.casefold()
    return 0 if is_fine(where) else 1 if resolved else 2, name
