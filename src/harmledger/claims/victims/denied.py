"""Whom nobody is said to have harmed by a denial: "denied that its men had killed anyone"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["any_denied"]


def any_denied(head: Token) -> bool:
    """Whether the phrase is "anyone" or "any dockers", and what stands above denies the harm.

    Under "did not deny that" it denies nothing.
    """
    if head.lower_ not in words("grammar", "none_denied") and not any(
        c.lower_ == "any" for c in head.lefts
    ):
        return False
    for above in head.ancestors:
        if above.lower_ in words("stance", "denied") and above.pos_ in {"VERB", "NOUN"}:
            return not any(c.dep_ == "neg" for c in above.children)
        if above.lower_ in words("reporting", "verbs"):
            return False
    return False
