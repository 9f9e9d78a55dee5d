"""How rare words and names are among the events of a book."""

from __future__ import annotations

import hashlib
import math
import struct
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache, lru_cache

from harmledger.incidents.vectors import Vector
from harmledger.incidents.words import Bag, stem
from harmledger.vocabulary import load

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
    number, its place in ``words``, which are in the order of the alphabet. By that number,
    ``values`` hold how rare words are, and ``many`` whether more than one event has them.
    """

    def __init__(self, bags: Iterable[Bag], names: Iterable[Collection[tuple[str, str]]]) -> None:
        import numpy as np

        having: Counter[str] = Counter()
        number = 0
        for bag in bags:
            having.update(bag.words)
            number += 1
        self._events = _stepped(number, _EVENTS_STEP, 0.5)
        self.words: list[str] = sorted(having)
        self._number = {word: at for at, word in enumerate(self.words)}
        self._having = [having[word] for word in self.words]
        self._values = [self._of(word, having[word]) for word in self.words]
        self.many = np.array(self._having, np.int64) > 1
        self.values = np.array(self._values)
        self._names: Counter[tuple[str, str]] = Counter()
        for own in names:
            self._names.update(own)
        self._of_names: dict[tuple[str, str], float] = {}
        self._marks: dict[tuple[str, str], bytes] = {}

    def _of(self, word: str, having: int) -> float:
        listed = math.exp(-_listed().get(word, _UNLISTED))
        counted = _stepped(having, _STEP, _WITHIN) + _LISTED_AS * listed
        value = math.log((self._events + _LISTED_AS) / counted)
        return min(RAREST, max(0.0, value))

    def word(self, number: int) -> float:
        """Of a word of the book, by its number."""
        return self._values[number]

    def number(self, word: str) -> int | None:
        """The number of a stem; None where no event has it."""
        return self._number.get(word)

    def name(self, name: tuple[str, str]) -> float:
        """Of two neighbouring words of a name: as rare as the rarer of them, or rarer."""
        value = self._of_names.get(name)
        if value is None:
            listed = max(_listed().get(stem(part), _UNLISTED) for part in name)
            having = _stepped(self._names[name], _STEP, _WITHIN) + _LISTED_AS * math.exp(-listed)
            value = min(RAREST, max(0.0, math.log((self._events + _LISTED_AS) / having)))
            self._of_names[name] = value
        return value

    def events_with(self, name: tuple[str, str]) -> int:
        """How many events have the name."""
        return self._names[name]

    def vector(self, bag: Bag) -> tuple[Vector, bytes]:
        """The unit vector of a bag, its heaviest words only; and all that it says, as bytes."""
        import numpy as np

        size = len(bag.words)
        numbers = np.fromiter(map(self._number.__getitem__, bag.words), np.int32, size)
        weights = np.fromiter(map(_damped, bag.counts), np.float64, size)
        weights *= self.values[numbers]
        heaviest = np.arange(size, dtype=np.int32)
        if size > _KEPT:
            heaviest = (-weights.round(9)).argsort(kind="stable")[:_KEPT].astype(np.int32)
            heaviest.sort()
        if size and weights.min() <= 0:
            heaviest = heaviest[weights[heaviest] > 0]
        numbers, weights = numbers[heaviest], weights[heaviest]
        said = heaviest.tobytes() + self.values[numbers].tobytes()
        if len(weights):
            weights /= math.sqrt(math.fsum((weights * weights).tolist()))
        return Vector(numbers, weights), said

    def seal(
        self, content: bytes, said: Iterable[bytes], names: Iterable[tuple[str, str]]
    ) -> bytes:
        """A hash of what an event says (``content``), of its vectors (``said``: see :meth:`vector`)
        and of how rare its names are."""
        found = hashlib.blake2b(content, digest_size=16)
        for one in said:
            found.update(len(one).to_bytes(4, "big") + one)
        found.update(b"".join([self._mark(name) for name in sorted(names)]))
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


@lru_cache(maxsize=1 << 10)
def _damped(count: int) -> float:
    return 1 + math.log(count)
