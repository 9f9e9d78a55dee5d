"""Claims that leave the place spoken of: "three more were killed elsewhere"."""

from __future__ import annotations

import re
from functools import cache

from harmledger.records import Claim, Text
from harmledger.vocabulary import load

__all__ = ["leaves_place"]

_CLAUSE = re.compile(r"[,;:]|\band\b|\bwhile\b")


@cache
def _elsewhere() -> re.Pattern[str]:
    words = load("en", "counters")["elsewhere"].words("words")
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def leaves_place(claim: Claim, text: Text | None) -> bool:
    """True for "three more were killed elsewhere": in the claim's own clause or opening it."""
    if text is None:
        return False
    before = text.text[claim.sentence_start : claim.start]
    after = text.text[claim.end : claim.sentence_end]
    own = (_CLAUSE.split(before)[-1], _CLAUSE.split(after)[0])
    return bool(_elsewhere().match(before.lstrip())) or any(
        _elsewhere().search(part) for part in own
    )
