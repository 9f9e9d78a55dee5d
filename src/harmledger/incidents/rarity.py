"""How rare words and names are among the events of a book."""

from __future__ import annotations

import hashlib
import math
import struct
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.incidents.vectors import Vector
from harmledger.incidents.words import Bag, code_of, stem
from harmledger.vocabulary import load

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["RAREST", "Rarity"]

#: The counts of the list weigh as much as so many reports of the book: in a small book the list
#: says what is rare, in a large one the book does.
_LISTED_AS = 1000

#: ln(reports / reports with the word) of a word that the list does not have.
_UNLISTED = 6.5

#: No word is rarer than this, however large the book.
RAREST = 8.0

#: A person whom more events than this name is no private person.
_WELL_KNOWN = 25

#: The heaviest words of an event that are kept.
_KEPT = 80


#: Words count by classes of how many events have them, each so many times wider than the one
#: before, and events by classes of their own: else each report more would shift the rarity of every
#: word a little, and with it every score of the book. Few words are at the border of wide classes.
_STEP = 27.0
_EVENTS_STEP = 4.0

#: Where in its class a number is taken to lie, 0 to 1 on the scale of logarithms.
_WITHIN = 0.3


@cache
def _listed() -> dict[str, float]:
    found: dict[str, float] = {}
    for term in load("en", "word_rarity").terms:
        found.update(dict.fromkeys(term.words("words"), float(term.data["rarity"])))
    return found


class Rarity:
    """How rare words and names are among the events of a book: ln(events / events with it).

    The listed counts of news reports count as ``_LISTED_AS`` events more. A word is known by its
    number, its place in ``words`` (see ``words.code_of``). By that number, ``values`` hold how rare
    words are, and ``many`` whether more than one event has them.
    """

    def __init__(self, bags: Sequence[Bag], names: Iterable[Collection[tuple[str, str]]]) -> None:
        import numpy as np

        every = np.sort(np.frombuffer(b"".join([bag.words for bag in bags]), np.uint64))
        starts = np.flatnonzero(np.append(True, every[1:] != every[:-1])[: len(every)])
        having = np.append(starts[1:], len(every)) - starts
        self._events = _stepped(len(bags), _EVENTS_STEP, 0.5)
        self.words: NDArray[np.uint64] = every[starts]
        self.many = having > 1
        self.values = self._of(having)
        self._values: list[float] = self.values.tolist()
        self._numbers: dict[str, int | None] = {}
        self._names: Counter[tuple[str, str]] = Counter()
        for own in names:
            self._names.update(own)
        self._often = frozenset(
            name for name, count in self._names.items() if count > _WELL_KNOWN or count >= _STEP
        )
        self._of_names: dict[tuple[str, str], float] = {}
        self._marks: dict[tuple[str, str], bytes] = {}

    def _of(self, having: NDArray[np.int64]) -> NDArray[np.float64]:
        """How rare the words are, by how many events have each."""
        import numpy as np

        listed: NDArray[np.float64] = np.full(len(self.words), _UNLISTED)
        known = {code_of(word): value for word, value in _listed().items()}
        codes = np.array(sorted(known), np.uint64)
        at = codes.searchsorted(self.words)
        at[at == len(codes)] = 0
        there = codes[at] == self.words
        listed[there] = np.array([known[code] for code in codes.tolist()])[at[there]]
        numbers, which = np.unique(having, return_inverse=True)
        classes = np.array([_stepped(number, _STEP, _WITHIN) for number in numbers.tolist()], float)
        counted = classes[which] + _LISTED_AS * np.exp(-listed)
        values: NDArray[np.float64] = np.log((self._events + _LISTED_AS) / counted)
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

    def name(self, name: tuple[str, str]) -> float:
        """Of two neighbouring words of a name: as rare as the rarer of them, or rarer."""
        value = self._of_names.get(name)
        if value is None:
            listed = max(_listed().get(stem(part), _UNLISTED) for part in name)
            having = _stepped(self._names[name], _STEP, _WITHIN) + _LISTED_AS * math.exp(-listed)
            value = min(RAREST, max(0.0, math.log((self._events + _LISTED_AS) / having)))
            self._of_names[name] = value
        return value

    @cached_property
    def shared(self) -> dict[tuple[str, str], float]:
        """The names that more than one event has, and how rare each is."""
        return {name: self.name(name) for name, count in self._names.items() if count > 1}

    def vectors(self, bags: Sequence[Bag]) -> Iterator[tuple[Vector, bytes]]:
        """The unit vector of each bag, its heaviest words only; and all that it says, as bytes."""
        import numpy as np

        sizes = np.array([len(bag.counts) // 2 for bag in bags], np.int64)
        of = np.repeat(np.arange(len(bags)), sizes)
        first = (np.cumsum(sizes) - sizes)[of]
        codes = np.frombuffer(b"".join([bag.words for bag in bags]), np.uint64)
        counts = np.frombuffer(b"".join([bag.counts for bag in bags]), np.uint16)
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
        ends = of.searchsorted(np.arange(len(bags)), side="right").tolist()
        for start, end in pairwise([0, *ends]):
            said = places[start:end].tobytes() + rarities[start:end].tobytes()
            yield Vector(numbers[start:end], weights[start:end]), said

    def seal(
        self, content: bytes, said: Iterable[bytes], names: frozenset[tuple[str, str]]
    ) -> bytes:
        """A hash of what an event says (``content``), of its vectors (``said``: see :meth:`vector`)
        and of how rare its names are."""
        found = hashlib.blake2b(content, digest_size=16)
        for one in said:
            found.update(len(one).to_bytes(4, "big") + one)
        found.update(struct.pack("<d", self._events))
        # How rare other names are follows from the list and the number of events alone.
        found.update(b"".join([self._mark(name) for name in sorted(self._often & names)]))
        return found.digest()

    def _mark(self, name: tuple[str, str]) -> bytes:
        known = self._marks.get(name)
        if known is None:
            known = struct.pack("<d?", self.name(name), self.well_known(name))
            self._marks[name] = known
        return known

    def well_known(self, name: tuple[str, str]) -> bool:
        """Whether more events have the name than tell of one private person."""
        return self._names[name] > _WELL_KNOWN


@lru_cache(maxsize=1 << 12)
def _stepped(number: int, step: float, within: float) -> float:
    """What stands for all numbers of the same class; 0 stands for itself."""
    if number < 1:
        return 0.0
    # Rounded, so that a power of the step is in its own class and not below.
    return float(step ** (math.floor(round(math.log(number, step), 9)) + within))
