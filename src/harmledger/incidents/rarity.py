"""How rare words and names are among the events of a book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.incidents.frequency import (
    EVENTS_STEP,
    LISTED_AS,
    RAREST,
    STEP,
    UNLISTED,
    WITHIN,
    counted,
    listed,
    stepped,
)
from harmledger.incidents.naming import Names
from harmledger.incidents.vectors import Vectors
from harmledger.incidents.words import code_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint64]

__all__ = ["Rarity"]

#: The heaviest words of an event that are kept.
_KEPT = 80


class Rarity:
    """How rare words and names are among the events of a book: ln(events / events with it).

    The listed counts of news reports count as ``LISTED_AS`` events more. A word is known by its
    number, its place in ``words`` (see ``words.code_of``). By that number, ``values`` hold how rare
    words are, and ``many`` whether more than one event has them. ``names``: how rare those are.
    ``events``: the number of events, as its class has it.
    """

    def __init__(self, words: Codes, names: Codes, events: int) -> None:
        """``words`` and ``names``: the codes of all events, each once an event."""

        self.events = stepped(events, EVENTS_STEP, 0.5)
        self.words, having = counted(words)
        self.many = having > 1
        self.values = self._of(having)
        self._values: list[float] = self.values.tolist()
        self._numbers: dict[str, int | None] = {}
        self.names = Names(names, self.events)

    def _of(self, having: NDArray[np.int64]) -> NDArray[np.float64]:
        """How rare the words are, by how many events have each."""
        import numpy as np

        told: NDArray[np.float64] = np.full(len(self.words), UNLISTED)
        known = {code_of(word): value for word, value in listed().items()}
        codes = np.array(sorted(known), np.uint64)
        at = codes.searchsorted(self.words)
        at[at == len(codes)] = 0
        there = codes[at] == self.words
        told[there] = np.array([known[code] for code in codes.tolist()])[at[there]]
        numbers, which = np.unique(having, return_inverse=True)
        classes = np.array([stepped(number, STEP, WITHIN) for number in numbers.tolist()], float)
        weighed = classes[which] + LISTED_AS * np.exp(-told)
        values: NDArray[np.float64] = np.log((self.events + LISTED_AS) / weighed)
        return values.clip(0.0, RAREST)

    def word(self, number: int) -> float:
        """Of a word of the book, by its number."""
        return self._values[number]

    def number(self, word: str) -> int | None:
        """The number of a stem; None where no event has it."""
        import numpy as np

        if word not in self._numbers:
            code = code_of(word)
            at = int(self.words.searchsorted(np.uint64(code)))
            there = at < len(self.words) and int(self.words[at]) == code
            self._numbers[word] = at if there else None
        return self._numbers[word]

    def vectors(self, bags: Sequence[tuple[bytes, bytes]], into: Vectors) -> Iterator[bytes]:
        """Puts the unit vector of each bag (see ``words.Bag``), its heaviest words only, to the
        others, and gives all that it says, as bytes."""
        import numpy as np

        sizes = np.array([len(counts) // 2 for _, counts in bags], np.int64)
        of = np.repeat(np.arange(len(bags)), sizes)
        first = (np.cumsum(sizes) - sizes)[of]
        codes = np.frombuffer(b"".join([words for words, _ in bags]), np.uint64)
        counts = np.frombuffer(b"".join([counts for _, counts in bags]), np.uint16)
        numbers = self.words.searchsorted(codes).astype(np.int32)
        rarities = self.values[numbers]
        weights = (1 + np.log(counts)) * rarities
        order = np.lexsort((-weights.round(9), of))
        # The words of one event stay together, so that its heaviest come first.
        heaviest = np.sort(order[np.arange(len(order)) - first < _KEPT])
        heaviest = heaviest[weights[heaviest] > 0]
        numbers, rarities = numbers[heaviest], rarities[heaviest]
        weights, of = weights[heaviest], of[heaviest]
        places = (heaviest - first[heaviest]).astype(np.int32)
        weights /= np.sqrt(np.bincount(of, weights * weights, len(bags)))[of]
        ends = of.searchsorted(np.arange(len(bags)), side="right")
        into.add(numbers, weights, np.diff(ends, prepend=0))
        for start, end in pairwise([0, *ends.tolist()]):
            yield places[start:end].tobytes() + rarities[start:end].tobytes()
