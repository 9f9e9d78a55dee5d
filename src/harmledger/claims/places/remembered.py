"""Times and places of a ceremony: "laid flowers on Friday to remember the 43 who died in 1995"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["of_the_ceremony"]


def of_the_ceremony(harm: Token, other: Token) -> bool:
    """Whether the harm is what is remembered, and the other word says when or where that was done.

    Not where a killing itself "marked the end of the truce on Friday".
    """
    below = harm
    while below.head.i != below.i:
        above = below.head
        if above.pos_ == "VERB" and above.lower_ in words("time", "remembering"):
            inside = below.i == other.i or below.is_ancestor(other)
            return below.dep_ != "nsubj" and not inside
        below = above
    return False
