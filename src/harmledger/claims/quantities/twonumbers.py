"""Two numbers side by side: a range, with the scale of both, or what a count was and came to."""

from __future__ import annotations

import re

from harmledger.claims.quantities.quantity_words import Grammar
from harmledger.claims.quantities.turned import changed, versioned
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.numbers import parse_number

__all__ = ["came_to", "ranging", "scaled"]

#: The scales of the second number of a range: "three hundred thousand" has two.
_SCALED = re.compile(
    r"[a-z\d](?P<all>(?:\s+-?(?P<last>hundred|thousand|million|billion|lakh|crore|dozen)s?)+)$",
    re.IGNORECASE,
)


def scaled(first: int, second: int, words_of_second: str) -> int:
    """ "Two to three million", "three to four hundred": the scale of the second is of both."""
    found = _SCALED.search(words_of_second)
    for scales in (found["all"], found["last"]) if found is not None else ():
        scale = parse_number(f"one {scales.strip()}")
        if scale and first < scale and first * scale < second:
            return first * scale
    return first


def came_to(text: str, match: re.Match[str], core: tuple[int, int], grammar: Grammar) -> bool:
    """Whether the second of two numbers is what a count came to, and the first what it was."""
    change = grammar.changing.search(_before(text, match))
    moved = (match["between"] or "").lower() == "from"
    ranged = bool(match["between"] or match["l1"])
    return (
        bool(change and (change["how"] or moved))
        or (moved and changed(text[max(0, match.start() - 130) : core[0]]))
        or (not ranged and versioned(_before(text, match)))
    )


def _before(text: str, match: re.Match[str]) -> str:
    """The words before a quantity that may tell of a change or a range."""
    return text[max(0, match.start() - 60) : match.start()]


def ranging(text: str, match: re.Match[str]) -> bool:
    """ "Estimates range from 3 to 5 dead": the word right before "from"."""
    last = _before(text, match).lower().rstrip(" ,").split()[-1:]
    return not words("not_counts", "ranging").isdisjoint(last)
