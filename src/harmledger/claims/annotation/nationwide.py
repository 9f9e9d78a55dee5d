"""Counts of one day over a whole country: of many places, and never the figure of one of them."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["over_a_country"]


def over_a_country(sentence: str, at: int | None, *, country: bool) -> bool:
    """Whether a count in ``sentence`` is of a whole country: "across Peru", "nationwide".

    ``at``: where in the sentence the place begins that is stated for the count, None without one,
    below 0 where another sentence gives it; ``country``: it is one. A count with a town of its own
    is of that town.
    """
    if at is None or at < 0:
        return _nationwide().search(sentence) is not None
    return country and _spread().search(sentence, 0, at) is not None


@cache
def _spread() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives(words('time', 'spread'))})\s+(?:the\s+)?$", re.IGNORECASE
    )


@cache
def _nationwide() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives(words('time', 'nationwide'))})\b"
        # "The nationwide curfew" says nothing of a count.
        r"(?=\W*$|\s*[,.;:]|\s+(?:[io]n|by|as|that|so|since|during|after|over|were|was|has|have|had)\b)",
        re.IGNORECASE,
    )
