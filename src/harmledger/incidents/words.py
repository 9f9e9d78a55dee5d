"""The words by which two reports of one event are known."""

from __future__ import annotations

import re
import sys
from calendar import day_name, month_name
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from harmledger.errors import VocabularyProblem
from harmledger.vocabulary import languages, load

__all__ = ["Bag", "stem", "words_in"]

_WORD = re.compile(r"[^\W\d_]{3,}")

#: Letters by which forms of one word are taken for the same, as the list of rarities has them.
_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Bag:
    """Stems in the order of the alphabet, and how often each stands there.

    A book has as many bags as events: two tuples take a fifth of the memory of a dictionary.
    """

    words: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()


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


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The word as compared: case folded, its first six letters."""
    return word.casefold()[:_LETTERS]


def words_in(raw: str) -> Bag:
    """Stems of the words of three letters or more, without the common ones."""
    common = _common()
    found = Counter([w[:_LETTERS] for w in _WORD.findall(raw.casefold()) if w not in common])
    words = sorted(found)
    return Bag(tuple(map(sys.intern, words)), tuple([found[word] for word in words]))
