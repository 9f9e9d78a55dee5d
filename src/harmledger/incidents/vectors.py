"""Unit vectors of words: the numbers of the words, ascending, and what each weighs."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Vector", "Vectors", "cosine", "rarest", "shared_words"]


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """``numbers`` ascend; ``weights`` are above zero, and their squares add up to one."""

    numbers: NDArray[np.int32]
    weights: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.numbers)


class Vectors:
    """The vectors of many events, one behind another: few objects for a large book."""

    def __init__(self) -> None:
        self._parts: list[tuple[NDArray[np.int32], NDArray[np.float64], NDArray[np.int64]]] = []
        self.numbers: NDArray[np.int32]
        self.weights: NDArray[np.float64]
        self.sizes: NDArray[np.int64]
        self._ends: list[int]

    def add(
        self,
        numbers: NDArray[np.int32],
        weights: NDArray[np.float64],
        sizes: NDArray[np.int64],
    ) -> None:
        """Those of further events: ``sizes`` says how many words each has."""
        self._parts.append((numbers, weights, sizes))

    def close(self) -> None:
        """All are there, and can be asked for."""
        import numpy as np

        none = (np.zeros(0, np.int32), np.zeros(0), np.zeros(0, np.int64))
        parts = [none, *self._parts]
        self._parts = []
        self.numbers, self.weights, self.sizes = map(np.concatenate, zip(*parts, strict=True))
        self._ends = [0, *np.cumsum(self.sizes).tolist()]

    def of(self, at: int) -> Vector:
        """That of the event at this place."""
        own = slice(self._ends[at], self._ends[at + 1])
        return Vector(self.numbers[own], self.weights[own])


def shared_words(one: Vector, two: Vector) -> dict[int, float]:
    """By the number of each word of both: the product of what it weighs in them."""
    if not len(one) or not len(two):
        return {}
    at = two.numbers.searchsorted(one.numbers)
    at[at == len(two)] = 0
    both = two.numbers[at] == one.numbers
    products = one.weights[both] * two.weights[at[both]]
    return dict(zip(one.numbers[both].tolist(), products.tolist(), strict=True))


def cosine(shared: dict[int, float], without: Collection[int] = ()) -> float:
    """0 to 1, of the shared words but those of ``without``; rounded."""
    # An exact sum, so that it does not depend on the order.
    return round(math.fsum(v for word, v in shared.items() if word not in without), 9)


def rarest(vector: Vector, number: int, kept: Callable[[int], bool]) -> list[int]:
    """The words that weigh most among those that are ``kept``, the heaviest first."""
    # Heaviest first; of equals the first by the alphabet.
    ranked = vector.numbers[(-vector.weights.round(9)).argsort(kind="stable")].tolist()
    return list(islice(filter(kept, ranked), number))
