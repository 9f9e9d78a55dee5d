"""Phrases of the vocabulary of counters, found in the words around a figure."""

from __future__ import annotations

import re
from functools import cache

from harmledger.records import Claim, Text
from harmledger.vocabulary import load

__all__ = ["phrase", "said_beside"]


@cache
def phrase(term: str) -> re.Pattern[str]:
    """The phrases of a term of ``counters.toml`` as whole words, the longest first."""
    words = sorted(load("en", "counters")[term].words("words"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def said_beside(claim: Claim, text: Text | None, term: str) -> str | None:
    """The phrase of ``term`` in the sentence of a claim, as written; None where there is none."""
    if text is None:
        return None
    found = phrase(term).search(text.text, claim.sentence_start, claim.sentence_end)
    return " ".join(found[0].split()) if found else None
