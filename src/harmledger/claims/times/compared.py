"""Times that only measure what is told: "the highest since 1983", "above that of 2014"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["compared"]

#: Words between "since" and its time, and between it and the superlative.
_REACH = 10


def compared(time: Token) -> bool:
    """Whether a time says since when something is the most, or what it is compared with."""
    if time.head.lower_ == "of" and time.head.head.lower_ in {"that", "those"}:
        return True
    doc, at = time.doc, time.i
    for since in range(at, max(-1, at - _REACH), -1):
        if doc[since].is_punct:
            return False
        if doc[since].lower_ == "since":
            return _most(time, since)
    return False


def _most(time: Token, since: int) -> bool:
    """Whether "the highest", "the first" stands before "since", in the same clause."""
    for before in reversed(time.doc[max(0, since - _REACH) : since]):
        if before.tag_ in {"JJS", "RBS"} or before.lower_ in words("time", "firsts"):
            return True
        if before.pos_ in {"VERB", "AUX"} or before.text in {";", ":"}:
            return False
    return False
