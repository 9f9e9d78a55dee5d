"""Pairs of events compared, each once: also those that a book compared before.

A pair is known by its seals (see ``describe.Node``), so what is kept of it holds as long as both
events say the same and their words are as rare. A pair's key has 64 bits: that two of the few
million pairs of a large book have one key is less likely than a fault of the machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
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
    Keys = NDArray[np.uint64]

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

    @cached_property
    def _screen(self) -> Screen:
        return Screen(self._nodes, self._rarity)

    def linked(self, pairs: Iterable[tuple[Numbers, Numbers]]) -> tuple[Numbers, Numbers]:
        """Those of the candidates (see there) whose link reaches the bar for proposals."""
        import numpy as np

        found = [(np.zeros(0, np.int64),) * 2]
        if self._kept is None:
            for one, two in pairs:
                linked = self._compare(one, two)
                found.append((one[linked], two[linked]))
        else:
            # Some pairs at a time: all those of a large book take much memory.
            known = self._known()
            keys = [(np.zeros(0, np.uint64),) * 2]
            seals = np.frombuffer(b"".join(node.seal[:8] for node in self._nodes), np.uint64)
            for one, two in pairs:
                own = seals[one] * np.uint64(_FIRST) + seals[two] * np.uint64(_SECOND)
                linked, new = _among(own, *known)
                linked[new] = self._compare(one[new], two[new])
                keys.append((own[~linked], own[linked]))
                found.append((one[linked], two[linked]))
            self._keep(*(np.sort(np.concatenate(side)) for side in zip(*keys, strict=True)))
        # In a large book it takes much memory, and nothing is compared in such numbers any more.
        self.__dict__.pop("_screen", None)
        ones, twos = (np.concatenate(side) for side in zip(*found, strict=True))
        return ones, twos

    def _known(self) -> tuple[Keys, Keys]:
        import numpy as np

        held = Shelf(self._kept, "pairs", Pairs).held(digest()) or Pairs()
        return np.frombuffer(held.linked, np.uint64), np.frombuffer(held.apart, np.uint64)

    def _keep(self, apart: Keys, linked: Keys) -> None:
        Shelf(self._kept, "pairs", Pairs).put(digest(), Pairs(apart.tobytes(), linked.tobytes()))

    def link(self, one: int, two: int) -> Link | None:
        """The link of the earlier event with the later one; None where nothing speaks for it."""
        return self._links.get((one, two)) or compare(
            self._nodes[one], self._nodes[two], self._rarity
        )

    def _compare(self, ones: Numbers, twos: Numbers) -> NDArray[np.bool_]:
        """Which of these pairs are linked."""
        import numpy as np

        bar = weights()["proposed"]
        found = np.zeros(len(ones), bool)
        passing = np.flatnonzero(self._screen.passing(ones, twos)) if len(ones) else ones
        here, there = ones[passing].tolist(), twos[passing].tolist()
        for at, one, two in zip(passing.tolist(), here, there, strict=True):
            link = compare(self._nodes[one], self._nodes[two], self._rarity)
            if link is not None and link.score >= bar:
                found[at] = True
                self._links[one, two] = link
        return found


def _among(keys: Keys, linked: Keys, apart: Keys) -> tuple[NDArray[np.bool_], Numbers]:
    """Which keys are among those that are linked, and the places of those that are in neither."""
    import numpy as np

    # One after another in memory: a search for keys in any order takes ten times as long.
    order = np.argsort(keys)
    ordered = keys[order]
    is_linked = np.zeros(len(keys), bool)
    is_linked[order] = _there(ordered, linked)
    known = is_linked.copy()
    known[order] |= _there(ordered, apart)
    return is_linked, np.flatnonzero(~known)


def _there(keys: Keys, known: Keys) -> NDArray[np.bool_]:
    """Which keys are among those known; both ascend."""
    import numpy as np

    if not len(known):
        return np.zeros(len(keys), bool)
    at = known.searchsorted(keys)
    at[at == len(known)] = 0
    there: NDArray[np.bool_] = known[at] == keys
    return there
