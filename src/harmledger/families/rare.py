"""Texts that meet in rare runs of words: a join by sorting, weighted by rarity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from harmledger.families.wording import runs_side_by_side
from harmledger.families.wordings import Wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Packed = NDArray[np.uint64]
    Weights = NDArray[np.float64]

__all__ = ["rare_meetings"]

#: Runs sorted at one time: what bounds memory. A power of two.
_PART = 1 << 23

#: Of a text with more words than this one run in two counts, by its hash, so that two texts keep
#: the same ones. Words alone all count.
_ALL_WORDS = 150

#: Among fewer groups than this nothing is called common for standing in two of them.
_FEW_TEXTS = 1000

#: Bits that hold in how many groups a run stands, beside a pair of texts.
_FEW_BITS = 6


def rare_meetings(
    wordings: Sequence[Wording], groups: Sequence[int], *, words: int, most: int
) -> tuple[Numbers, Numbers, Weights]:
    """Pairs of positions (earlier, later) in different groups, and the likeness of each.

    They share at least one run of ``words`` words that stands in at most ``most`` groups (up to
    63). The likeness is the weight of such runs over that of all rare runs of the text that has
    less of them, 0 to 1; a run weighs the square of the logarithm of its rarity. Of a group and
    a run only the first text that has it counts. The pairs come in order of position.
    """
    import numpy as np

    size = len(wordings)
    # Codes: the texts of one group side by side, the earliest position first.
    order = np.lexsort((np.arange(size), np.asarray(groups, np.int64)))
    group_of = np.asarray(groups, np.int64)[order]
    distinct = len(np.unique(group_of))
    rarity = np.log((distinct + _FEW_TEXTS) / np.arange(1, 1 << _FEW_BITS)) ** 2
    totals = np.zeros(size)
    keys: list[Packed] = []
    sums: list[Weights] = []
    for packed, bits in _parts(wordings, order, words):
        key, weight = _meetings(packed, bits, group_of, most, rarity, totals)
        keys.append(key)
        sums.append(weight)
    met, shared = keys[0], sums[0]
    if len(keys) > 1:
        met, inverse = np.unique(np.concatenate(keys), return_inverse=True)
        shared = np.bincount(inverse, np.concatenate(sums), len(met)).astype(np.float64)
    one, two = (met // np.uint64(size)).astype(np.int64), (met % np.uint64(size)).astype(np.int64)
    likeness = shared / np.minimum(totals[one], totals[two])
    first, second = np.minimum(order[one], order[two]), np.maximum(order[one], order[two])
    sort = np.lexsort((second, first))
    return first[sort], second[sort], likeness[sort]


def _parts(wordings: Sequence[Wording], order: Numbers, words: int) -> Iterator[tuple[Packed, int]]:
    """Runs with the code of their text in the lowest bits, sorted; each run in one part."""
    import numpy as np

    total = sum(wording.length for wording in wordings)
    shift = max(0, (total // _PART).bit_length())
    bits = max(1, len(wordings).bit_length())
    mask = np.uint64((1 << bits) - 1)
    texts = [wordings[number].words for number in order.tolist()]
    few = np.array([words == 1 or len(text) <= _ALL_WORDS for text in texts], bool)
    for part in range(1 << shift):
        found = []
        for first, runs, numbers in runs_side_by_side(texts, words):
            codes = (numbers + first).astype(np.uint64)
            kept = (runs & np.uint64(1) == 0) | few[numbers + first]
            if shift:
                kept &= runs >> np.uint64(64 - shift) == part
            runs, codes = runs[kept], codes[kept]
            found.append(((runs << np.uint64(shift)) & ~mask) | codes)
        packed = np.concatenate(found) if found else np.empty(0, np.uint64)
        packed.sort()
        yield packed, bits


def _meetings(
    packed: Packed,
    bits: int,
    group_of: Numbers,
    most: int,
    rarity: Weights,
    totals: Weights,
) -> tuple[Packed, Weights]:
    """The pairs of one part, each once, with the weight of what they share; adds to totals."""
    import numpy as np

    if not len(packed):
        return packed, np.empty(0)
    packed = packed[np.concatenate(([True], packed[1:] != packed[:-1]))]
    run = packed >> np.uint64(bits)
    code = (packed & np.uint64((1 << bits) - 1)).astype(np.int64)
    group = group_of[code]
    new_run = np.concatenate(([True], run[1:] != run[:-1]))
    new_group = new_run.copy()
    new_group[1:] |= group[1:] != group[:-1]
    starts = np.flatnonzero(new_run)
    spread = np.add.reduceat(new_group.astype(np.int64), starts)
    lengths = np.diff(np.concatenate((starts, [len(run)])))
    few = np.repeat(spread, lengths)
    rare = few <= most
    totals += np.bincount(code[rare], rarity[few[rare] - 1], len(totals))
    kept = np.flatnonzero(rare & (few > 1) & new_group)
    run, code, few = run[kept], code[kept].astype(np.uint64), few[kept].astype(np.uint64)
    size = np.uint64(len(group_of))
    pairs = []
    for lag in range(1, most):
        at = np.flatnonzero(run[lag:] == run[:-lag])
        if not len(at):
            break
        pairs.append(((code[at] * size + code[at + lag]) << np.uint64(_FEW_BITS)) | few[at])
    if not pairs:
        return np.empty(0, np.uint64), np.empty(0)
    found = np.concatenate(pairs)
    found.sort()
    key = found >> np.uint64(_FEW_BITS)
    starts = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    weights = rarity[(found & np.uint64((1 << _FEW_BITS) - 1)).astype(np.intp) - 1]
    return key[starts], np.add.reduceat(weights, starts)
