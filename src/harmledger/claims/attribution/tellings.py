"""Whose telling a phrase or a noun names: "by the parish count", "the council's figure of 41"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.meant import maker_of
from harmledger.claims.attribution.mute import noun_words
from harmledger.claims.attribution.speakers import is_source
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["figure_noun", "named_source", "of_source", "owner_of", "telling_of"]

#: Prepositions before a telling, and the tellings that some of them take.
_BEFORE = frozenset(("by", "in", "on", "at", "from"))
_COUNTS = frozenset(("count", "reckoning", "estimate", "tally"))
_FIGURES = frozenset(("figures", "numbers", "count", "showing", "reckoning"))
_CLAIMS = frozenset(("claim", "claims", "report", "reports", "estimates", "toll"))


def telling_of(prep: Token) -> Token | None:
    """Whose telling stands behind a preposition: "by the council's count", "in most lists".

    The telling itself where it is nobody's: "by most accounts".
    """
    noun = child(prep, "pobj") if prep.lower_ in _BEFORE else None
    if noun is not None and noun.lower_ == "which" and prep.head.dep_ == "relcl":
        # "The police version, in which two had died"
        noun = prep.head.head
        return owner_of(noun) if noun.lower_ in words("reporting", "versions") else None
    if noun is None or noun.lower_ not in words("reporting", "tellings"):
        return None
    if prep.lower_ == "from":  # "It is known from the report of the ministry that"
        known = prep.head.lower_ in words("reporting", "known_from")
        return (owner_of(noun) or noun) if known and child(prep.head, "ccomp") else None
    fits = {"in": words("reporting", "lists"), "on": _FIGURES, "at": _COUNTS}
    if noun.lower_ not in fits.get(prep.lower_, (noun.lower_,)):
        return None
    if prep.head.lower_ == "based":
        return None  # "based on witness accounts, detectives say": the detectives
    owner = owner_of(noun)
    if owner is not None:
        return owner
    told = [c for c in noun.children if c.i < noun.i]
    # "By American account": of whoever speaks for the country.
    national = any(c.ent_type_ == "NORP" for c in told)
    unowned = any(c.lower_ in words("reporting", "unowned") for c in told)
    return noun if national or unowned else None


def owner_of(noun: Token) -> Token | None:
    """Who counts: "the council's count", "police figures", "the count of the council"."""
    owner = _possessor(noun)
    if owner is not None:
        return owner
    maker = maker_of(noun)
    if maker is not None:
        return maker
    front = [c for c in noun.children if c.dep_ in {"compound", "nmod", "amod"} and c.i < noun.i]
    for word in reversed(front):
        if named_source(word):
            return word
    return of_source(noun)


def _possessor(noun: Token) -> Token | None:
    """ "The state's reckoning", where the parser takes the reckoning for a verb."""
    owner = child(noun, "poss")
    if owner is not None and owner.lower_ == "whose":
        return noun.head.head if noun.head.dep_ == "relcl" else None
    if owner is None and (owner := child(noun, "nsubj")) is not None:
        owner = owner if any(c.dep_ == "case" for c in owner.children) else None
    return owner


def of_source(noun: Token) -> Token | None:
    """The source behind "of"."""
    of = next((c for c in noun.children if c.lower_ == "of" and c.i > noun.i), None)
    body = child(of, "pobj") if of is not None else None
    return body if body is not None and named_source(body) else None


def named_source(noun: Token) -> bool:
    return is_source(noun_words(noun)) or noun.ent_type_ in {"ORG", "PERSON"}


def figure_noun(noun: Token) -> Token | None:
    """Whose figure a noun is: "the council's figure of 41 dead", "the UN estimate of 41 killed"."""
    kinds = words("reporting", "figures") | words("reporting", "more_figures") | _CLAIMS
    if noun.lower_ not in kinds or not any(
        c.lower_ == "of" and any(t.pos_ == "NUM" for t in c.subtree) for c in noun.children
    ):
        return None
    owner = child(noun, "poss") or maker_of(noun)
    if owner is None:
        front = child(noun, "compound", "nmod", "amod")
        owner = front
    return owner if owner is not None and named_source(owner) else None
