"""How far the source commits itself: asserted, hedged, denied, hypothetical."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.claims.cues import finite
from harmledger.claims.lexicon import alternatives, words
from harmledger.claims.parse import Parsed
from harmledger.claims.syntax import child

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Stance", "called_false", "stance_of"]


@dataclass(frozen=True, slots=True)
class Stance:
    """``hedges`` are the hedging words as written, in text order."""

    term: str
    hedges: tuple[str, ...]


def _chain(trigger: Token, victim: Token) -> list[Token]:
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
        ):
            if any(c.tag_ == "TO" for c in token.children):
                chain.append(token.head)  # "a plan to kill"
            break
        if _stands_alone(token):
            break
        token = token.head
        chain.append(token)
    if victim.i not in {t.i for t in chain}:
        chain.append(victim)
    return chain


def _stands_alone(clause: Token) -> bool:
    """Whether the clause is said as a fact whatever governs it."""
    if clause.dep_ == "advcl" and any(
        c.lower_ in words("stance", "time_clauses") and c.i < clause.i for c in clause.children
    ):
        return True
    if clause.dep_ in {"ccomp", "pcomp"} and any(
        c.lower_ in words("stance", "questions") and c.i < clause.i for c in clause.subtree
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


def stance_of(parsed: Parsed, trigger: Token, victim: Token, *, zero: bool) -> Stance:
    """The stance of one harm. ``zero``: the phrase itself says none, so "no" denies nothing."""
    chain = _chain(trigger, victim)
    hedges = _hedges(parsed, chain, victim)
    term = "asserted"
    if not zero and is_denied(chain):
        term = "denied"
    elif _is_open(chain) or _is_intended(chain) or _is_conditional(chain):
        term = "hypothetical"
    elif hedges or any(_might_have(token) for token in chain):
        term = "hedged"
    return Stance(term, hedges)


def _hedges(parsed: Parsed, chain: list[Token], victim: Token) -> tuple[str, ...]:
    """The hedges as written, in text order: words on the chain, phrases of the sentence."""
    seen = {token.i: token for token in chain}
    for token in chain:
        role = token.i == victim.i and token.i != chain[0].i
        kinds = _OF_ROLES if role and token.lower_ not in words("grammar", "count_nouns") else _HEDGING
        seen.update((c.i, c) for c in token.children if c.dep_ in kinds)
    found = [
        (parsed.start(token), parsed.end(token))
        for token in seen.values()
        if token.lower_ in words("stance", "hedged")
        and not _is_month(token)
        and not _takes(token, chain[0])
        and not _of_the_role(token, chain)
    ]
    sentence = parsed.sentence
    for match in _hedge_phrases().finditer(parsed.text, sentence.start, sentence.end):
        found = [(a, b) for a, b in found if b <= match.start() or a >= match.end()]
        found.append(match.span())
    return tuple(" ".join(parsed.text[a:b].split()) for a, b in sorted(set(found)))


#: Ways in which what is intended hangs on the word of intending.
_INTENDED = frozenset(("xcomp", "ccomp", "acl", "advcl", "pcomp", "pobj", "dobj", "prep", "relcl"))
#: Children that hedge their head; of the noun for those harmed, only those that question it.
_HEDGING = frozenset(("aux", "advmod", "mark", "amod", "neg", "preconj", "acomp"))
_OF_ROLES = _HEDGING - {"amod"}


@cache
def _hedge_phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('stance', 'hedge_phrases'))})\b", re.IGNORECASE)


def _takes(token: Token, trigger: Token) -> bool:
    """ "Claimed 42 lives", "claimed responsibility" hedge nothing."""
    taken = child(token, "dobj")
    nouns = words("reporting", "takes")
    return token.lower_.startswith("claim") and (
        trigger.lower_ in nouns or (taken is not None and taken.lower_ in nouns)
    )


def _of_the_role(hedge: Token, chain: list[Token]) -> bool:
    """ "Suspected in the killing of 12", "likely because of": the harm itself is not in doubt."""
    below = next((b for b, above in pairwise(chain) if above.i == hedge.i), None)
    if hedge.lower_ in words("stance", "accusing"):
        return below is None or (below.dep_ == "prep" and below.lower_ not in {"of", "with"})
    ahead = hedge.nbor(1) if hedge.i + 1 < len(hedge.doc) else None
    return hedge.dep_ == "advmod" and ahead is not None and ahead.tag_ == "IN"


def _is_month(token: Token) -> bool:
    return token.lower_ == "may" and token.pos_ != "AUX"


def is_denied(chain: list[Token]) -> bool:
    """Negated, under a verb of denying, or in a report that is called false."""
    trigger = chain[0]
    if any(c.dep_ == "neg" for c in trigger.children):
        return True
    for token in chain[1:]:
        if token.lower_ in words("stance", "denied") and token.pos_ in {"VERB", "NOUN"}:
            return not denies_a_part(token)
        if token.lower_ == "evidence" and any(c.lower_ == "no" for c in token.children):
            return True
        if token.dep_ in {"nsubj", "nsubjpass"} and called_false(token.head):
            return True
    return False


def denies_a_part(verb: Token) -> bool:
    """ "Denied responsibility for the killing" does not deny the killing."""
    return any(c.lower_ in words("stance", "parts_played") for c in verb.children)


def called_false(verb: Token) -> bool:
    """Whether the clause of ``verb`` says of its subject that it is not true."""
    return any(
        c.dep_ in {"acomp", "attr", "oprd"} and c.lower_ in words("stance", "false")
        for c in verb.children
    )


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
        object_of = place and chain[place - 1].dep_ in {"dobj", "pobj", "prep"}
        if object_of and below.pos_ == "VERB" and not _carries_out(below):
            return False
        if below.dep_ not in _INTENDED:
            continue
        infinitive = any(c.tag_ == "TO" for c in below.children)
        if infinitive and above.lower_ in words("stance", "before_infinitives"):
            return True
        asked = below.dep_ == "ccomp" and below.tag_ == "VB"
        if asked and above.lower_ in words("stance", "requests"):
            return True  # "requested that the court arrest him"
        if above.lower_ not in words("stance", "hypothetical") or above.pos_ not in {"VERB", "NOUN"}:
            continue
        # "Wanted to kill", but not "wanted in connection with the killing", "ordered the killing".
        if infinitive or above.lower_ not in words("stance", "aims"):
            return True
    return False


def _carries_out(verb: Token) -> bool:
    """ "Carry out the killing", "be killed": a verb that adds nothing to the harm."""
    return verb.lower_ in words("stance", "carries_out")


def _might_have(verb: Token) -> bool:
    """ "Could have been killed by rebels": a guess at what happened, a hedge."""
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return verb.tag_ == "VBN" and auxiliaries[:1] == ["could"] and "been" in auxiliaries


def _is_conditional(chain: list[Token]) -> bool:
    """ "Could kill", "if 12 were killed"; not "will be buried", said of those killed."""
    for depth, token in enumerate(chain[:3]):
        governed = depth == 0 or (
            chain[depth - 1].dep_ in {"xcomp", "ccomp", "conj", "prep", "pobj"}
            and token.lower_ not in words("reporting", "verbs")
        )
        if _might_have(token):
            continue
        for modal in token.children:
            if modal.dep_ in {"aux", "mark"} and modal.lower_ in words("stance", "hypothetical"):
                return governed and (modal.lower_ not in {"will", "can"} or depth == 0)
    return False
