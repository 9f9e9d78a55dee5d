"""Small steps on arrays that several modules take."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from harmledger.families.tokens import Hashes, Places

__all__ = ["distinct", "first_places", "firsts_of_runs", "ranges"]


def firsts_of_runs(values: Hashes | Places) -> NDArray[np.bool_]:
    """Whether each of some sorted values differs from the one before it."""
    import numpy as np

    firsts = np.ones(len(values), bool)
    firsts[1:] = values[1:] != values[:-1]
    return firsts


def distinct(values: Hashes) -> Hashes:
    """The distinct values, sorted: a sort takes a fifth of the time of ``numpy.unique``."""
    import numpy as np

    values = np.sort(values)
    kept: Hashes = values[firsts_of_runs(values)]
    return kept


def first_places(values: Hashes, wanted: Hashes) -> tuple[Places, Places]:
    """Which of the wanted values stand among ``values``: their places, and where each is first."""
    import numpy as np

    order = np.argsort(values, kind="stable")
    ordered = values[order]
    at = np.searchsorted(ordered, wanted)
    at[at == len(ordered)] = 0
    here = np.flatnonzero(ordered[at] == wanted) if len(ordered) else at[:0]
    return here, order[at[here]]


def ranges(starts: Places, lengths: Places) -> Places:
    """The whole numbers of several ranges, one range after the other."""
    import numpy as np

    before = np.cumsum(lengths) - lengths
    found: Places = np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()))
    return found
