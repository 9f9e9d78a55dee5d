"""Sets that are joined and never parted again."""

from __future__ import annotations

__all__ = ["Unions"]


class Unions:
    """Union-find over ``range(size)`` in which the smallest number stands for its set."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, item: int) -> int:
        """The number that stands for the set of ``item``."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def apart(self, one: int, two: int) -> bool:
        """Whether both stand in different sets."""
        return self.root(one) != self.root(two)

    def join(self, one: int, two: int) -> None:
        """Make the sets of both one."""
        first, second = sorted((self.root(one), self.root(two)))
        self._parent[second] = first

    def roots(self) -> list[int]:
        """For each number the one that stands for its set."""
        return [self.root(item) for item in range(len(self._parent))]
