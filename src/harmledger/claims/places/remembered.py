"""Times and places of a ceremony: "laid flowers on Friday to remember the 43 who died in 1995"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["of_the_ceremony"]

_OF_A_VERB = frozenset(("dobj", "pobj", "nsubj", "nsubjpass"))


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
        if above.dep_ == "prep" and above.lower_ in {"for", "to"} and _rite(above):
            return not (above.is_ancestor(other) or above.i == other.i)
        below = above
    return False


def _rite(preposition: Token) -> bool:
    """ "Days of mourning for", "lit candles for": what is done for the dead."""
    rites = words("time", "remembering", "nouns")
    verb = preposition.head
    near = [verb, *(t for c in verb.children if c.dep_ in _OF_A_VERB for t in c.subtree)]
    if verb.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass"} or verb.pos_ == "VERB":
        near += [t for c in verb.children if c.dep_ == "prep" for t in c.subtree][:8]
    return any(t.lower_ in rites and t.i < preposition.i for t in near)
