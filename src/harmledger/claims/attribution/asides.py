"""Verbs of saying that close or interrupt what they report: "..., police said on Tuesday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.cue import Cue
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["behind_quotation", "closed_by", "closes", "own_clause"]

#: What ends an aside, and what stands before one.
_STOPS = frozenset((",", ";", ".", ":", '"', "''", "-", "--", "!", "?"))
_MARKS = frozenset((",", '"', "''", "-", "--", "'", ".", "?", "!"))


def closed_by(cue: Cue) -> bool:
    """Whether a verb of saying only closes or interrupts: "..., police said on Tuesday"."""
    verb = cue.token
    if cue.kind != "verb" or verb.dep_ == "relcl":
        return False
    going_on = verb.lower_ in words("reporting", "going_on") and cue.source.i > verb.i
    if verb.lower_ not in _asides() and not going_on:  # "..., continues the Herald"
        return False
    if own_clause(verb) is not None:
        return False
    for token in verb.doc[verb.i + 1 :]:
        if cue.source.left_edge.i <= token.i <= cue.source.right_edge.i:
            continue
        if token.text in _STOPS:
            if _opens_quotation(token) and not behind_quotation(cue):
                return False
            break
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return False
        heard = verb.lower_ in words("reporting", "tell")
        if token.dep_ == "dobj" and token.head.i == verb.i and not heard:
            return False  # "the boy found the gun"
    before = _before(cue)
    return before is not None and (before.text in _MARKS or before.lower_ == "as")


def closes(cue: Cue) -> bool:
    """Whether it is an aside with which the sentence ends: "..., the Herald reported."."""
    last = max(cue.token.i, cue.source.right_edge.i)
    return closed_by(cue) and all(t.is_punct for t in cue.token.doc[last + 1 :])


def _asides() -> frozenset[str]:
    return words("reporting", "verbs") - words("reporting", "never_aside")


def _opens_quotation(stop: Token) -> bool:
    """ "The clerk said: ...", "the clerk said, '...'": what is said follows."""
    ahead = stop.doc[stop.i : stop.i + 2].text
    return stop.text in {":", '"', "''"} or '"' in ahead or "''" in ahead


def own_clause(verb: Token) -> Token | None:
    """The clause behind a verb of saying that says what was said; none beyond a semicolon."""
    for clause in verb.children:
        if clause.dep_ == "ccomp" and clause.i > verb.i:
            between = verb.doc[verb.i : clause.i]
            return None if any(t.text == ";" for t in between) else clause
    return None


def behind_quotation(cue: Cue) -> bool:
    """Whether the cue stands right behind a closing mark: ``"...," a nurse said``."""
    before = _before(cue)
    return before is not None and before.text in {'"', "''"}


def _before(cue: Cue) -> Token | None:
    """The word before the cue and its source."""
    edge = min(cue.source.left_edge.i, cue.token.i)
    while edge and cue.token.doc[edge - 1].tag_ in {"DT", "PRP$"}:
        edge -= 1
    return cue.token.doc[edge - 1] if edge else None
