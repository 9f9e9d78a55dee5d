"""The words by which two reports of one event are known, and how rare they are."""

from __future__ import annotations

import math
import re
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache

from harmledger.errors import VocabularyProblem
from harmledger.vocabulary import languages, load

__all__ = ["RAREST", "Rarity", "Vector", "cosine", "rarest", "stem", "words_in"]

Vector = Mapping[str, float]

_WORD = re.compile(r"[^\W\d_]{3,}")

#: Letters by which forms of one word are taken for the same, as the list of rarities has them.
_LETTERS = 6

#: The counts of the list weigh as much as so many reports of the book: in a small book the list
#: says what is rare, in a large one the book does.
_LISTED_AS = 1000

#: ln(reports / reports with the word) of a word that the list does not have.
_UNLISTED = 6.5

#: No word is rarer than this, however large the book.
RAREST = 8.0

#: The heaviest words of an event that are kept.
_KEPT = 80


@cache
def _common() -> frozenset[str]:
    words: set[str] = set()
    # The date is weighed by itself: "October" in both is no further evidence.
    words.update(name.casefold() for name in (*month_name, *day_name) if name)
    for language in languages():
        try:
            terms = load(language, "function_words").terms
        except VocabularyProblem:
            # A language may be added without this list: its common words then weigh by rarity.
            continue
        for term in terms:
            words.update(term.words("words"))
    return frozenset(words)


@cache
def _listed() -> dict[str, float]:
    found: dict[str, float] = {}
    for term in load("en", "word_rarity").terms:
        found.update(dict.fromkeys(term.words("words"), float(term.data["rarity"])))
    return found


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The word as compared: case folded, its first six letters."""
    return word.casefold()[:_LETTERS]


def words_in(raw: str) -> Counter[str]:
    """Stems of the words of three letters or more, without the common ones."""
    common = _common()
    return Counter(stem(word) for word in _WORD.findall(raw.casefold()) if word not in common)


class Rarity:
    """How rare words and names are among the events of a book: ln(events / events with it).

    The listed counts of news reports count as ``_LISTED_AS`` events more.
    """

    def __init__(
        self, bags: Iterable[Collection[str]], names: Iterable[Collection[tuple[str, str]]]
    ) -> None:
        words: Counter[str] = Counter()
        number = 0
        for bag in bags:
            words.update(set(bag))
            number += 1
        self._number = number
        self.having = words
        self._names: Counter[tuple[str, str]] = Counter()
        for own in names:
            self._names.update(own)
        self._known: dict[str, float] = {word: self._of(word, n) for word, n in words.items()}

    def _of(self, word: str, having: int) -> float:
        listed = math.exp(-_listed().get(word, _UNLISTED))
        value = math.log((self._number + _LISTED_AS) / (having + _LISTED_AS * listed))
        return min(RAREST, max(0.0, value))

    def word(self, word: str) -> float:
        """Of a stem that stands in some event of the book."""
        return self._known[word]

    def name(self, name: tuple[str, str]) -> float:
        """Of two neighbouring words of a name: as rare as the rarer of them, or rarer."""
        listed = max(_listed().get(stem(part), _UNLISTED) for part in name)
        having = self._names[name] + _LISTED_AS * math.exp(-listed)
        return min(RAREST, max(0.0, math.log((self._number + _LISTED_AS) / having)))

    def events_with(self, name: tuple[str, str]) -> int:
        """How many events have the name."""
        return self._names[name]

    def vector(self, bag: Mapping[str, int]) -> dict[str, float]:
        """The unit vector of a bag, its heaviest words only."""
        weights = {w: (1 + math.log(n)) * self._known[w] for w, n in bag.items()}
        kept = sorted(weights, key=lambda word: (-round(weights[word], 9), word))[:_KEPT]
        return _unit({word: weights[word] for word in kept if weights[word] > 0})


def _unit(weights: dict[str, float]) -> dict[str, float]:
    # Summed in the order of the words, or the last digit would depend on the input's order.
    length = math.sqrt(sum(weights[word] ** 2 for word in sorted(weights)))
    return {word: value / length for word, value in weights.items()} if length else {}


def cosine(one: Vector, two: Vector, without: Collection[str] = ()) -> float:
    """0 to 1, rounded so that it does not depend on the order of summing.

    Words of ``without`` add nothing.
    """
    if len(two) < len(one):
        one, two = two, one
    return round(sum(v * two[w] for w, v in one.items() if w in two and w not in without), 9)


def rarest(vector: Vector, number: int, among: Iterable[str] | None = None) -> list[str]:
    """The words that weigh most, the heaviest first."""
    words = vector.keys() if among is None else set(among) & vector.keys()
    return sorted(words, key=lambda word: (-round(vector[word], 9), word))[:number]
