"""Verbs of saying that say nothing here, by their subject or their object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.antecedents import is_person
from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_accused", "mute", "noun_words", "reports_none"]


def noun_words(noun: Token) -> str:
    """The noun with what stands before it, as the parser saw it."""
    return noun.doc[noun.left_edge.i : noun.i + 1].text


def mute(noun: Token) -> bool:
    """Whether a subject cannot give a figure: a thing, or people who are counted themselves."""
    if noun.pos_ == "PRON":
        return False  # "it put the injured at 37"
    if any(c.dep_ == "nummod" for c in noun.children):
        return True
    told = kind_of(noun_words(noun)) != "other" or noun.ent_type_ in {"PERSON", "ORG", "GPE"}
    works = words("reporting", "documents") | words("reporting", "figures")
    known = works | words("grammar", "bodies") | words("reporting", "organs")
    return not told and not is_person(noun) and noun.lower_ not in known


def reports_none(verb: Token) -> bool:
    """ "Has not reported any casualties"."""
    counting = words("reporting", "with_object") | words("reporting", "about")
    taken = child(verb, "dobj") if verb.lower_ in counting else None
    return taken is not None and any(c.lower_ == "any" for c in taken.children)


def is_accused(verb: Token) -> bool:
    """Whether nobody is accused by it: a participle whose object the parser has lost."""
    over = any(c.dep_ == "prep" and c.lower_ in {"of", "in"} for c in verb.children)
    return over and child(verb, "dobj", "ccomp", "agent") is None
