"""The extractor's word lists, by file and term of the English vocabulary."""

from __future__ import annotations

from functools import cache

from harmledger.vocabulary import alternatives, load

__all__ = ["alternatives", "lowered", "words"]

LANGUAGE = "en"


@cache
def words(file: str, term: str, key: str = "words") -> frozenset[str]:
    """The words of one term of one vocabulary file, e.g. ``words("grammar", "zero")``."""
    return frozenset(load(LANGUAGE, file)[term].words(key))


def lowered(text: str) -> str:
    """``text`` in lower case, each letter in its place: one that would grow (İ) stays as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
