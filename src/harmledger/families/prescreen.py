"""A quick look at a pair, before the two texts are compared at length.

Of the words that no list of frequent words has (names, numbers, rare words), rewrites and
translations keep two in five or more; texts that only have a few names in common share far fewer.
It takes some 30 microseconds a pair, the full comparison more than a thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from harmledger.families.limits import thresholds
from harmledger.families.rarity import rarities
from harmledger.families.wording import words_as_hashes
from harmledger.families.wordings import Wording

if TYPE_CHECKING:
    from harmledger.families.wording import Hashes

__all__ = ["worth_comparing"]


def worth_comparing(
    wordings: Sequence[Wording], pairs: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The pairs that share enough unlisted words: ``unlisted`` in ``linking/families.toml``.

    The share is of the text that has fewer of them.
    """
    import numpy as np

    least = thresholds().unlisted
    sketches: dict[int, Hashes] = {}
    for one, two in pairs:
        for number in (one, two):
            if number not in sketches:
                sketches[number] = _unlisted(wordings[number].words)
        first, second = sketches[one], sketches[two]
        fewer = min(len(first), len(second))
        if fewer and len(np.intersect1d(first, second, assume_unique=True)) >= least * fewer:
            yield one, two


def _unlisted(words: Hashes) -> Hashes:
    import numpy as np

    distinct = np.unique(words)
    return distinct[~np.isin(distinct, _listed(), assume_unique=True)]


@cache
def _listed() -> Hashes:
    import numpy as np

    return np.unique(words_as_hashes(list(rarities())))
