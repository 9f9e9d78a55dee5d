"""How the numbers of two events agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from harmledger.incidents.node import Figure, Node

__all__ = [
    "LARGE",
    "SIZES",
    "figure_key",
    "figure_values",
    "figures_apart",
    "figures_near",
    "shared_figures",
    "size_feature",
    "size_of",
]


#: The features of sharing a figure, by its size.
SIZES = ("figure_small", "figure_middle", "figure_large")

#: From here on a figure is large.
LARGE = 10

#: Measures whose tolls are counted again and again, and how far a later one may lie above.
_COUNTED_AGAIN = ("killed", "injured")
_NEAR = 1.25


def figure_values(one: Node, two: Node) -> dict[str, float]:
    """By feature how many of two shared figures are of its size, as a share of two."""
    values: dict[str, float] = {}
    shared = shared_figures(one, two)
    for _, size in shared[:2]:
        name = size_feature(size)
        values[name] = values.get(name, 0.0) + 0.5
    if figures_near(one, two):
        values["figure_near"] = 1.0
    if figures_apart(one, two):
        values["figures_differ"] = 1.0
    return values


def size_feature(size: int) -> str:
    """The feature of sharing a figure of this size."""
    return "figure_large" if size >= LARGE else "figure_middle" if size >= 3 else "figure_small"


def shared_figures(one: Node, two: Node) -> list[tuple[str, int]]:
    """The figures above zero that both give, as measures with numbers, the largest first: "31" and
    "at least 31" are one."""
    shared = set(map(figure_key, one.figures)) & set(map(figure_key, two.figures))
    return sorted((key for key in shared if key[1]), key=lambda key: (-key[1], key[0]))


def figure_key(figure: Figure) -> tuple[str, int]:
    """What is compared of a figure: its measure and its number."""
    return figure[0], size_of(figure)


def figures_near(one: Node, two: Node) -> tuple[str, int, int] | None:
    """Measure and numbers where the largest that both give, of ten and more, are not the same, but
    none lies a quarter above the other: a toll that was counted again."""
    shared = shared_figures(one, two)
    if shared and shared[0][1] >= LARGE:
        return None
    for measure in _COUNTED_AGAIN:
        first, second = (
            max((size_of(f) for f in node.figures if f[0] == measure), default=0)
            for node in (one, two)
        )
        if min(first, second) >= LARGE and max(first, second) <= _NEAR * min(first, second):
            return measure, first, second
    return None


def figures_apart(one: Node, two: Node) -> list[str]:
    """Measures of which no exact figure is shared, and the largest of one is less than half the
    smallest of the other."""
    measures = sorted({f[0] for f in one.figures} & {f[0] for f in two.figures})
    return [
        measure
        for measure in measures
        if _far(list(_exact(one.figures, measure)), list(_exact(two.figures, measure)))
    ]


def size_of(figure: Figure) -> int:
    """The low bound, else the high one; 0 where neither is known."""
    return figure[1] or figure[2] or 0


def _exact(figures: Iterable[Figure], measure: str) -> Iterable[int]:
    return (low for name, low, high in figures if name == measure and low and low == high)


def _far(one: Sequence[int], two: Sequence[int]) -> bool:
    if not one or not two:
        return False
    return 2 * max(one) < min(two) or 2 * max(two) < min(one)
