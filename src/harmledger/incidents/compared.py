"""Pairs of events compared, each once: also those that a book compared before.

A pair is known by its seals (see ``describe.Node``), so what is kept of it holds as long as both
events say the same and their words are as rare. A pair's key has 64 bits: that two of the few
million pairs of a large book have one key is less likely than a fault of the machine.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from harmledger.incidents.links import Link, compare, weights
from harmledger.incidents.node import Node
from harmledger.incidents.pairs import Pairs, pairs_of
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
_BITS = (1 << 64) - 1

#: Pairs that are screened at one time: what bounds memory.
_SCREENED = 1 << 19

#: Pairs that are compared before what was read of their events is let go again.
_LOT = 1 << 15


class Comparer:
    """Compares events; without ``kept`` each pair anew."""

    def __init__(self, nodes: Sequence[Node], rarity: Rarity, kept: Kept | None) -> None:
        import numpy as np

        self._nodes = nodes
        self._rarity = rarity
        self._kept = kept
        self._known = Pairs()
        self._apart: NDArray[np.uint64] = np.zeros(0, np.uint64)
        self._links: dict[int, Link] = {}
        self._alike: dict[int, float] = {}
        self._known_alike: dict[int, float] = {}
        if kept is not None:
            seals = b"".join(node.seal[:8] for node in nodes)
            self._seals = np.frombuffer(seals, np.uint64)
            # As plain numbers, which are quicker to take one by one.
            self._mixed: list[list[int]] = [
                (self._seals * np.uint64(by)).tolist() for by in (_FIRST, _SECOND)
            ]
            self._known = Shelf(kept, "pairs", Pairs).held(digest()) or self._known
            known = array("Q", self._known.alike), array("d", self._known.alikeness)
            self._known_alike = dict(zip(*known, strict=True))

    def links(self, pairs: Iterable[tuple[Numbers, Numbers]]) -> list[Scored]:
        """The links of candidates (see there) that reach the bar for proposals."""
        import numpy as np

        found: list[Scored] = []
        if self._kept is None:
            screen = Screen(self._nodes, self._rarity)
            for lot in pairs:
                found += self._linked(*lot, screen, np.arange(len(self._nodes)))
            self._links = {self._key(a, b): link for a, b, link in found}
            return found
        # Half as wide where that is enough: a large book has millions of pairs.
        lots = [(one.astype(np.int32), two.astype(np.int32)) for one, two in pairs]
        none = np.zeros(0, np.int32)
        one, two = (np.concatenate(side) for side in zip((none, none), *lots, strict=True))
        del lots
        keys = self._seals[one] * np.uint64(_FIRST) + self._seals[two] * np.uint64(_SECOND)
        open_ = ~_among(keys, np.frombuffer(self._known.apart, np.uint64))
        linked = open_ & _among(keys, np.frombuffer(self._known.links, np.uint64))
        held = self._known.held()
        self._known = Pairs()
        places = linked.nonzero()[0]
        # Of a new book all pairs are new: as arrays they take a tenth of the memory.
        for key, here, there in zip(
            keys[places].tolist(), one[places].tolist(), two[places].tolist(), strict=True
        ):
            link = self._links[key] = held[key]
            found.append((here, there, link))
        del held
        new = (open_ & ~linked).nonzero()[0]
        made = self._new_links(one[new], two[new])
        self._links.update((self._key(a, b), link) for a, b, link in made)
        found += made
        links = np.array(sorted(self._links), np.uint64)
        self._apart = np.sort(keys[~_among(keys, links)])
        return found

    def alike(self, one: int, two: int) -> float:
        """How alike two events are; 0 where nothing speaks for it or something against it."""
        if one > two:
            one, two = two, one
        key = self._key(one, two)
        link = self._links.get(key)
        if link is not None:
            return _likeness(link)
        known = self._known_alike.get(key)
        if known is None:
            link = compare(self._nodes[one], self._nodes[two], self._rarity)
            known = self._known_alike[key] = _likeness(link)
        self._alike[key] = known
        return known

    def keep(self) -> None:
        """Keep what was compared."""
        if self._kept is None:
            return
        pairs = pairs_of(self._apart.tobytes(), self._links, self._alike)
        Shelf(self._kept, "pairs", Pairs).put(digest(), pairs)

    def _key(self, one: int, two: int) -> int:
        if self._kept is None:
            return one * len(self._nodes) + two
        return (self._mixed[0][one] + self._mixed[1][two]) & _BITS

    def _new_links(self, one: Numbers, two: Numbers) -> list[Scored]:
        """Of pairs that nothing is known of: only their events are laid out for the quick bound."""
        import numpy as np

        present = np.zeros(len(self._nodes), bool)
        present[one] = present[two] = True
        places = present.nonzero()[0]
        at = np.cumsum(present, dtype=np.int64) - 1
        screen = Screen([self._nodes[number] for number in places.tolist()], self._rarity)
        return self._linked(at[one], at[two], screen, places)

    def _linked(
        self, ones: Numbers, twos: Numbers, screen: Screen, numbers: Numbers
    ) -> list[Scored]:
        """``numbers``: of each event of the screen its number in the book."""
        import numpy as np

        bar = weights()["proposed"]
        found: list[Scored] = []
        slices = [slice(first, first + _SCREENED) for first in range(0, len(ones), _SCREENED)]
        passing = np.concatenate(
            [np.zeros(0, bool), *(screen.passing(ones[own], twos[own]) for own in slices)]
        )
        places = np.stack([numbers[ones[passing]], numbers[twos[passing]]])
        for first in range(0, places.shape[1], _LOT):
            lot = places[:, first : first + _LOT]
            for here, there in zip(*lot.tolist(), strict=True):
                link = compare(self._nodes[here], self._nodes[there], self._rarity)
                if link is not None and link.score >= bar:
                    found.append((here, there, link))
            if lot.shape[1] == _LOT:
                for at in np.unique(lot).tolist():
                    self._nodes[at].let_go()
        return found


def _likeness(link: Link | None) -> float:
    return 0.0 if link is None or link.contradicted else max(0.0, link.score)


def _among(keys: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which keys are among those known, which ascend."""
    import numpy as np

    if not len(known):
        return np.zeros(len(keys), bool)
    # One after another in memory: a search for keys in any order takes ten times as long.
    order = np.argsort(keys)
    ordered = keys[order]
    at = known.searchsorted(ordered)
    at[at == len(known)] = 0
    found = np.zeros(len(keys), bool)
    found[order] = known[at] == ordered
    return found
