"""How often words stand in reports: by a list, and by classes of how many events have them."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from harmledger.vocabulary import load

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint64]

__all__ = [
    "EVENTS_STEP",
    "LISTED_AS",
    "RAREST",
    "STEP",
    "UNLISTED",
    "WITHIN",
    "counted",
    "listed",
    "stepped",
]

#: The counts of the list weigh as much as so many reports of the book: in a small book the list
#: says what is rare, in a large one the book does.
LISTED_AS = 1000

#: ln(reports / reports with the word) of a word that the list does not have.
UNLISTED = 6.5

#: No word is rarer than this, however large the book.
RAREST = 8.0

#: Words count by classes of how many events have them, each so many times wider than the one
#: before, and events by classes of their own: else each report more would shift the rarity of every
#: word a little, and with it every score of the book. Few words are at the border of wide classes.
STEP = 27.0
EVENTS_STEP = 4.0

#: Where in its class a number is taken to lie, 0 to 1 on the scale of logarithms.
WITHIN = 0.3


@cache
def listed() -> dict[str, float]:
    """How rare the list calls a stem."""
    found: dict[str, float] = {}
    for term in load("en", "word_rarity").terms:
        found.update(dict.fromkeys(term.words("words"), float(term.data["rarity"])))
    return found


def counted(codes: Codes) -> tuple[Codes, NDArray[np.int64]]:
    """Each code once, ascending, and how often it is there."""
    import numpy as np

    every = np.sort(codes)
    starts = np.flatnonzero(np.append(True, every[1:] != every[:-1])[: len(every)])
    return every[starts], np.append(starts[1:], len(every)) - starts


@lru_cache(maxsize=1 << 12)
def stepped(number: int, step: float, within: float) -> float:
    """What stands for all numbers of the same class; 0 stands for itself."""
    if number < 1:
        return 0.0
    # Rounded, so that a power of the step is in its own class and not below.
    return float(step ** (math.floor(round(math.log(number, step), 9)) + within))
