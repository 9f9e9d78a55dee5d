"""What is told only of somebody's kin or friend: "the brother of the man who attacked Suruc"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["of_another"]

#: Steps from the clause up to the word of kinship: "the brother of one of the men who".
_STEPS = 3


def of_another(token: Token) -> bool:
    """Whether a place or time says where or when another harm was done, told of to say who is who.

    "The brother of the man who attacked Suruc in July", "a nephew of a commander killed last year",
    "whose cousin had bombed a market in May".
    """
    for above in (token, *token.ancestors):
        if above.dep_ in {"relcl", "acl"} and _related(above.head):
            return True
        if above.pos_ == "VERB" and _by_kin(above):
            return True
    return False


def _related(noun: Token) -> bool:
    """Whether a noun stands behind a word of kinship: "a friend of", "links with"."""
    for _ in range(_STEPS):
        if noun.dep_ != "pobj" or noun.head.dep_ != "prep":
            return False
        noun = noun.head.head
        if noun.lower_ in words("places", "related"):
            return True
    return False


def _by_kin(verb: Token) -> bool:
    """Whether somebody's kin had done it: "whose brother attacked", "his cousin had bombed"."""
    done = any(child.dep_ == "dobj" for child in verb.children)
    had = any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children)
    return done and any(
        child.dep_ == "nsubj"
        and child.lower_ in words("places", "related")
        and any(
            own.dep_ == "poss" and (had or own.lower_ == "whose")
            for own in islice(child.lefts, _STEPS)
        )
        for child in verb.children
    )
