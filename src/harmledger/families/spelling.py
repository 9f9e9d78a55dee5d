"""Whether two words are a slip of the pen apart, or one word in two forms."""

from __future__ import annotations

import unicodedata
from functools import cache

from harmledger.families.direction import row
from harmledger.families.rarity import reduced

__all__ = ["one_apart", "same_word"]


def one_apart(one: str, two: str) -> bool:
    """One letter changed, added, left out, or two neighbours exchanged."""
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    short, long = sorted((one, two), key=len)
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return one[at + 1 :] == two[at + 1 :] or (
        one[at : at + 2] == two[at : at + 2][::-1] and one[at + 2 :] == two[at + 2 :]
    )


def same_word(one: str, two: str) -> bool:
    """Forms of one word, or two ways of spelling it."""
    return (
        reduced(one) == reduced(two)
        or _letters(one) == _letters(two)
        or one.startswith(two)
        or two.startswith(one)
        or _spelling(one) == _spelling(two)
    )


def _letters(word: str) -> str:
    """Letters without their accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if sign.isalpha())


@cache
def _spelling(word: str) -> str:
    for one, two in row("misspelt")["spellings"]:
        word = word.replace(one, two)
    return word
