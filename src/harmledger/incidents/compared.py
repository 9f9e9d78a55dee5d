"""Pairs of events compared, each once: also those that a book compared before.

A pair is known by its seals (see ``describe.Node``), so what is kept of it holds as long as both
events say the same and their words are as rare. A pair's key has 64 bits: that two of the few
million pairs of a large book have one key is less likely than a fault of the machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from harmledger.incidents.describe import Node
from harmledger.incidents.links import Link, compare, weights
from harmledger.incidents.pairs import Pairs
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.screening import Screen
from harmledger.kept import Kept, Shelf, digest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["Comparer", "Scored"]

#: Two events and their link.
Scored = tuple[int, int, Link]

#: Odd numbers by which the seals of the first and the second event are mixed.
_FIRST, _SECOND = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F


class Comparer:
    """Compares events; without ``kept`` each pair anew."""

    def __init__(self, nodes: Sequence[Node], rarity: Rarity, kept: Kept | None) -> None:
        self._nodes = nodes
        self._rarity = rarity
        self._kept = kept
        self._links: dict[tuple[int, int], Link] = {}

    def linked(self, pairs: Iterable[tuple[Numbers, Numbers]]) -> tuple[Numbers, Numbers]:
        """Those of the candidates (see there) whose link reaches the bar for proposals."""
        import numpy as np

        if self._kept is None:
            screen = Screen(self._nodes, self._rarity)
            for lot in pairs:
                self._compare(*lot, screen, np.arange(len(self._nodes)))
            found = np.array(list(self._links), np.int64).reshape(-1, 2)
            return found[:, 0], found[:, 1]
        lots = [(np.zeros(0, np.int64),) * 2, *pairs]
        one, two = (np.concatenate(side) for side in zip(*lots, strict=True))
        del lots
        seals = np.frombuffer(b"".join(node.seal[:8] for node in self._nodes), np.uint64)
        keys = seals[one] * np.uint64(_FIRST) + seals[two] * np.uint64(_SECOND)
        # One after another in memory: a search for keys in any order takes ten times as long.
        order = np.argsort(keys)
        keys, one, two = keys[order], one[order], two[order]
        shelf = Shelf(self._kept, "pairs", Pairs)
        known = shelf.held(digest()) or Pairs()
        linked = _among(keys, np.frombuffer(known.linked, np.uint64))
        new = np.flatnonzero(~(linked | _among(keys, np.frombuffer(known.apart, np.uint64))))
        del known
        linked[new] = self._new(one[new], two[new])
        shelf.put(digest(), Pairs(keys[~linked].tobytes(), keys[linked].tobytes()))
        return one[linked], two[linked]

    def link(self, one: int, two: int) -> Link | None:
        """The link of the earlier event with the later one; None where nothing speaks for it."""
        return self._links.get((one, two)) or compare(
            self._nodes[one], self._nodes[two], self._rarity
        )

    def _new(self, one: Numbers, two: Numbers) -> NDArray[np.bool_]:
        """Which of these pairs are linked: only their events are laid out for the quick bound."""
        import numpy as np

        places, at = np.unique(np.concatenate([one, two]), return_inverse=True)
        screen = Screen([self._nodes[number] for number in places.tolist()], self._rarity)
        return self._compare(at[: len(one)], at[len(one) :], screen, places)

    def _compare(
        self, ones: Numbers, twos: Numbers, screen: Screen, numbers: Numbers
    ) -> NDArray[np.bool_]:
        """``numbers``: of each event of the screen its number in the book."""
        import numpy as np

        bar = weights()["proposed"]
        found = np.zeros(len(ones), bool)
        passing = np.flatnonzero(screen.passing(ones, twos))
        here, there = numbers[ones[passing]].tolist(), numbers[twos[passing]].tolist()
        for at, one, two in zip(passing.tolist(), here, there, strict=True):
            link = compare(self._nodes[one], self._nodes[two], self._rarity)
            if link is not None and link.score >= bar:
                found[at] = True
                self._links[one, two] = link
        return found


def _among(keys: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which keys are among those known; both ascend."""
    import numpy as np

    if not len(known):
        return np.zeros(len(keys), bool)
    at = known.searchsorted(keys)
    at[at == len(known)] = 0
    found: NDArray[np.bool_] = known[at] == keys
    return found
