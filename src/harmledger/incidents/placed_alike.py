"""Places of two events that are one, though their main places are not: another that both name, or
one name spelt in two ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from harmledger.places import is_fine, places_agree
from harmledger.records import Where

__all__ = ["shared_place", "spelt_alike"]

#: Shorter names are not compared by their letters: "Gaza" and "Giza" are two towns.
_LETTERS = 5

#: Letters that one name is written with in different transcriptions.
_WRITTEN = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"[sctz]?[sc]h|[cs]z", "s"),
        (r"ph", "f"),
        (r"ou|oo|w", "u"),
        (r"c?k|c|q", "k"),
        (r"ee|ie|[yj]", "i"),
        (r"th?|dh", "t"),
        (r"[dg]?zh|dj", "z"),
        (r"(.)\1", r"\1"),
        (r"(?<=.)h", ""),
    )
)


def shared_place(ones: Sequence[Where], twos: Sequence[Where]) -> tuple[Where, Where] | None:
    """The first places of two events that are one: the same, near, or spelt alike."""
    for one in ones:
        for two in twos:
            how = places_agree(one, two)
            fine = is_fine(one) and is_fine(two)
            if how == "near" or (how == "same" and fine):
                return one, two
            if how in {"same", "unclear"} and not fine and spelt_alike(one.name, two.name):
                return one, two
    return None


def spelt_alike(one: str, two: str) -> bool:
    """Whether two names are one, written in two ways: "Racak", "Rachak"; "Nisour", "Nisoor"."""
    first, second = _letters(one), _letters(two)
    if min(len(first), len(second)) < _LETTERS or first[0] != second[0]:
        return False
    if len(first) > len(second):
        first, second = second, first
    if len(first) == len(second):
        return sum(a != b for a, b in zip(first, second, strict=True)) <= 1
    return len(second) == len(first) + 1 and any(
        second[:at] + second[at + 1 :] == first for at in range(len(second))
    )


@lru_cache(maxsize=1 << 14)
def _letters(name: str) -> str:
    """The name without accents, spaces and marks, one letter for each sound."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if c.isalpha())
    for written, as_one in _WRITTEN:
        letters = written.sub(as_one, letters)
    return letters
