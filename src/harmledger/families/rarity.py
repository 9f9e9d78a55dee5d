"""How rare a word is: fixed counts, so that no third text changes what two have in common."""

from __future__ import annotations

import math
from functools import cache, lru_cache

from harmledger.vocabulary import load

__all__ = ["RAREST", "rarities", "rarity", "reduced"]

#: Letters by which forms of one word ("attack", "attacked") are taken for the same.
_LETTERS = 6

#: The rarity of a word that no list has.
RAREST = 6.5


@lru_cache(maxsize=1 << 17)
def reduced(word: str) -> str:
    """The word as compared: case folded, without a possessive ending, its first six letters."""
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    # A code or a number has no forms: "room1234" is not "room1299".
    return plain[:_LETTERS] if plain.isalpha() or "'" in plain else plain


@cache
def rarities() -> dict[str, float]:
    """The listed words (reduced) and their rarity: ln(reports / reports that have it)."""
    found: dict[str, float] = {}
    for term in load("en", "word_rarity").terms:
        found.update(dict.fromkeys(term.words("words"), float(term.data["rarity"])))
    return found


def rarity(times: int, words: int) -> float:
    """The rarity of a word that stands ``times`` in a text of ``words`` words.

    In a language whose words are not listed a word is as rare as the text itself makes it: its
    articles and prepositions repeat.
    """
    return min(RAREST, math.log(max(1.0, words / times)))
