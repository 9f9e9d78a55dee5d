"""Nouns by which a text speaks of itself, or of an earlier form of it, which is no other source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["earlier_text", "this_text"]


def earlier_text(noun: Token) -> bool:
    """Whether a noun names an earlier form of the same text: "an earlier version of this story"."""
    own = noun.lower_ in words("stance", "versions")
    return own and any(c.lower_ in words("stance", "earlier") for c in noun.lefts)


def this_text(noun: Token) -> bool:
    """Whether a noun names the text itself: "this article"."""
    return noun.lower_ in words("stance", "texts") and any(c.lower_ == "this" for c in noun.lefts)
