"""What events are filed under and looked up by: persons, names, words, places, and their times.

All of it as numbers: those of words are their own, those of names and places come behind them.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from harmledger.incidents.describe import Node
from harmledger.incidents.features import SOON_DAYS, window
from harmledger.incidents.places import is_fine, name_key
from harmledger.incidents.rarity import Rarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["ANY", "UNDATED", "Filed", "Listed", "filed_under"]

#: Days in a bucket of time.
_BUCKET = 4

#: Degrees of a cell of the map; places within 50 km are in neighbouring cells.
_CELL = 0.5

#: Rarest words of an event that are looked up at its time, and at any time.
_WORDS = 12
_ANY_TIME_WORDS = 12

#: Names of an event that are looked up at any time.
_NAMES = 12

#: From this rarity on a name or word is looked up at any time.
_RARE = 4.5

#: An event whose time is wider than so many buckets is filed as undated.
_MOST_BUCKETS = 12

#: Half days about a stated day in which another report may date the event.
_SLACK = 1

#: Times that are no bucket: of events without a time, and of all.
UNDATED, ANY = 0, 1

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Keys with their events: ``keys[i]`` belongs to the event at ``of[i]``."""

    keys: Numbers
    of: Numbers


@dataclass(frozen=True, slots=True)
class Filed:
    """What events are filed under and looked up by, whatever the time, and at their ``times``.

    ``times``: the first bucket of each event and the last; both ``UNDATED`` where it has no time.
    """

    always: Listed
    posted: Listed
    asked: Listed
    times: tuple[Numbers, Numbers]


class _Keys:
    """Keys that are no words, and the events that have them."""

    def __init__(self) -> None:
        self.keys, self.of = array("q"), array("q")

    def add(self, event: int, keys: Iterable[int]) -> None:
        for key in keys:
            self.keys.append(key)
            self.of.append(event)

    def behind(self, words: Listed) -> Listed:
        """With the words of all events."""
        import numpy as np

        return Listed(
            np.concatenate([words.keys, np.array(self.keys, np.int64)]),
            np.concatenate([words.of, np.array(self.of, np.int64)]),
        )


def filed_under(nodes: Sequence[Node], rarity: Rarity) -> Filed:
    """What all events are filed under and looked up by."""
    import numpy as np

    size = len(rarity.words)
    known: dict[_Key, int] = {}

    def numbered(keys: Iterable[_Key]) -> list[int]:
        return [known.setdefault(key, len(known)) + size for key in keys]

    always, posted, asked = _Keys(), _Keys(), _Keys()
    for event, node in enumerate(nodes):
        always.add(event, numbered(_names(node, rarity)))
        here, around = _places(node)
        posted.add(event, numbered(here))
        asked.add(event, numbered(around))
    times = np.array([_buckets(node) for node in nodes], np.int64).reshape(-1, 2)
    dated = times[:, 0] <= times[:, 1]
    times += ANY + 1 - times[dated].min(initial=0)
    times[~dated] = UNDATED
    rare, words = _words(nodes, rarity)
    return Filed(
        always.behind(rare), posted.behind(words), asked.behind(words), (times[:, 0], times[:, 1])
    )


def _buckets(node: Node) -> tuple[int, int]:
    """The first bucket of its time and the last; the last before the first where it has none."""
    low, high = window(node)
    if math.isinf(low) and node.published is not None:
        # Most reports come soon after the event; later ones are met by names and rare words.
        low = node.published - SOON_DAYS
    if math.isinf(low) or (high - low) / _BUCKET > _MOST_BUCKETS:
        return 0, -1
    return int((low - _SLACK) // _BUCKET), int((high + _SLACK) // _BUCKET)


def _words(nodes: Sequence[Node], rarity: Rarity) -> tuple[Listed, Listed]:
    """Rare words that are looked up whatever the time, and the heaviest at its time."""
    import numpy as np

    vectors = [node.vector for node in nodes]
    of = np.repeat(np.arange(len(nodes)), [len(vector) for vector in vectors])
    numbers = np.concatenate([vector.numbers for vector in vectors]).astype(np.int64)
    weights = np.concatenate([vector.weights for vector in vectors])
    shared = rarity.many[numbers]
    of, numbers, weights = of[shared], numbers[shared], weights[shared]
    values = rarity.values[numbers]
    rare = values >= _RARE
    return (
        _heaviest(numbers[rare], of[rare], values[rare], _ANY_TIME_WORDS),
        _heaviest(numbers, of, weights, _WORDS),
    )


def _heaviest(numbers: Numbers, of: Numbers, weights: NDArray[np.float64], most: int) -> Listed:
    """Of each event the words that weigh most, of equals the first by the alphabet."""
    import numpy as np

    order = np.lexsort((-weights.round(9), of))
    of = of[order]
    kept = np.arange(len(of)) - of.searchsorted(of) < most
    return Listed(numbers[order[kept]], of[kept])


def _names(node: Node, rarity: Rarity) -> list[_Key]:
    """Names that are looked up whatever the time: persons, and the rarest others."""
    shared, people = rarity.shared, node.people
    keys: list[_Key] = [name for name in people.persons if name in shared]
    names = [
        (-value, name)
        for name in people.names
        if (value := shared.get(name, 0.0)) >= _RARE and name not in people.persons
    ]
    return keys + [name for _, name in sorted(names)[:_NAMES]]


def _places(node: Node) -> tuple[Sequence[_Key], Sequence[_Key]]:
    """Places to be filed under, and to look up (the neighbouring cells too)."""
    place = node.place
    if place is None:
        return (), ()
    at = place.lat, place.lon
    return _places_of(place.name, *(at if is_fine(place) else (None, None)))


@lru_cache(maxsize=1 << 14)
def _places_of(
    place: str, lat: float | None, lon: float | None
) -> tuple[Sequence[_Key], Sequence[_Key]]:
    name: _Key = ("place", *sorted(name_key(place)))
    if lat is None or lon is None:
        return (name,), (name,)
    row, column = math.floor(lat / _CELL), math.floor(lon / _CELL)
    # Cells narrow towards the poles: look further east and west there.
    reach = min(8, math.ceil(1 / max(0.1, math.cos(math.radians(lat)))))
    around = [
        (row + up, column + across) for up in (-1, 0, 1) for across in range(-reach, reach + 1)
    ]
    return (name, (row, column)), (name, *around)
