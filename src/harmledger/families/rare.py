"""Texts that meet in rare runs of words: a join by sorting, weighted by rarity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.families.arrays import firsts_of_runs, ranges
from harmledger.families.wording import runs_side_by_side
from harmledger.families.wordings import Wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Packed = NDArray[np.uint64]
    Weights = NDArray[np.float64]

__all__ = ["rare_meetings"]

#: Runs sorted at one time: a sort of few takes less time for each. A power of two.
_PART = 1 << 23

#: The number of a part fits a byte.
_MOST_PARTS = 8

#: Runs counted, and pairs weighed, at one time: few enough for the processor's cache.
_SLICE = 1 << 17

#: Of a text with more words than this one run in two counts, by its hash, so that two texts keep
#: the same ones. Words alone all count.
_ALL_WORDS = 150

#: Among fewer groups than this nothing is called common for standing in two of them.
_FEW_TEXTS = 1000

#: Bits that hold in how many groups a run stands, beside a pair of texts.
_FEW_BITS = 6


@dataclass(frozen=True, slots=True)
class _Index:
    """Where rare runs stand that two groups or more have, ordered by run, then by text.

    Of each place: ``codes``, the text; ``few``, in how many groups the run stands; ``after``, how
    many places of the same run follow. ``totals``: for each text the weight of its rare runs.
    """

    codes: Numbers
    few: Numbers
    after: Numbers
    totals: Weights


def rare_meetings(
    wordings: Sequence[Wording], groups: Sequence[int], *, words: int, most: int, least: float
) -> tuple[Numbers, Numbers, Weights]:
    """Pairs of positions (earlier, later) in different groups, and the likeness of each.

    They share runs of ``words`` words that stand in at most ``most`` groups (up to 63). The
    likeness, ``least`` or more, is the weight of such runs over that of all rare runs of the text
    that has less of them, 0 to 1; a run weighs the square of the logarithm of its rarity. Of a
    group and a run only the first text that has it counts. The pairs come in order of position.
    """
    import numpy as np

    size = len(wordings)
    # Codes: the texts of one group side by side, the earliest position first.
    group_numbers = np.asarray(groups, np.int64)
    order = np.lexsort((np.arange(size), group_numbers))
    group_of = group_numbers[order]
    spread = int(firsts_of_runs(group_of).sum())
    rarity = np.log((spread + _FEW_TEXTS) / np.arange(1, 1 << _FEW_BITS)) ** 2
    texts = [wordings[number].words for number in order.tolist()]
    index = _index(_parts(texts, words), group_of, most, rarity)
    found = [np.empty((2, 0), np.int64)]
    weights = [np.empty(0)]
    for one, two, likeness in _weighed(index, rarity):
        enough = likeness >= least
        found.append(np.sort([order[one[enough]], order[two[enough]]], axis=0))
        weights.append(likeness[enough])
    first, second = np.concatenate(found, axis=1)
    sort = np.lexsort((second, first))
    return first[sort], second[sort], np.concatenate(weights)[sort]


def _parts(texts: Sequence[Packed], words: int) -> Iterator[tuple[Packed, int]]:
    """Runs with the code of their text in the lowest bits, sorted, some at a time.

    All places of a run come together. Second: how many bits the code takes.
    """
    import numpy as np

    shift = min(_MOST_PARTS, (sum(map(len, texts)) // _PART).bit_length())
    bits = max(1, len(texts).bit_length())
    mask = np.uint64((1 << bits) - 1)
    few = np.array([words == 1 or len(text) <= _ALL_WORDS for text in texts], bool)
    parts: list[list[Packed]] = [[] for _ in range(1 << shift)]
    for first, runs, numbers in runs_side_by_side(texts, words):
        kept = (runs & np.uint64(1) == 0) | few[numbers + first]
        runs, codes = runs[kept], (numbers[kept] + first).astype(np.uint64)
        packed = ((runs << np.uint64(shift)) & ~mask) | codes
        if not shift:
            parts[0].append(packed)
            continue
        part = (runs >> np.uint64(64 - shift)).astype(np.uint8)
        # of bytes a stable sort is a count
        order = np.argsort(part, kind="stable")
        edges = np.searchsorted(part[order], np.arange(1, 1 << shift))
        for bucket, piece in zip(parts, np.split(packed[order], edges), strict=True):
            bucket.append(piece)
    for number, bucket in enumerate(parts):
        packed = np.concatenate(bucket) if bucket else np.empty(0, np.uint64)
        parts[number] = []
        packed.sort()
        for piece in _slices(packed, bits):
            yield piece, bits


def _slices(packed: Packed, bits: int) -> Iterator[Packed]:
    """Slices of sorted runs, each run whole, nothing twice."""
    first = 0
    while first < len(packed):
        last = min(first + _SLICE, len(packed)) - 1
        # to the end of the run that stands there
        last = int(packed.searchsorted((packed[last] >> bits) + 1 << bits)) or len(packed)
        piece = packed[first:last]
        yield piece[firsts_of_runs(piece)]
        first = last


def _index(
    parts: Iterator[tuple[Packed, int]], group_of: Numbers, most: int, rarity: Weights
) -> _Index:
    import numpy as np

    totals = np.zeros(len(group_of))
    found = [np.empty((3, 0), np.int64)]
    for packed, bits in parts:
        mask = np.uint64((1 << bits) - 1)
        run = packed >> np.uint64(bits)
        new_run = firsts_of_runs(run)
        alone = new_run & np.append(new_run[1:], [True])
        # most runs stand in one text only
        codes = (packed[alone] & mask).astype(np.int64)
        totals += rarity[0] * np.bincount(codes, minlength=len(totals))
        if alone.all():
            continue
        code = (packed[~alone] & mask).astype(np.int64)
        new_run = new_run[~alone]
        new_group = new_run | firsts_of_runs(group_of[code])
        starts = np.flatnonzero(new_run)
        ends = np.append(starts[1:], len(code))
        passed = np.append(0, np.cumsum(new_group))
        few = np.repeat(passed[ends] - passed[starts], ends - starts)
        rare = few <= most
        totals += np.bincount(code[rare], rarity[few[rare] - 1], len(totals))
        kept = rare & (few > 1) & new_group
        # how many of the run's groups are still to come
        after = np.repeat(passed[ends], ends - starts) - passed[1:]
        found.append(np.array([code[kept], few[kept], after[kept]]))
    codes, few, after = np.concatenate(found, axis=1)
    return _Index(codes, few, after, totals)


def _weighed(index: _Index, rarity: Weights) -> Iterator[tuple[Numbers, Numbers, Weights]]:
    """Pairs of codes, some at a time, each with its likeness."""
    import numpy as np

    bits = max(1, len(index.totals).bit_length())
    # codes are parted where the meetings of their texts have grown by so many
    meetings = np.cumsum(np.bincount(index.codes, index.after, len(index.totals)))
    lots = (meetings // _SLICE).astype(np.int64)[index.codes]
    for lot in range(int(lots.max(initial=-1)) + 1):
        places = np.flatnonzero(lots == lot)
        after = index.after[places]
        one = np.repeat(places, after)
        two = ranges(places + 1, after)
        packed = (index.codes[one] << bits | index.codes[two]) << _FEW_BITS | index.few[one]
        packed.sort()
        pairs = packed >> _FEW_BITS
        starts = np.flatnonzero(firsts_of_runs(pairs))
        if not len(starts):
            continue
        shared = np.add.reduceat(rarity[(packed & ((1 << _FEW_BITS) - 1)) - 1], starts)
        first, second = pairs[starts] >> bits, pairs[starts] & ((1 << bits) - 1)
        yield first, second, shared / np.minimum(index.totals[first], index.totals[second])
