"""How the numbers of two events agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from harmledger.incidents.node import Figure, Node

__all__ = ["SIZES", "figure_values", "figures_apart", "shared_figures", "size_feature", "size_of"]


#: The features of sharing a figure, by its size.
SIZES = ("figure_small", "figure_middle", "figure_large")


def figure_values(one: Node, two: Node) -> dict[str, float]:
    """By feature how many of two shared figures are of its size, as a share of two."""
    values: dict[str, float] = {}
    shared = shared_figures(one, two)
    for figure in shared[:2]:
        name = size_feature(figure)
        values[name] = values.get(name, 0.0) + 0.5
    if figures_apart(one, two):
        values["figures_differ"] = 1.0
    return values


def size_feature(figure: Figure) -> str:
    """The feature of sharing a figure of this size."""
    size = size_of(figure)
    return "figure_large" if size >= 10 else "figure_middle" if size >= 3 else "figure_small"


def shared_figures(one: Node, two: Node) -> list[Figure]:
    """The figures above zero that both give, the largest first."""
    shared = (figure for figure in one.figures & two.figures if size_of(figure))
    return sorted(shared, key=lambda figure: (-size_of(figure), str(figure)))


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
