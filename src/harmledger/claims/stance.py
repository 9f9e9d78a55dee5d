"""How far the source commits itself: asserted, hedged, denied, hypothetical."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.claims.lexicon import alternatives, words
from harmledger.claims.parse import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Stance", "called_false", "stance_of"]


@dataclass(frozen=True, slots=True)
class Stance:
    """``hedges`` are the hedging words as written, in text order."""

    term: str
    hedges: tuple[str, ...]


def _chain(trigger: Token, victim: Token) -> list[Token]:
    """The harm word and what governs it, up to the root; the victim's own modifiers."""
    chain = [trigger]
    token = trigger
    while token.head.i != token.i and len(chain) < 12:
        if (
            token.dep_ in {"relcl", "acl"}
            and token.head.pos_ in {"NOUN", "PROPN"}
            and not any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
        ):
            # A hedge of the outer sentence does not hedge what a relative clause states.
            break
        token = token.head
        chain.append(token)
    if victim.i not in {t.i for t in chain}:
        chain.append(victim)
    return chain


def stance_of(parsed: Parsed, trigger: Token, victim: Token, *, zero: bool) -> Stance:
    """The stance of one harm. ``zero``: the phrase itself says none, so "no" denies nothing."""
    chain = _chain(trigger, victim)
    hedges = _hedges(parsed, chain)
    term = "asserted"
    if not zero and is_denied(chain):
        term = "denied"
    elif _is_open(chain) or _is_intended(chain) or _is_conditional(chain):
        term = "hypothetical"
    elif hedges:
        term = "hedged"
    return Stance(term, hedges)


def _hedges(parsed: Parsed, chain: list[Token]) -> tuple[str, ...]:
    """The hedges as written, in text order: words on the chain, phrases of the sentence."""
    seen = {token.i: token for token in chain}
    for token in chain:
        seen.update(
            (c.i, c)
            for c in token.children
            if c.dep_ in {"aux", "advmod", "mark", "amod", "neg", "preconj", "acomp"}
        )
    found = [
        (parsed.start(token), parsed.end(token))
        for token in seen.values()
        if token.lower_ in words("stance", "hedged")
        and not _is_month(token)
        and not _takes(token, chain[0])
    ]
    sentence = parsed.sentence
    for match in _hedge_phrases().finditer(parsed.text, sentence.start, sentence.end):
        found = [(a, b) for a, b in found if b <= match.start() or a >= match.end()]
        found.append(match.span())
    return tuple(" ".join(parsed.text[a:b].split()) for a, b in sorted(set(found)))


@cache
def _hedge_phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('stance', 'hedge_phrases'))})\b", re.IGNORECASE)


def _takes(token: Token, trigger: Token) -> bool:
    """ "Claimed 42 lives" hedges nothing."""
    return token.lower_.startswith("claim") and trigger.lower_ in {"life", "lives"}


def _is_month(token: Token) -> bool:
    return token.lower_ == "may" and token.pos_ != "AUX"


def is_denied(chain: list[Token]) -> bool:
    """Negated, under a verb of denying, or in a report that is called false."""
    trigger = chain[0]
    if any(child.dep_ == "neg" for child in trigger.children):
        return True
    for token in chain[1:]:
        if token.lower_ in words("stance", "denied") and token.pos_ in {"VERB", "NOUN"}:
            return True
        if token.lower_ == "evidence" and any(c.lower_ == "no" for c in token.children):
            return True
        if token.dep_ in {"nsubj", "nsubjpass"} and called_false(token.head):
            return True
    return False


def called_false(verb: Token) -> bool:
    """Whether the clause of ``verb`` says of its subject that it is not true."""
    return any(
        c.dep_ in {"acomp", "attr", "oprd"} and c.lower_ in words("stance", "false")
        for c in verb.children
    )


def _is_open(chain: list[Token]) -> bool:
    """ "Its task was to confirm that civilians had been killed" does not say that any were."""
    return any(
        token.lower_ in words("stance", "open_question")
        and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
        for token in chain[1:]
    )


def _is_intended(chain: list[Token]) -> bool:
    """ "Attempted to kill 12", "a plot to kill"; not "the attempt that killed 12"."""
    return any(
        above.lower_ in words("stance", "hypothetical")
        and above.pos_ in {"VERB", "NOUN"}
        and below.dep_ in {"xcomp", "ccomp", "acl", "pcomp", "pobj", "dobj", "prep"}
        # "Wanted to kill", but not "wanted in connection with the killing".
        and not (below.dep_ == "prep" and above.lower_ in words("stance", "aims"))
        for below, above in pairwise(chain)
    )


def _is_conditional(chain: list[Token]) -> bool:
    """ "Could kill", "if 12 were killed"; not "will be buried", said of those killed."""
    for depth, token in enumerate(chain[:3]):
        governed = depth == 0 or (
            chain[depth - 1].dep_ in {"xcomp", "ccomp", "conj", "prep", "pobj"}
            and token.lower_ not in words("reporting", "verbs")
        )
        for child in token.children:
            if child.dep_ in {"aux", "mark"} and child.lower_ in words("stance", "hypothetical"):
                return governed and (child.lower_ != "will" or depth == 0)
    return False
