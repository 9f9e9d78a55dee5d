"""Victims of a participle whose verb is told once: "found one sailor dead and a cook wounded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["found_one_by_one", "past_the_state"]


def found_one_by_one(verb: Token) -> bool:
    """Whether ``verb`` tells how somebody was found or left: "found one dead and another shot"."""
    if verb.dep_ not in {"ccomp", "xcomp", "conj"} or child(verb, "aux", "mark"):
        return False
    result = words("grammar", "result_verbs")
    joined = verb.dep_ == "conj" and verb.head.lower_ in harm_words()
    return verb.head.lower_ in result or (joined and verb.head.head.lower_ in result)


def past_the_state(subject: Token) -> Token:
    """ "Two sailors dead and a cook wounded": the cook, if the others have a state."""
    state = next(
        (
            c
            for c in subject.rights
            if c.dep_ in {"amod", "acl", "acomp"} and c.lower_ in harm_words()
        ),
        None,
    )
    if state is None:
        return subject
    return next((c for c in subject.rights if c.dep_ == "conj" and c.i > state.i), subject)
