"""A number for each pair of wordings that was looked at, kept from one run to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.families.arrays import firsts_of_runs
from harmledger.families.wordings import Wording
from harmledger.kept import Kept, Shelf, digest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from harmledger.families.tokens import Hashes

    Numbers = NDArray[np.int64]

__all__ = ["LookedAt", "pair_keys"]

#: Odd numbers by which the words of the longer and the shorter text are mixed.
_FIRST, _SECOND = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F


def pair_keys(hashes: Hashes, one: Numbers, two: Numbers) -> Hashes:
    """A key of each pair of positions, by the ``hashes`` of both."""
    import numpy as np

    return hashes[one] * np.uint64(_FIRST) + hashes[two] * np.uint64(_SECOND)


@dataclass(frozen=True, slots=True)
class _Held:
    """Keys of pairs, ascending, of eight bytes each; and their numbers, of four bytes each."""

    keys: bytes = b""
    numbers: bytes = b""


class LookedAt:
    """Numbers of pairs, known by the words of both; without ``kept`` each pair is looked at.

    A pair's key has 64 bits, see ``incidents.compared``.
    """

    def __init__(self, wordings: Sequence[Wording], kept: Kept | None, shelf: str) -> None:
        import numpy as np

        self._shelf = Shelf(kept, shelf, _Held) if kept else None
        self._words: Hashes = np.array(
            [int(wording.key[:16], 16) for wording in wordings] if kept else [], np.uint64
        )

    def of(self, one: Numbers, two: Numbers, look: Callable[[Numbers], Numbers]) -> Numbers:
        """The number of each pair of positions; ``look``: those of the pairs at these places.

        To be asked once: what is kept then is what was asked for.
        """
        import numpy as np

        if self._shelf is None:
            return look(np.arange(len(one)))
        keys = pair_keys(self._words, one, two)
        held = self._shelf.held(digest()) or _Held()
        known = np.frombuffer(held.keys, np.uint64)
        at = known.searchsorted(keys)
        at[at == len(known)] = 0
        there = known[at] == keys if len(known) else np.zeros(len(keys), bool)
        numbers = np.zeros(len(keys), np.int64)
        numbers[there] = np.frombuffer(held.numbers, np.int32)[at[there]]
        new = np.flatnonzero(~there)
        numbers[new] = look(new)
        order = np.argsort(keys, kind="stable")
        order = order[firsts_of_runs(keys[order])]
        self._shelf.put(
            digest(), _Held(keys[order].tobytes(), numbers[order].astype(np.int32).tobytes())
        )
        return numbers
