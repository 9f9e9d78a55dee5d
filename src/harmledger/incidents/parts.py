"""Events that links tie together, and all others apart from them.

What becomes of events follows from those that links lead to, one after another, and from nothing
else: so a book is put together part by part, and a part is known by its events and links.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["Part", "parts_of"]


@dataclass(frozen=True, slots=True)
class Part:
    """Events that links tie together: their numbers in the book, ascending; and the linked ones,
    by their places among these."""

    events: Numbers
    ones: Numbers
    twos: Numbers


def parts_of(size: int, ones: Numbers, twos: Numbers) -> Iterator[Part]:
    """The parts of a book of so many events; each event is in one, most of them alone.

    The second of two linked events comes later in the book.
    """
    import numpy as np

    if not size:
        return
    root = _roots(size, ones, twos)
    events = np.argsort(root, kind="stable")
    ends = _ends(root[events])
    place = np.empty(size, np.int64)
    place[events] = np.arange(size) - np.repeat(np.append(0, ends[:-1]), np.diff(ends, prepend=0))
    links = np.lexsort((twos, ones, root[ones]))
    ones, twos = ones[links], twos[links]
    # How many links the parts before and up to each part have.
    tied = root[ones].searchsorted(root[events[ends - 1]], side="right")
    ones, twos = place[ones], place[twos]
    edges = zip(pairwise([0, *ends.tolist()]), pairwise([0, *tied.tolist()]), strict=True)
    for (first, last), (one, end) in edges:
        yield Part(events[first:last], ones[one:end], twos[one:end])


def _roots(size: int, ones: Numbers, twos: Numbers) -> Numbers:
    """Of each event the first one that links lead to."""
    import numpy as np

    root = np.arange(size)
    while True:
        low = np.minimum(root[ones], root[twos])
        found = root.copy()
        np.minimum.at(found, root[ones], low)
        np.minimum.at(found, root[twos], low)
        while not np.array_equal(found, found[found]):
            found = found[found]
        if np.array_equal(found, root):
            return root
        root = found


def _ends(values: Numbers) -> Numbers:
    """Behind the last of each run of equal values."""
    import numpy as np

    return np.append(np.flatnonzero(values[1:] != values[:-1]) + 1, len(values))
