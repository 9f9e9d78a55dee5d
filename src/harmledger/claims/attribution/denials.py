"""Who denies: "the ministry rejected a claim by the rebels that 60 had died" is the ministry's.

What is denied was said by somebody else, named in the same sentence; it is not that one who speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.claims.attribution.hypothetical import bearing
from harmledger.claims.attribution.itself import earlier_text, this_text
from harmledger.claims.attribution.refusals import (
    by_nobody,
    called_so,
    changes_to,
    kept_from,
    none_of_it,
    not_among,
)
from harmledger.claims.attribution.untrue import false_words
from harmledger.claims.parsing.syntax import finite
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.attribution.cue import Cue

__all__ = [
    "Denial",
    "called_false",
    "denial_of",
    "deniers",
    "takes_back",
]

#: Ways in which what is called true or false hangs on the clause that says so.
_SAID_OF = frozenset(("nsubj", "nsubjpass", "ccomp", "csubj", "csubjpass"))


@dataclass(frozen=True, slots=True)
class Denial:
    """``token`` denies. ``outside``: not who says it, but who tells of it ("wrongly reported")."""

    token: Token
    outside: bool = False


def denial_of(chain: Sequence[Token]) -> Denial | None:
    """What denies the harm at the head of ``chain``, as :func:`bearing` gives it: the innermost."""
    if any(c.dep_ == "neg" for c in chain[0].children):
        # "Did not survive", "have not been seen since": there the negation states the harm.
        stated = chain[0].pos_ == "VERB" and chain[0].lower_ in words("stance", "by_negation")
        return None if stated else Denial(chain[0])
    if (apart := not_among(chain[0])) is not None:
        return Denial(apart)
    for below, token in pairwise(chain):
        joined = below.dep_ == "conj" and below.pos_ == token.pos_ == "VERB"
        if joined and finite(below) and below.head.i == token.i:
            continue  # "denied this and said that four had died"
        if below.dep_ == "advcl" and below.tag_ == "VBG" and _says(below):
            continue  # "denied this, saying that four had died"
        if token.lower_ in words("stance", "denied") and token.pos_ in {"VERB", "NOUN"}:
            stands = _denies_a_part(token) or by_nobody(token) or kept_from(token, below)
            return None if stands else Denial(token)
        if takes_back(token) or (
            _called_a_lie(token) and below.dep_ in _SAID_OF | {"acl", "relcl"}
        ):
            return Denial(token)
        if none_of_it(token) or called_so(token, below):
            return Denial(token)
        if below.dep_ in _SAID_OF and below.head.i == token.i:
            if called_false(token):
                return Denial(token)
            if withdrawn(token) or _refuted(below, token):
                return Denial(token, outside=True)
    last = chain[-1]
    if last.dep_ in {"nsubj", "nsubjpass"} and called_false(last.head):
        return Denial(last.head)
    return None


def _says(verb: Token) -> bool:
    """Whether a verb tells something and denies nothing."""
    return verb.lower_ in words("reporting", "verbs") and verb.lower_ not in words(
        "stance", "denied"
    )


def deniers(cues: list[Cue], trigger: Token) -> list[Cue]:
    """Of the cues that govern ``trigger`` those of who says it: in a denial, of who denies."""
    cues = [cue for cue in cues if not _of_another_figure(cue, trigger)]
    denial = denial_of(bearing(trigger, trigger))
    if denial is None:
        return cues
    above = [trigger, *trigger.ancestors]
    place = next((n for n, token in enumerate(above) if token.i == denial.token.i), 0)
    inside = {token.i for token in above[: place + denial.outside]}
    return [cue for cue in cues if cue.token.i not in inside and not _as_had_said(cue, trigger)]


def _as_had_said(cue: Cue, trigger: Token) -> bool:
    """ "It was not true that 35 had died, as the station had reported": the station asserted it."""
    below = {c.lower_ for c in cue.token.children if c.dep_ in {"mark", "aux"}}
    return cue.token.i > trigger.i and {"as", "had"} <= below


def _of_another_figure(cue: Cue, trigger: Token) -> bool:
    """ "29 were killed, and not 28, as police had said": the police gave the figure before it."""
    opener = next((c for c in cue.token.children if c.dep_ == "mark" and c.lower_ == "as"), None)
    if opener is None or opener.i < trigger.i:
        return False
    between = list(trigger.doc[trigger.i : opener.i])
    return any(
        token.lower_ in words("stance", "instead")
        and any(t.pos_ == "NUM" for t in between[n : n + 4])
        for n, token in enumerate(between)
    )


def _denies_a_part(verb: Token) -> bool:
    """ "Denied responsibility for the killing" does not deny the killing."""
    return any(c.lower_ in words("stance", "parts_played") for c in verb.children)


def called_false(verb: Token) -> bool:
    """Whether the clause of ``verb`` says of its subject that it is not true."""
    told = [c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"}]
    # "Proved to be wrong", "turned out to be false".
    told += [b for c in verb.children if c.dep_ == "xcomp" and c.lower_ == "be" for b in c.children]
    # "Was exaggerated", "had been overstated".
    told += [verb] if any(c.dep_ == "auxpass" for c in verb.children) else []
    said = [c.lower_ for c in told if not any(b.lower_ == "no" for b in c.lefts)]
    if any(c.dep_ == "neg" for c in verb.children):
        return not words("stance", "true").isdisjoint(said)
    return not false_words().isdisjoint(said)


def takes_back(verb: Token) -> bool:
    """ "Retracted its report", "withdrew the claim"; not "withdrew from the town"."""
    told = words("reporting", "nouns") | words("grammar", "figures_for")
    if verb.lower_ not in words("stance", "taking_back") or changes_to(verb):
        return False
    return any(c.dep_ == "dobj" and c.lower_ in told for c in verb.children)


def _called_a_lie(noun: Token) -> bool:
    """ "It is a lie that 60 died"; not "it is no lie"."""
    negated = any(c.lower_ in words("grammar", "neither") for c in noun.lefts)
    negated = negated or any(c.dep_ == "neg" for c in noun.head.children)
    return noun.pos_ == "NOUN" and noun.lower_ in false_words() and not negated


def withdrawn(verb: Token) -> bool:
    """ "An earlier version of this article said", "wrongly reported": it is taken back."""
    if verb.lower_ not in words("reporting", "verbs"):
        return False
    if any(c.dep_ == "advmod" and c.lower_ in words("stance", "in_error") for c in verb.children):
        return True
    earlier = any(c.lower_ in words("stance", "earlier") for c in verb.children)
    return any(
        c.dep_ == "nsubj" and (earlier_text(c) or (earlier and this_text(c))) for c in verb.children
    )


def _refuted(said: Token, verb: Token) -> bool:
    """ "First reports said that 12 had died, but that was wrong": a clause joined to it says so.

    ``said``: what ``verb`` tells; the parser joins the clause to either.
    """
    if verb.lower_ not in words("reporting", "verbs"):
        return False
    for clause in (c for head in (said, verb) for c in head.children if c.dep_ == "conj"):
        subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
        if subject is None or not called_false(clause):
            continue
        back = {subject.lower_, *(c.lower_ for c in subject.lefts)}
        if not back.isdisjoint(words("stance", "points_to_it")):
            return True
    return False
