"""Some of those harmed: "twelve of those killed were soldiers", "up to 30 of those who died"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["of_those"]


def of_those(parsed: Parsed, victim: Token) -> Token:
    """The number of whom those harmed are told ("those", "the people"); else ``victim`` itself."""
    above = victim.head
    if victim.dep_ != "pobj" or above.lower_ != "of" or above.i != victim.i - 1 - _the(victim):
        return victim
    number = above.head
    plain = victim.lower_ in words("grammar", "those_harmed")
    if not plain or number.i >= victim.i or parsed.quantity(number) is None:
        return victim
    return victim if any(map(parsed.quantity, victim.lefts)) else number


def _the(noun: Token) -> int:
    """One where "the" stands right before the noun."""
    return int(noun.i > 0 and noun.nbor(-1).lower_ == "the")
