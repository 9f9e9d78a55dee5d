"""Counts of buildings destroyed, which are other counts than those of buildings damaged."""

from __future__ import annotations

import re
from functools import cache

from harmledger.records import Claim, Text
from harmledger.vocabulary import alternatives, load

__all__ = ["destroyed"]

#: Characters on either side of the word in which "or damaged" stands.
_NEAR = 40


def destroyed(claim: Claim, text: Text | None) -> bool:
    """Whether it counts buildings that were destroyed alone: of "destroyed or damaged" it does
    not."""
    if claim.measure != "damaged" or claim.basis is None or text is None:
        return False
    if not _destroyed().search(claim.basis.word):
        return False
    before = text.text[max(claim.sentence_start, claim.basis.start - _NEAR) : claim.basis.start]
    after = text.text[claim.basis.end : min(claim.sentence_end, claim.basis.end + _NEAR)]
    joined = _or_damaged()
    return not (joined[0].search(before) or joined[1].match(after))


@cache
def _destroyed() -> re.Pattern[str]:
    words = alternatives(load("en", "statements")["damaged"].words("destroyed_words"))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _or_damaged() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "Damaged or" before the word, "or badly damaged" behind it."""
    return (
        re.compile(r"\bdamag\w+\s*(?:/|(?:and|or|and/or)\s+)(?:[a-z]+\s+)?$", re.IGNORECASE),
        re.compile(r"\s*(?:/|(?:and|or|and/or)\s+)(?:[a-z]+\s+)?damag\w+", re.IGNORECASE),
    )
