"""Words that call a report or a figure false."""

from __future__ import annotations

from functools import cache

from harmledger.claims.words.lexicon import words

__all__ = ["false_words"]


@cache
def false_words() -> frozenset[str]:
    """The words for false and unfounded: whoever says so of a report denies it."""
    return words("stance", "false") | words("stance", "unfounded")
