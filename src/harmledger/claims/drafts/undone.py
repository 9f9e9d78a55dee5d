"""Harm that was not done to anyone: shots that missed, what would not happen, names of bodies.

"Had been shot at", "would not have hurt anyone", "the Committee for Displaced Persons".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.lowerwords import word_set
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.harms.harm import Harm


__all__ = ["aimed_at", "as_a_rule", "named_for", "no_longer", "undeserved", "would_not"]


def aimed_at(verb: Token) -> bool:
    """ "He had been shot at so many times", "shot at by soldiers": aimed at, not hit.

    "Shot at a party" says where.
    """
    at = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if verb.lower_ != "shot" or at is None or at.lower_ != "at" or list(at.rights):
        return False
    return at.i + 1 >= len(at.doc) or at.nbor(1).pos_ not in {"NOUN", "PROPN", "NUM", "DET", "ADJ"}


def as_a_rule(harm: Harm) -> bool:
    """ "Guns don't kill people", "we do not kill prisoners": a rule, and no count of none."""
    verb, victim = harm.trigger, harm.victim
    bare = victim.tag_ == "NNS" and not any(c.dep_ in {"det", "nummod"} for c in victim.children)
    negated = any(c.dep_ == "neg" for c in verb.children)
    return bare and negated and any(c.lower_ in {"do", "does", "don’t"} for c in verb.lefts)


def named_for(harm: Harm) -> bool:
    """ "The Committee for Displaced Persons": the name of a body, and nobody counted."""
    victim = harm.victim
    bare = all(c.dep_ in {"amod", "compound"} for c in victim.lefts)
    if not bare or harm.trigger.i > victim.i or victim.tag_ not in {"NNS", "NNPS"}:
        return False
    for token in (victim, *victim.ancestors):
        if token.lower_ in words("grammar", "named_for"):
            return True
        if token.dep_ not in {"pobj", "prep", "conj", "appos"}:
            return False
    return False


def no_longer(verb: Token) -> bool:
    """ "The clerk is no longer among the missing": what was so is so no more."""
    if "longer" not in word_set(verb.doc):
        return False
    return any(c.lower_ == "longer" and c.i and c.nbor(-1).lower_ == "no" for c in verb.children)


def would_not(verb: Token) -> bool:
    """ "So that he would not die", "my son would not have hurt anyone", "could not kidnap him"."""
    negated = any(c.dep_ == "neg" for c in verb.children)
    modal = any(c.tag_ == "MD" and c.lower_ in {"would", "could", "ca"} for c in verb.lefts)
    return negated and modal


def undeserved(verb: Token) -> bool:
    """ "He did not deserve to die like that"."""
    return verb.dep_ == "xcomp" and verb.head.lower_ in {"deserve", "deserved", "deserves"}
