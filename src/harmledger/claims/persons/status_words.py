"""Words and sizes in which traits of a status are told."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.lexicon import words
from harmledger.records import Claim

__all__ = ["class_of", "says_nothing", "size_of", "words_in"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")
#: A count below this is of few.
_FEW = 10
_CLASSES = (
    ("perpetrator", "perpetrator"),
    ("armed_forces", "security"),
    ("police", "security"),
    ("armed_group", "armed_group"),
    ("age_child", "child"),
    ("civilian", "civilian"),
    ("civilian_roles", "civilian"),
    ("groups", "armed_group"),
    ("forces", "security"),
    ("unstated", "person"),
    ("others", "person"),
)


@cache
def class_of(word: str) -> str | None:
    """The kind of people that a (lower-case) word means; None for other words."""
    return next((name for term, name in _CLASSES if word in words("people", term)), None)


def says_nothing(claim: Claim) -> bool:
    """Whether several are counted of whom neither a name nor the noun says who they were."""
    own = claim.population
    if own is None or own.status != "unstated" or own.named or (claim.low or 0) < 2:
        return False
    head = (own.surface or "people").lower().split()[-1]
    return class_of(head) == "person" or head in words("grammar", "bare_tolls")


def words_in(text: str) -> list[str]:
    """The words and numbers of ``text``, lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def size_of(claim: Claim) -> str:
    """How many a claim counts: one, none, few, many, or vague."""
    if claim.low == claim.high == 1:
        return "one"
    if claim.low == claim.high == 0:
        return "none"
    if claim.high is None and claim.qualifier == "vague":
        return "vague"
    return "few" if (claim.low or claim.high or 0) < _FEW else "many"
