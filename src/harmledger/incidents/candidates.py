"""Which events are worth comparing: those that share a person, a rare name or word, or a time and
a place or word.

What an event is filed under, and looked up by, are numbers, so that all events are brought together
by sorting. Where a key has many events, those that come first in the order of events are met.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.incidents.filing import ANY, UNDATED, Filed, Listed, filed_under
from harmledger.incidents.node import Node
from harmledger.incidents.rarity import Rarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["candidates"]

#: Events met under one key at one time; a place with more in four days is found by its words.
_MOST_POSTINGS = 150

#: The same where the time is left open.
_MOST_ANY_TIME = 60

#: The events with the most keys in common that are compared with one event.
_MOST_CANDIDATES = 40

#: Meetings that are counted at one time: what bounds memory.
_SLICE = 1 << 20


def candidates(nodes: Sequence[Node], rarity: Rarity) -> Iterator[tuple[Numbers, Numbers]]:
    """Pairs of positions worth comparing, the earlier ones and the later ones.

    Of each event the forty earlier ones that have most in common with it, some thousand events at a
    time, in the order of the later ones.
    """
    size = len(nodes)
    if size < 2:
        return
    filed = filed_under(nodes, rarity)
    asks = [_timeless(filed.always, size), _timed(filed, size)]
    # In a large book they take much memory.
    del filed
    for first, last in _edges([ask.found for ask in asks], size):
        yield _best([ask.meetings(first, last) for ask in asks], size)


@dataclass(frozen=True, slots=True)
class _Ask:
    """Look-ups in the order of the events that ask: of each, the places ``starts`` and those behind
    it in ``others`` are met, as many as ``found`` says for the look-ups of each event together.

    ``late``: a meeting counts only if this is the first bucket that both have.
    """

    others: Numbers
    ends: Numbers
    starts: Numbers
    lengths: Numbers
    found: Numbers
    of: Numbers
    buckets: Numbers | None = None
    firsts: Numbers | None = None

    def meetings(self, first: int, last: int) -> Numbers:
        """The meetings of the events from ``first`` to ``last`` as one number each."""
        import numpy as np

        own = slice(int(self.ends[first]), int(self.ends[last]))
        lengths = self.lengths[own]
        asking = np.repeat(np.arange(own.start, own.stop), lengths)
        before = np.cumsum(lengths) - lengths
        places = np.repeat(self.starts[own] - before, lengths) + np.arange(len(asking))
        others, of = self.others[places], self.of[asking].astype(np.int64)
        if self.buckets is not None and self.firsts is not None:
            # Two events that share several buckets meet in the first of them.
            kept = self.buckets[asking] <= np.maximum(self.firsts[of], self.firsts[others])
            others, of = others[kept], of[kept]
        return of * len(self.found) + others


def _best(met: Sequence[Numbers], size: int) -> tuple[Numbers, Numbers]:
    """Of the meetings of some events those with most in common, of equals the earlier ones."""
    import numpy as np

    packed = np.sort(np.concatenate(met))
    starts = np.flatnonzero(np.append(True, packed[1:] != packed[:-1])[: len(packed)])
    counts = np.append(starts[1:], len(packed)) - starts
    pairs = packed[starts]
    later = pairs // size
    order = np.lexsort((-counts, later))
    later = later[order]
    places = np.arange(len(later))
    new = np.append(True, later[1:] != later[:-1])[: len(later)]
    ranks = places - np.maximum.accumulate(np.where(new, places, 0))
    kept = np.sort(pairs[order[ranks < _MOST_CANDIDATES]])
    return kept % size, kept // size


def _edges(found: Sequence[Numbers], size: int) -> Iterator[tuple[int, int]]:
    """Ranges of events that meet about so many others together as can be counted at one time."""
    import numpy as np

    lots = np.cumsum(np.sum(found, axis=0)) // _SLICE
    cuts = [0, *(np.flatnonzero(lots[1:] != lots[:-1]) + 1).tolist(), size]
    yield from pairwise(cuts)


def _timeless(always: Listed, size: int) -> _Ask:
    """Each event with those before it that have a key in common."""
    import numpy as np

    packed = np.sort(always.keys * size + always.of)
    keys = packed // size
    starts = keys.searchsorted(keys)
    lengths = np.minimum(np.arange(len(keys)) - starts, _MOST_ANY_TIME)
    return _ask(packed % size, starts, lengths, packed % size, size)


def _timed(filed: Filed, size: int) -> _Ask:
    """Each event with those before it that have a key in common at a time that both may be of.

    A dated event meets those of its time and the undated; an undated one meets all.
    """
    import numpy as np

    first, last = filed.times
    width = int(last.max()) + 1
    dated = first != UNDATED
    posted, when = _spread(filed.posted, np.where(dated, first, 1), np.where(dated, last, 0))
    every = filed.posted
    packed = np.concatenate(
        [
            (posted.keys * width + when) * size + posted.of,
            (every.keys * width + ANY) * size + every.of,
            ((every.keys * width + UNDATED) * size + every.of)[~dated[every.of]],
        ]
    )
    del posted, when
    packed.sort()
    # Most cells around a place have no event.
    kept = np.isin(filed.asked.keys, every.keys, kind="table")
    others = Listed(filed.asked.keys[kept], filed.asked.of[kept])
    asked, when = _spread(others, np.where(dated, first, 1), np.where(dated, last, 0))
    lists = np.concatenate(
        [
            asked.keys * width + when,
            others.keys * width + np.where(dated, UNDATED, ANY)[others.of],
        ]
    )
    of = np.concatenate([asked.of, others.of])
    buckets = np.concatenate([when, np.zeros(len(others.of), np.int64)]).astype(np.int32)
    del asked, when, others
    # In the order of what is searched, which takes far less time than any other.
    order = np.argsort(lists)
    lists, of, buckets = lists[order], of[order], buckets[order]
    del order
    starts = packed.searchsorted(lists * size)
    lengths = np.minimum(packed.searchsorted(lists * size + of) - starts, _MOST_POSTINGS)
    del lists
    some = lengths > 0
    return _ask(packed % size, starts[some], lengths[some], of[some], size, buckets[some], first)


def _spread(listed: Listed, first: Numbers, last: Numbers) -> tuple[Listed, Numbers]:
    """Each key once for each bucket of its event, and the bucket."""
    import numpy as np

    number = (last - first + 1)[listed.of]
    at = np.repeat(np.arange(len(listed.of)), number)
    before = np.cumsum(number) - number
    of = listed.of[at]
    when = first[of] + np.arange(len(at)) - before[at]
    return Listed(listed.keys[at], of), when


def _ask(
    others: Numbers,
    starts: Numbers,
    lengths: Numbers,
    of: Numbers,
    size: int,
    buckets: Numbers | None = None,
    firsts: Numbers | None = None,
) -> _Ask:
    import numpy as np

    order = np.argsort(of, kind="stable")
    of = of[order]
    # Half as wide where that is enough: a large book has millions of look-ups.
    return _Ask(
        others.astype(np.int32),
        of.searchsorted(np.arange(size + 1)),
        starts[order].astype(np.int32 if len(others) < 1 << 31 else np.int64),
        lengths[order].astype(np.int32),
        np.bincount(of, lengths[order], size).astype(np.int64),
        of.astype(np.int32),
        None if buckets is None else buckets[order],
        firsts,
    )
