"""Some of those harmed: "twelve of those killed were soldiers", "up to 30 of those who died"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["of_counted", "of_those", "told_of_them"]


def of_those(parsed: Parsed, victim: Token) -> Token:
    """The number of whom those harmed are told ("those", "the people"); else ``victim`` itself."""
    above = victim.head
    if victim.dep_ != "pobj" or above.lower_ != "of" or above.i != victim.i - 1 - _the(victim):
        return victim
    number = told_of_them(parsed, above)
    plain = victim.lower_ in words("grammar", "those_harmed")
    if not plain or number is None:
        return victim
    return victim if any(map(parsed.quantity, victim.lefts)) else number


def of_counted(parsed: Parsed, victim: Token) -> Token | None:
    """ "Twenty of the 54 people killed": the twenty, beside the 54."""
    above = victim.head
    if victim.dep_ != "pobj" or above.lower_ != "of" or not any(map(parsed.quantity, victim.lefts)):
        return None
    number = above.head
    return number if number.i == above.i - 1 and parsed.quantity(number) is not None else None


def told_of_them(parsed: Parsed, of: Token) -> Token | None:
    """The number before "of the dead", or the subject behind it: "Of the dead, 177 are named"."""
    above = of.head
    if above.i < of.i:
        return above if parsed.quantity(above) is not None else None
    subject = child(above, *SUBJECTS)
    told = subject is not None and of.i < subject.i and parsed.quantity(subject) is not None
    return subject if told else None


def _the(noun: Token) -> int:
    """One where "the" stands right before the noun."""
    return int(noun.i > 0 and noun.nbor(-1).lower_ == "the")
