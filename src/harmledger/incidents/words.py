"""The words by which two reports of one event are known: tf-idf vectors and their cosine."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from harmledger.errors import VocabularyProblem
from harmledger.vocabulary import languages, load

__all__ = ["Vector", "cosine", "rarest", "vectors", "words_in"]

Vector = Mapping[str, float]

_WORD = re.compile(r"[^\W\d_]{3,}")

#: Pretend to have read this many other reports, so that in a handful of reports the words
#: they share are not taken for common ones.
_OTHERS = 100


@cache
def _common() -> frozenset[str]:
    words: set[str] = set()
    for language in languages():
        try:
            terms = load(language, "function_words").terms
        except VocabularyProblem:
            # A language may be added without this list: its common words then weigh by rarity.
            continue
        for term in terms:
            words.update(term.words("words"))
    return frozenset(words)


def words_in(raw: str) -> Counter[str]:
    """Words of three letters or more, case folded, without the common ones."""
    common = _common()
    return Counter(word for word in _WORD.findall(raw.casefold()) if word not in common)


def vectors(bags: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """Unit vectors of the bags; a word counts less the more bags have it."""
    having: Counter[str] = Counter()
    for bag in bags:
        having.update(bag.keys())
    rarity = {word: math.log((len(bags) + _OTHERS) / (count + 1)) for word, count in having.items()}
    return [_unit({w: (1 + math.log(n)) * rarity[w] for w, n in bag.items()}) for bag in bags]


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
