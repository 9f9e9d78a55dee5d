"""Right, extra and missed claims of a report, as the scorer beside the data joins them to marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

__all__ = ["Counted", "Matched", "counts", "line", "marks_at", "matched"]


class Counted(Protocol):
    """What a claim is joined to a mark by: its span, measure and bounds."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def low(self) -> int | None: ...
    @property
    def high(self) -> int | None: ...
    @property
    def measure(self) -> str: ...


_One = TypeVar("_One", bound=Counted)


@dataclass(frozen=True, slots=True)
class Matched(Generic[_One]):
    """Claims with the sure marks they agree with, sure marks that were missed, and claims that
    no mark covers."""

    pairs: list[tuple[_One, dict[str, Any]]]
    missed: list[dict[str, Any]]
    extra: list[_One]


def matched(claims: Sequence[_One], marks: Sequence[dict[str, Any]]) -> Matched[_One]:
    """A claim agrees with a mark that it overlaps where measure, low and high are equal.

    Each claim and mark is used once. A mark in doubt neither counts nor makes the claims at its
    place extra.
    """
    used: set[int] = set()
    pairs: list[tuple[_One, dict[str, Any]]] = []
    missed: list[dict[str, Any]] = []
    for mark in marks:
        sure = mark.get("sure", True)
        over = [
            n
            for n, one in enumerate(claims)
            if n not in used and _overlap(one.start, one.end, mark)
        ]
        wanted = (mark["measure"], mark["low"], mark["high"])
        hit = next((n for n in over if _told(claims[n]) == wanted), None)
        if hit is not None:
            used.add(hit)
            if sure:
                pairs.append((claims[hit], mark))
        elif sure:
            missed.append(mark)
        else:
            used.update(over)
    return Matched(pairs, missed, [one for n, one in enumerate(claims) if n not in used])


def marks_at(
    start: int, end: int, bounds: tuple[int | None, int | None], marks: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The marks that overlap a span and have these bounds, whatever their measure."""
    return [
        mark
        for mark in marks
        if _overlap(start, end, mark) and (mark["low"], mark["high"]) == bounds
    ]


def _overlap(start: int, end: int, mark: dict[str, Any]) -> bool:
    return bool(start < mark["end"] and mark["start"] < end)


def _told(one: Counted) -> tuple[str, int | None, int | None]:
    return one.measure, one.low, one.high


def counts(claims: Sequence[Counted], answer: dict[str, Any]) -> Counter[str]:
    """Right, extra and missed claims of a report; also apart: `` 1`` of one person, `` 2``."""
    found: Counter[str] = Counter()
    joined = matched(claims, answer["claims"])
    for word, bounds in (
        ("right", [(mark["low"], mark["high"]) for _, mark in joined.pairs]),
        ("missed", [(mark["low"], mark["high"]) for mark in joined.missed]),
        ("extra", [(one.low, one.high) for one in joined.extra]),
    ):
        for low, high in bounds:
            found.update([word, f"{word} {'1' if low == high == 1 else '2'}"])
    return found


def line(name: str, total: Counter[str], group: str = "") -> str:
    """Precision, recall and F1 in one line."""
    right, extra, missed = (total[f"{word}{group}"] for word in ("right", "extra", "missed"))
    p, r = right / max(1, right + extra), right / max(1, right + missed)
    f1 = 2 * right / max(1, 2 * right + extra + missed)
    return f"{name}: precision {p:.3f}, recall {r:.3f}, F1 {f1:.3f} (right {right}, extra {extra})"
