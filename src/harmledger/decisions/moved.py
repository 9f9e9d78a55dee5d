"""Which figures a decision moved: each figure before, with the one that took its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from harmledger.records import Assessment, Figure, Moved, Snapshot

__all__ = ["corrects", "moved"]

_Pair = tuple[Figure | None, Figure | None]


def moved(
    before: Sequence[Figure],
    after: Sequence[Figure],
    assessments: Iterable[Assessment],
) -> list[_Pair]:
    """The pairs that a reader would see differ, in the order of ``before``; None: no figure.

    An id follows from the claims of an incident, so a figure may live on under another one: it
    is then the figure of the same measure, unit and people that shares most claims with it.
    ``assessments``: those of both.
    """
    status = {one.id: one.status for one in assessments}
    new = {figure.id: figure for figure in after}
    pairs: dict[str, Figure | None] = {f.id: new.pop(f.id) for f in before if f.id in new}
    rest: dict[tuple[object, ...], list[Figure]] = {}
    for figure in new.values():
        rest.setdefault(_definition(figure, status), []).append(figure)
    scored = [
        (-shared, old.id, other.id)
        for old in before
        if old.id not in pairs
        for other in rest.get(_definition(old, status), ())
        if (shared := len(_claims(old) & _claims(other)))
    ]
    for _, old_id, new_id in sorted(scored):
        if old_id not in pairs and new_id in new:
            pairs[old_id] = new.pop(new_id)
    found: list[_Pair] = [(old, pairs.get(old.id)) for old in before]
    found += [(None, figure) for figure in new.values()]
    return [pair for pair in found if _seen(pair[0]) != _seen(pair[1])]


def _definition(figure: Figure, status: Mapping[str, str | None]) -> tuple[object, ...]:
    people = status.get(figure.assessment)
    kind = figure.measure, figure.unit, figure.phase
    return figure.subject_kind, *kind, people, figure.method


def _claims(figure: Figure) -> frozenset[str]:
    return frozenset(link.claim_id for link in figure.trace)


def _seen(figure: Figure | None) -> tuple[object, ...] | None:
    """What a reader sees of a figure."""
    if figure is None:
        return None
    f = figure
    return f.statement, f.low, f.best, f.high, f.grade, f.independent_origins, f.status


def corrects(pairs: Iterable[_Pair]) -> tuple[Moved, ...]:
    """What of it readers must be told: not that a draft was approved, or is a draft again."""
    return tuple(
        Moved(before=_snapshot(one), after=_snapshot(two), texts=_texts(one, two))
        for one, two in pairs
        if not _approval(one, two)
    )


def _approval(one: Figure | None, two: Figure | None) -> bool:
    if one is None or two is None or "withdrawn" in {one.status, two.status}:
        return False
    first, second = _seen(one), _seen(two)
    return first is not None and second is not None and first[:-1] == second[:-1]


def _texts(*figures: Figure | None) -> tuple[str, ...]:
    links = [link for figure in figures if figure is not None for link in figure.trace]
    return tuple(dict.fromkeys(link.text_id for link in links))


def _snapshot(figure: Figure | None) -> Snapshot | None:
    if figure is None:
        return None
    return Snapshot(
        figure=figure.id,
        statement=figure.statement,
        low=figure.low,
        best=figure.best,
        high=figure.high,
        grade=figure.grade,
        independent_origins=figure.independent_origins,
        status=figure.status,
    )
