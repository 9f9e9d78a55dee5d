"""What events are filed under and looked up by: persons, names, words, places, and their times.

All of it as numbers: those of words are their own, those of names and places come behind them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.incidents.dating import SOON_DAYS
from harmledger.incidents.node import Node
from harmledger.incidents.outline import Outline, joined, small
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.vectors import Vectors
from harmledger.incidents.weighing import outline_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["ANY", "UNDATED", "Filed", "Listed", "filed_under"]

#: Days in a bucket of time.
_BUCKET = 4

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

#: Keys, and the event of each.
_Listing = tuple["Numbers", "Numbers"]


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


def filed_under(nodes: Sequence[Node], rarity: Rarity) -> Filed:
    """What all events are filed under and looked up by."""
    import numpy as np

    outlines = [node.outlined(outline_of) for node in nodes]
    rare, words = _words(nodes[0].words, rarity)
    named = _behind(_names(outlines, rarity), len(rarity.words))
    here, around = _places(outlines, len(rarity.words))
    first, last = _times(outlines)
    return Filed(
        always=Listed(*map(np.concatenate, zip(rare, named, strict=True))),
        posted=Listed(*map(np.concatenate, zip(words, here, strict=True))),
        asked=Listed(*map(np.concatenate, zip(words, around, strict=True))),
        times=(first, last),
    )


def _times(outlines: Sequence[Outline]) -> tuple[Numbers, Numbers]:
    """The first bucket of the time of each and the last, ``UNDATED`` where it has none."""
    import numpy as np

    low = np.array([one.low for one in outlines], float)
    high = np.array([one.high for one in outlines], float)
    told = [math.inf if one.published is None else one.published for one in outlines]
    # Most reports come soon after the event; later ones are met by names and rare words.
    soon = np.array(told, float) - SOON_DAYS
    low = np.where(np.isinf(low) & ~np.isinf(soon), soon, low)
    dated = ~np.isinf(low)
    dated[dated] = (high[dated] - low[dated]) / _BUCKET <= _MOST_BUCKETS
    first, last = np.full(len(low), UNDATED), np.full(len(low), UNDATED)
    first[dated] = (low[dated] - _SLACK) // _BUCKET
    last[dated] = (high[dated] + _SLACK) // _BUCKET
    shift = ANY + 1 - first[dated].min(initial=0)
    first[dated] += shift
    last[dated] += shift
    return first, last


def _words(vectors: Vectors | None, rarity: Rarity) -> tuple[_Listing, _Listing]:
    """Rare words that are looked up whatever the time, and the heaviest at its time."""
    import numpy as np

    assert vectors is not None
    of = np.repeat(np.arange(len(vectors.sizes)), vectors.sizes)
    shared = rarity.many[vectors.numbers]
    of, weights = of[shared], vectors.weights[shared]
    numbers = vectors.numbers[shared].astype(np.int64)
    values = rarity.values[numbers]
    rare = values >= _RARE
    return (
        _heaviest(numbers[rare], of[rare], values[rare], _ANY_TIME_WORDS),
        _heaviest(numbers, of, weights, _WORDS),
    )


def _heaviest(numbers: Numbers, of: Numbers, weights: NDArray[np.float64], most: int) -> _Listing:
    """Of each event the things that weigh most, of equals the first by the alphabet."""
    import numpy as np

    order = np.lexsort((-weights.round(9), of))
    of = of[order]
    kept = np.arange(len(of)) - of.searchsorted(of) < most
    return numbers[order[kept]], of[kept]


def _names(outlines: Sequence[Outline], rarity: Rarity) -> _Listing:
    """Names that are looked up whatever the time: persons, and the rarest others."""
    import numpy as np

    codes, sizes = joined(outlines, lambda one: one.persons)
    persons, of_persons = rarity.names.ranks(codes), np.repeat(np.arange(len(outlines)), sizes)
    known = rarity.names.shared(persons)
    codes, sizes = joined(outlines, lambda one: one.names)
    names, of = rarity.names.ranks(codes), np.repeat(np.arange(len(outlines)), sizes)
    values = rarity.names.of_ranks(names, small(outlines, lambda one: one.name_levels))
    rare = rarity.names.shared(names) & (values >= _RARE)
    rarest = _heaviest(names[rare], of[rare], values[rare], _NAMES)
    return (
        np.concatenate([persons[known], rarest[0]]),
        np.concatenate([of_persons[known], rarest[1]]),
    )


def _places(outlines: Sequence[Outline], size: int) -> tuple[_Listing, _Listing]:
    """Places to be filed under, and to look up, numbered behind ``size`` words."""
    import numpy as np

    here, times = joined(outlines, lambda one: one.here)
    around, often = joined(outlines, lambda one: one.around)
    events = np.arange(len(outlines))
    _, numbers = np.unique(np.concatenate([here, around]), return_inverse=True)
    numbers = numbers.astype(np.int64) + size
    return (
        (numbers[: len(here)], np.repeat(events, times)),
        (numbers[len(here) :], np.repeat(events, often)),
    )


def _behind(listing: _Listing, size: int) -> _Listing:
    """Numbered behind ``size`` words."""
    return listing[0] + size, listing[1]
