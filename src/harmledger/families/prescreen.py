"""A quick look at a pair, before the two texts are compared at length.

Of the words that no list of frequent words has (names, numbers, rare words), rewrites and
translations keep two in five or more; texts that only have a few names in common share far fewer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from harmledger.families.arrays import distinct
from harmledger.families.limits import thresholds
from harmledger.families.pairs import LookedAt
from harmledger.families.rarity import rarities
from harmledger.families.tokens import words_as_hashes
from harmledger.families.wordings import Wording
from harmledger.kept import Kept

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from harmledger.families.tokens import Hashes

    Numbers = NDArray[np.int64]

__all__ = ["worth_comparing"]

#: Bits of the summary of a text; each unlisted word sets one.
_BITS = 1024

#: Rows of a table of the listed words. A power of two.
_ROWS = 1 << 16

#: Texts that are summed up at one time; their number must fit the byte that it takes in a key.
_LOT = 256

#: Pairs whose summaries are compared at one time: what bounds memory.
_PAIRS = 1 << 16


def worth_comparing(
    wordings: Sequence[Wording], first: Numbers, second: Numbers, kept: Kept | None = None
) -> Iterator[tuple[int, int]]:
    """Of the pairs of positions those that share enough unlisted words, in their order.

    How many is ``unlisted`` in ``linking/families.toml``, a share of the text that has fewer of
    them. ``kept``: what was found of pairs before.
    """
    import numpy as np

    def look(places: Numbers) -> Numbers:
        one, two = first[places], second[places]
        # Only the texts of these pairs are summed up.
        own, at = np.unique(np.concatenate([one, two]), return_inverse=True)
        some = [wordings[number] for number in own.tolist()]
        worth = np.zeros(len(places), np.int64)
        worth[_worth(some, at[: len(one)], at[len(one) :])] = 1
        return worth

    worth = LookedAt(wordings, kept, "unlisted").of(first, second, look) > 0
    yield from zip(first[worth].tolist(), second[worth].tolist(), strict=True)


def _worth(wordings: Sequence[Wording], first: Numbers, second: Numbers) -> list[int]:
    """The places of the pairs that share enough.

    Most pairs fail by an upper bound from summaries of a thousand bits; the rest is counted.
    """
    import numpy as np

    least = thresholds().unlisted
    summaries, sizes, crowded = _summaries(wordings)
    likely = []
    for start in range(0, len(first), _PAIRS):
        one, two = first[start : start + _PAIRS], second[start : start + _PAIRS]
        both = np.bitwise_count(summaries[one] & summaries[two]).sum(axis=1, dtype=np.int64)
        # words that share their bit with another of the same text are not seen in the summary
        most = both + np.minimum(crowded[one], crowded[two])
        fewer = np.minimum(sizes[one], sizes[two])
        likely.append(start + np.flatnonzero((fewer > 0) & (most >= least * fewer)))
    sketches: dict[int, frozenset[int]] = {}
    found = []
    for at in np.concatenate(likely).tolist() if likely else ():
        pair = int(first[at]), int(second[at])
        for number in pair:
            if number not in sketches:
                sketches[number] = frozenset(_unlisted(wordings[number].words).tolist())
        mine, other = (sketches[number] for number in pair)
        if len(mine & other) >= least * min(len(mine), len(other)):
            found.append(at)
    return found


def _summaries(wordings: Sequence[Wording]) -> tuple[Hashes, Numbers, Numbers]:
    """For each text its bits, how many unlisted words it has, and how many more than bits."""
    import numpy as np

    rows, sizes = [np.empty((0, _BITS // 64), np.uint64)], [np.empty(0, np.int64)]
    low = np.uint64((1 << 56) - 1)
    for start in range(0, len(wordings), _LOT):
        lot = [wording.words for wording in wordings[start : start + _LOT]]
        numbers = np.repeat(np.arange(len(lot), dtype=np.uint64), list(map(len, lot)))
        words = np.concatenate(lot)
        unlisted = _are_unlisted(words)
        # a word and its text as one number, so that one sort finds the distinct words of each
        keys = distinct((words[unlisted] & low) | (numbers[unlisted] << np.uint64(56)))
        places = (keys >> np.uint64(56)).astype(np.int64)
        bits = np.zeros((len(lot), _BITS), bool)
        bits[places, (keys & np.uint64(_BITS - 1)).astype(np.int64)] = True
        rows.append(np.packbits(bits, axis=1).view(np.uint64))
        sizes.append(np.bincount(places, minlength=len(lot)))
    summaries, size = np.concatenate(rows), np.concatenate(sizes)
    crowded = size - np.bitwise_count(summaries).sum(axis=1, dtype=np.int64)
    return summaries, size, crowded


def _unlisted(words: Hashes) -> Hashes:
    return words[_are_unlisted(words)]


def _are_unlisted(words: Hashes) -> NDArray[np.bool_]:
    """Whether each word stands in no list."""
    import numpy as np

    low = (words & np.uint64(_ROWS - 1)).astype(np.int64)
    unlisted = np.ones(len(words), bool)
    for table in _listed():
        unlisted &= table[low] != words
    return unlisted


@cache
def _listed() -> tuple[Hashes, ...]:
    """The listed words as hashes, each in the row of its lowest bits, in as few tables as it takes.

    A look into two or three tables takes a fifth of the time of a search in a sorted list.
    """
    import numpy as np

    left = distinct(words_as_hashes(list(rarities())))
    tables = []
    while len(left):
        low = (left & np.uint64(_ROWS - 1)).astype(np.int64)
        table = np.zeros(_ROWS, np.uint64)
        table[low] = left
        tables.append(table)
        left = left[table[low] != left]
    return tuple(tables)
