"""How far the source commits itself: asserted, hedged, denied, hypothetical."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.lexicon import words
from harmledger.claims.parse import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Stance", "stance_of"]


@dataclass(frozen=True, slots=True)
class Stance:
    """``hedges`` are the hedging words as written, in text order."""

    term: str
    hedges: tuple[str, ...]


def _clause(token: Token) -> set[int]:
    """Indices of the clause around ``token``: itself, its modifiers, and what governs it."""
    indices = {token.i}
    for child in token.children:
        if child.dep_ in {"aux", "auxpass", "advmod", "neg", "mark", "amod"}:
            indices.add(child.i)
    return indices


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
    seen: list[Token] = []
    for token in chain:
        seen.append(token)
        seen.extend(
            c
            for c in token.children
            if c.dep_ in {"aux", "advmod", "mark", "amod", "neg", "preconj", "acomp"}
        )
    hedges = tuple(
        parsed.text[parsed.start(t) : parsed.end(t)]
        for t in sorted({t.i: t for t in seen}.values(), key=lambda t: t.i)
        if t.lower_ in words("stance", "hedged") and not _is_month(t) and not _takes(t, trigger)
    )
    term = "asserted"
    if (any(_denies(t, trigger) for t in chain) and not zero) or (_negated(trigger) and not zero):
        term = "denied"
    elif _hypothetical(chain):
        term = "hypothetical"
    elif hedges:
        term = "hedged"
    return Stance(term, hedges)


def _takes(token: Token, trigger: Token) -> bool:
    """ "Claimed 42 lives" hedges nothing."""
    return token.lower_.startswith("claim") and trigger.lower_ == "lives"


def _is_month(token: Token) -> bool:
    return token.lower_ == "may" and token.pos_ != "AUX"


def _denies(token: Token, trigger: Token) -> bool:
    return (
        token.lower_ in words("stance", "denied")
        and token.i != trigger.i
        and token.pos_ in {"VERB", "NOUN"}
    )


def _negated(trigger: Token) -> bool:
    return any(child.dep_ == "neg" for child in trigger.children)


def _open_question(token: Token) -> bool:
    """ "Its task was to confirm that civilians had been killed" does not say that any were."""
    return token.lower_ in words("stance", "open_question") and any(
        c.dep_ == "aux" and c.lower_ == "to" for c in token.children
    )


def _hypothetical(chain: list[Token]) -> bool:
    imagined = words("stance", "hypothetical")
    trigger = chain[0]
    if any(_open_question(token) for token in chain[1:]):
        return True
    for depth, token in enumerate(chain):
        if depth and token.lower_ in imagined and token.pos_ in {"VERB", "NOUN"}:
            # "the attempt that killed 12" happened; "attempted to kill 12" did not.
            below = chain[depth - 1]
            if below.dep_ in {"xcomp", "ccomp", "acl", "pcomp", "pobj", "dobj", "prep"}:
                return True
        if depth > 2:
            continue
        for child in token.children:
            if child.dep_ in {"aux", "mark"} and child.lower_ in imagined:
                if depth and token.lower_ in {"say", "said", "hope", "believe"}:
                    continue
                # "if 12 were killed" hangs on the harm's own clause; "will be buried" does not.
                if depth == 0 or chain[depth - 1].dep_ in {
                    "xcomp",
                    "ccomp",
                    "conj",
                    "prep",
                    "pobj",
                }:
                    return child.lower_ != "will" or depth == 0
        if (
            trigger.tag_ == "VB"
            and depth == 0
            and not any(
                c.dep_ in {"aux", "auxpass"}
                and c.lower_ in {"to", "did", "do", "does", "have", "may", "might"}
                for c in trigger.children
            )
        ):
            return False
    return False
