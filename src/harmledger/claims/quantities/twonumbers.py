"""Two numbers side by side: a range, with the scale of both, or what a count was and came to."""

from __future__ import annotations

import re

from harmledger.claims.quantities.quantity_words import Grammar
from harmledger.claims.quantities.turned import changed
from harmledger.claims.words.lexicon import words

__all__ = ["came_to", "ranging", "scaled"]

#: What stands for the first of two numbers too.
_SCALES = {"hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 1_000_000}


def scaled(first: int, second: int, words_of_second: str) -> int:
    """ "Two to three million": the scale belongs to both."""
    named = re.findall(r"thousand|million|hundred|lakh", words_of_second.lower())
    if not named or first >= 1000 or second < 1000:
        return first
    factor = _SCALES[named[-1]]
    for scale in sorted(_SCALES.values()):
        if second // scale in range(1, 1000) and second % scale == 0:
            factor = scale
    return first * factor


def came_to(text: str, match: re.Match[str], core: tuple[int, int], grammar: Grammar) -> bool:
    """Whether the second of two numbers is what a count came to, and the first what it was."""
    change = grammar.changing.search(_before(text, match))
    moved = (match["between"] or "").lower() == "from"
    return bool(change and (change["how"] or moved)) or (
        moved and changed(text[max(0, match.start() - 130) : core[0]])
    )


def _before(text: str, match: re.Match[str]) -> str:
    """The words before a quantity that may tell of a change or a range."""
    return text[max(0, match.start() - 60) : match.start()]


def ranging(text: str, match: re.Match[str]) -> bool:
    """ "Estimates range from 3 to 5 dead": the word right before "from"."""
    last = _before(text, match).lower().rstrip(" ,").split()[-1:]
    return not words("not_counts", "ranging").isdisjoint(last)
