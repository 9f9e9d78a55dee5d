"""Victims that the parser hangs on another verb: "sources told reporters 12 guards were killed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.lexicon import words
from harmledger.claims.parse import Parsed
from harmledger.claims.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["swallowed", "told_victim"]

_OBJECTS = frozenset(("dobj", "npadvmod", "dative"))


def _tells(verb: Token) -> bool:
    lowered = verb.lower_
    told = lowered in words("reporting", "verbs") or lowered in words("grammar", "finds")
    return verb.pos_ == "VERB" and told


def told_victim(verb: Token) -> Token | None:
    """ "A neighbour called to report a man had been shot": the man, right before the auxiliary."""
    first = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), None)
    near = first.nbor(-1) if first is not None and first.i else None
    if near is None or near.dep_ != "dobj" or not is_person_word(near.lower_):
        return None
    return near if _tells(near.head) and near.head.i < near.i else None


def swallowed(parsed: Parsed, victim: Token) -> Token | None:
    """ "Told reporters 12 rebels and a guard were killed": the 12, taken for what was told."""
    opener = victim.left_edge
    if opener.i < 3 or not any(c.dep_ in {"nummod", "det"} for c in victim.lefts):
        return None
    joiner = opener.nbor(-1)
    if joiner.lower_ != "and":
        return None
    for token in reversed(parsed.doc[max(0, joiner.i - 12) : joiner.i]):
        if token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBN":
            return None
        counts = any(parsed.quantity(c) is not None for c in token.lefts)
        if counts and token.dep_ in _OBJECTS and is_person_word(token.lower_):
            near = (token.head, *parsed.doc[max(0, token.i - 5) : token.i])
            return token if any(map(_tells, near)) else None
    return None
