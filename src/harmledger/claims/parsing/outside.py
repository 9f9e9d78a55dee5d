"""Main verbs that the parser takes into a clause: "a nurse who ran to help was killed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.syntax import SUBJECTS
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["outside_the_clause"]

_NOUNS = frozenset(("NOUN", "PROPN", "NUM", "PRON"))


def outside_the_clause(verb: Token) -> Token | None:
    """ "A nurse who ran to help the wounded man was killed": the nurse, where the parser takes the
    main verb into the clause."""
    inner = verb.head
    if verb.dep_ != "ccomp" or inner.dep_ not in {"xcomp", "advcl"}:
        return None
    if inner.lower_ in words("reporting", "verbs") or inner.lower_ in words("grammar", "finds"):
        return None
    clause = inner
    while clause.dep_ in {"xcomp", "advcl"}:
        clause = clause.head
    told = clause.head
    who = any(c.lower_ == "who" and c.dep_ in SUBJECTS for c in clause.children)
    main = clause.dep_ == "relcl" and told.dep_ == "ROOT" and told.pos_ in _NOUNS
    return told if who and main else None
