"""Harm that has not happened: planned, threatened, conditional; and what bears on a harm word.

"Tried to kill 12", "could kill 12", "a reward for information leading to the arrest".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.claims.attribution.imagined import in_vain, is_imagined
from harmledger.claims.attribution.untrue import false_words
from harmledger.claims.parsing.outside import outside_the_clause
from harmledger.claims.parsing.syntax import child, finite
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["bearing", "is_hypothetical", "might_have"]

#: Ways in which what is intended hangs on the word of intending.
_INTENDED = frozenset(("xcomp", "ccomp", "acl", "advcl", "pcomp", "pobj", "dobj", "prep", "relcl"))
#: Ways in which a harm is what another verb is about: "to solve the killing", "to be punished".
_TAKEN = frozenset(("dobj", "pobj", "prep", "nsubjpass"))


def bearing(trigger: Token, victim: Token) -> list[Token]:
    """The harm word and what governs it, up to the root; the victim's own modifiers.

    It ends where what stands above does not bear on the harm: at a relative clause ("the attack
    that killed 12"), a time clause ("after 12 were killed"), an embedded question ("how 12 were
    killed") and a semicolon.
    """
    chain = [trigger]
    token = trigger
    while token.head.i != token.i and len(chain) < 12:
        if (
            token.dep_ in {"relcl", "acl"}
            and token.head.pos_ in {"NOUN", "PROPN"}
            and not any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
            and not _content(token)
        ):
            if any(c.tag_ == "TO" for c in token.children):
                noun = token.head
                lent = noun.dep_ == "pobj" and noun.head.lower_ == "for"
                # "A plan to kill"; "easy for a boiler to kill"
                chain.append(noun.head.head if lent else noun)
            break
        if _stands_alone(token):
            break
        token = token.head
        chain.append(token)
    if victim.i not in {t.i for t in chain}:
        chain.append(victim)
    return chain


def _content(clause: Token) -> bool:
    """ "A claim that 60 had died", however "that" is parsed; "a count of 60 dead"."""
    figure = clause.head.lower_ in words("grammar", "figures_for")
    if figure and clause.tag_ in {"JJ", "VBN"} and child(clause, "nsubj", "nsubjpass") is None:
        return True
    told = clause.head.lower_ in words("reporting", "nouns") | false_words()
    return (
        told
        and any(c.lower_ == "that" and c.i < clause.i for c in clause.lefts)
        and any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ != "that" for c in clause.lefts)
    )


def _stands_alone(clause: Token) -> bool:
    """Whether the clause is said as a fact whatever governs it."""
    if clause.dep_ == "advcl" and any(
        c.lower_ in words("stance", "time_clauses") and c.i < clause.i for c in clause.children
    ):
        return True
    if clause.dep_ in {"ccomp", "pcomp"} and any(
        c.lower_ in words("stance", "questions") and c.i < clause.i for c in clause.children
    ):
        return True
    if clause.dep_ == "conj" and clause.head.pos_ == "VERB" and _own_clause(clause):
        return True
    left, right = sorted((clause.i, clause.head.i))
    return any(t.text == ";" for t in clause.doc[left:right])


def _own_clause(verb: Token) -> bool:
    """ "He was thought lost, but the bomb killed two": a subject and a finite verb of its own."""
    subject = child(verb, "nsubj", "nsubjpass")
    return subject is not None and finite(verb) and verb.head.dep_ == "ROOT"


def is_hypothetical(chain: list[Token]) -> bool:
    """Whether the harm at the head of ``chain``, as :func:`bearing` gives it, is only imagined."""
    return (
        _is_open(chain)
        or _is_intended(chain)
        or _is_conditional(chain)
        or _is_fiction(chain)
        or is_imagined(chain)
    )


def _is_fiction(chain: list[Token]) -> bool:
    """ "In the novel three bankers are killed"; not "in a movie house"."""
    for above in chain:
        for prep in above.children:
            work = child(prep, "pobj") if prep.lower_ == "in" else None
            if work is not None and work.lower_ in words("stance", "fiction"):
                return True
    return False


def _is_open(chain: list[Token]) -> bool:
    """ "Its task was to confirm that civilians had been killed" does not say that any were."""
    if any(c.dep_ == "mark" and c.lower_ == "whether" for t in chain[:3] for c in t.children):
        return True
    return any(
        (
            token.lower_ in words("stance", "open_question")
            and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
        )
        for token in chain[1:]
    ) or any(
        # "Information leading to the arrest of the man"
        token.lower_ == "leading" and token.head.lower_ == "information"
        for token in chain[1:3]
    )


def _is_intended(chain: list[Token]) -> bool:
    """ "Attempted to kill 12", "a plot to kill"; not "the attempt that killed 12".

    "Tried to solve the killing of 12" intends something else.
    """
    for place, (below, above) in enumerate(pairwise(chain)):
        if outside_the_clause(below) is not None:
            return False  # "a nurse who tried to help the wounded was killed"
        object_of = place and chain[place - 1].dep_ in _TAKEN
        if object_of and below.pos_ == "VERB" and not _carries_out(below):
            return False
        if below.dep_ not in _INTENDED:
            continue
        if above.lower_ in words("stance", "preventing") and in_vain(above):
            return False
        infinitive = any(c.tag_ == "TO" for c in below.children)
        openers = {above.lower_, *(c.lower_ for c in above.children if c.dep_ == "acomp")}
        if infinitive and above.pos_ == "AUX":  # "the plan was to kill 12", "on his way to kill"
            aim = child(above, "nsubj")
            openers |= {aim.lower_} if aim is not None else set()
            openers.add(_just_before(below))
            openers |= {"intention"} if aim is not None and _is_a_plan(aim) else set()
        if infinitive and openers & words("stance", "before_infinitives"):
            return True
        asked = below.dep_ == "ccomp" and below.tag_ in {"VB", "VBP"}
        if asked and above.lower_ in words("stance", "requests"):
            return True  # "requested that the court arrest him"
        open_word = above.lower_ in words("stance", "hypothetical")
        # "Wanted to kill", but not "wanted over the killing", "ordered the killing".
        aimed = infinitive or above.lower_ not in words("stance", "aims")
        if open_word and aimed and above.pos_ in {"VERB", "NOUN"}:
            return True
    return False


def _just_before(verb: Token) -> str:
    """The word before "to" and the verb."""
    first = min(t.i for t in verb.lefts)
    return str(verb.doc[first - 1].lower_) if first else ""


def _is_a_plan(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lower_ in words("stance", "hypothetical")


def _carries_out(verb: Token) -> bool:
    """ "Carry out the killing", "kill 12 hostages": the verb is the harm or adds nothing to it."""
    return verb.lower_ in words("stance", "carries_out") or verb.lower_ in harm_words()


def might_have(verb: Token) -> bool:
    """ "Could have been killed by rebels": a guess at what happened, a hedge."""
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(
        c.dep_ == "advcl" and any(m.lower_ in {"if", "had"} and m.i < c.i for m in c.lefts)
        for c in verb.children
    ):
        return False  # "could have been killed if the bomb had gone off"
    return verb.tag_ == "VBN" and auxiliaries[:1] == ["could"] and "been" in auxiliaries


def _is_conditional(chain: list[Token]) -> bool:
    """ "Could kill", "if 12 were killed"; not "will be buried", said of those killed."""
    for depth, token in enumerate(chain[:3]):
        governed = depth == 0 or (
            chain[depth - 1].dep_ in {"xcomp", "ccomp", "conj", "prep", "pobj"}
            and token.lower_ not in words("reporting", "verbs")
        )
        # "It would have been the death of hundreds".
        unreal = depth == 1 and chain[0].dep_ == "attr" and token.lower_ == "been"
        governed = governed or (unreal and any(c.lower_ == "have" for c in token.lefts))
        if might_have(token):
            continue
        for modal in token.children:
            if modal.dep_ in {"aux", "mark"} and modal.lower_ in words("stance", "hypothetical"):
                near = depth == 0 or _carries_out(token)
                return governed and (modal.lower_ not in {"will", "can"} or near)
    return False
