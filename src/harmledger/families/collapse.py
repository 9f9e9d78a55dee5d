"""Near-exact copies, found and put together before anything is called rare.

A story that was copied three hundred times has no rare words. Counted as one it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from harmledger.families.copying import SHORT_RUN, copied_in
from harmledger.families.unions import Unions
from harmledger.families.wording import runs_side_by_side
from harmledger.families.wordings import Wording

__all__ = ["near_exact_pairs"]

#: Samples of a text: of the runs whose hash ends in the same four bits, the smallest. The share
#: of equal samples is the share of equal runs, on average.
_SAMPLES = 16

#: So many equal samples make a comparison worth its time.
_EQUAL = 2

#: Pairs that are measured at one time.
_LOT = 256


def near_exact_pairs(wordings: Sequence[Wording], least: float) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) of positions that hold ``least`` of the longer text in common.

    Each text is compared only with the first that has the same sample, so that the work grows
    with the number of texts, however many copies there are. Pairs that others already connect
    are left out.
    """
    unions = Unions(len(wordings))
    pairs = _with_equal_samples(wordings)
    for start in range(0, len(pairs), _LOT):
        lot = [pair for pair in pairs[start : start + _LOT] if unions.apart(*pair)]
        found = copied_in([(wordings[first], wordings[second]) for first, second in lot])
        for (first, second), copying in zip(lot, found, strict=True):
            if copying.of_longer >= least and unions.apart(first, second):
                unions.join(first, second)
                yield first, second


def _with_equal_samples(wordings: Sequence[Wording]) -> list[tuple[int, int]]:
    import numpy as np

    size = len(wordings)
    none = np.iinfo(np.uint64).max
    samples = np.full((size, _SAMPLES), none, np.uint64)
    flat = samples.reshape(-1)
    for first, runs, numbers in runs_side_by_side([one.words for one in wordings], SHORT_RUN):
        kinds = (runs & np.uint64(_SAMPLES - 1)).astype(np.int64)
        np.minimum.at(flat, (numbers + first) * _SAMPLES + kinds, runs)
    pairs = []
    for column in samples.T:
        # a stable sort: of equal samples the earliest position leads
        order = np.argsort(column, kind="stable")
        values = column[order]
        starts = np.concatenate(([True], values[1:] != values[:-1]))
        leaders = order[starts][np.cumsum(starts) - 1]
        follows = ~starts & (values != none)
        pairs.append(leaders[follows] * size + order[follows])
    keys, counts = np.unique(np.concatenate(pairs), return_counts=True)
    return [divmod(int(key), size) for key in keys[counts >= _EQUAL]]
