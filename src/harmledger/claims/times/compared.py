"""Times that only measure what is told: "the highest since 1983", "above that of 2014"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_compared", "since_before", "told_of_then"]

#: Words between "since" and its time, and between it and the superlative.
_REACH = 10


def is_compared(time: Token) -> bool:
    """Whether a time says since when something is the most, or what it is compared with."""
    beside = time.head.lower_ == "of" and time.head.head.lower_ in {"that", "those"}
    return beside or since_before(time) is not None


def since_before(time: Token) -> Token | None:
    """The "since" of a time since when something is the most: "the deadliest attack since 1983"."""
    doc, at = time.doc, time.i
    for since in range(at, max(-1, at - _REACH), -1):
        if doc[since].is_punct:
            return None
        if doc[since].lower_ == "since":
            return doc[since] if _most(time, since) else None
    return None


def told_of_then(trigger: Token, time: Token, last: Token) -> bool:
    """Whether a harm is one of then: "the worst since a ferry sank in 1987, drowning 193".

    But "the attack, the worst since 1983, killed 12" and "was the worst since 1983, killing 12"
    are of now. ``time``, up to ``last``: one with a :func:`since_before`.
    """
    since = since_before(time)
    if since is None or trigger.i < since.i:
        return False
    clause = since.head if since.dep_ == "mark" else since
    for above in (clause, time):
        if above.i == trigger.i or above.is_ancestor(trigger):
            return True
    between = time.doc[since.i : trigger.i]
    if any(t.lower_ == "when" for t in time.doc[last.i + 1 : min(last.i + 3, trigger.i)]):
        return True  # "the most since 2001, when 21 died", whatever the parser made of it
    return trigger.tag_ == "VBG" and any(t.pos_ == "VERB" and t.tag_ != "VBG" for t in between)


def _most(time: Token, since: int) -> bool:
    """Whether "the highest", "the first" stands before "since", in the same clause."""
    for before in reversed(time.doc[max(0, since - _REACH) : since]):
        if before.tag_ in {"JJS", "RBS"} or before.lower_ in words("time", "firsts"):
            return True
        if before.pos_ in {"VERB", "AUX"} or before.text in {";", ":"}:
            return False
    return False
