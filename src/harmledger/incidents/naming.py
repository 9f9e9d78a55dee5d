"""How rare names are among the events of a book."""

from __future__ import annotations

import hashlib
import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from harmledger.incidents.frequency import (
    LISTED_AS,
    RAREST,
    STEP,
    UNLISTED,
    WITHIN,
    counted,
    listed,
    stepped,
)
from harmledger.incidents.telling import Name
from harmledger.incidents.words import stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint64]

__all__ = ["Names", "level_of", "name_code"]

#: A person whom more events than this name is no private person.
_WELL_KNOWN = 25


class Names:
    """The names of all events. A name has a number, its place among the codes of all."""

    def __init__(self, codes: Codes, events: float) -> None:
        """``codes``: of all events, each once an event; ``events``: how many there are."""
        import numpy as np

        self._events = events
        self._codes, self._named = counted(codes)
        numbers, self._class = np.unique(self._named, return_inverse=True)
        self._of_classes = np.array(
            [[self._of_name(number, level) for level in _levels()] for number in numbers.tolist()]
        ).reshape(-1, len(_levels()))
        self._times_of: dict[Name, int] = {}
        self._of_names: dict[Name, float] = {}

    def times(self, name: Name) -> int:
        """How many events have the name."""
        import numpy as np

        known = self._times_of.get(name)
        if known is None:
            code = np.uint64(name_code(name))
            at = int(self._codes.searchsorted(code))
            there = at < len(self._codes) and self._codes[at] == code
            known = self._times_of[name] = int(self._named[at]) if there else 0
        return known

    def of(self, name: Name) -> float:
        """Of two neighbouring words of a name: as rare as the rarer of them, or rarer."""
        value = self._of_names.get(name)
        if value is None:
            level = _levels()[level_of(name)]
            value = self._of_names[name] = self._of_name(self.times(name), level)
        return value

    def _of_name(self, times: int, level: float) -> float:
        having = stepped(times, STEP, WITHIN) + LISTED_AS * math.exp(-level)
        return min(RAREST, max(0.0, math.log((self._events + LISTED_AS) / having)))

    def ranks(self, codes: Codes) -> NDArray[np.int64]:
        """The numbers of names of the book, by their codes."""
        return self._codes.searchsorted(codes)

    def shared(self, ranks: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether more than one event has the name, by its number."""
        found: NDArray[np.bool_] = self._named[ranks] > 1
        return found

    def of_ranks(self, ranks: NDArray[np.int64], levels: NDArray[np.uint8]) -> NDArray[np.float64]:
        """How rare names are, by their numbers and levels (:func:`level_of`)."""
        values: NDArray[np.float64] = self._of_classes[self._class[ranks], levels]
        return values

    def often(self, ranks: NDArray[np.int64]) -> NDArray[np.bool_]:
        """See :meth:`well_known`."""
        found: NDArray[np.bool_] = self._named[ranks] > _WELL_KNOWN
        return found

    def well_known(self, name: Name) -> bool:
        """Whether more events have the name than tell of one private person."""
        return self.times(name) > _WELL_KNOWN


@cache
def _levels() -> tuple[float, ...]:
    """How rare the list can call a word."""
    return tuple(sorted({*listed().values(), UNLISTED}))


@lru_cache(maxsize=1 << 17)
def level_of(name: Name) -> int:
    """How rare the list calls the rarer word of a name: its place in the order of what it can."""
    return _levels().index(max(listed().get(stem(part), UNLISTED) for part in name))


@lru_cache(maxsize=1 << 17)
def name_code(name: Name) -> int:
    """The name as a number of 64 bits."""
    plain = "\n".join(name).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(plain, digest_size=8, person=b"name").digest(), "big")
