"""People who leave: evacuating, fleeing their homes, sheltering in camps.

The rules are named leaves, leaves_home and refuge.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.frames import Harm
from harmledger.claims.gate import HarmWord
from harmledger.claims.lexicon import words
from harmledger.claims.syntax import child, is_passive, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["leaves", "leaves_home", "refuge"]

_INTO = frozenset(("in", "into", "at", "to"))


def leaves(verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Forced 300 people to evacuate": the subject, where nobody else is evacuated."""
    if is_passive(verb) or child(verb, "dobj") is not None or verb.dep_ in {"amod", "acl"}:
        return
    subject = subject_of(verb)
    if subject is not None:
        yield Harm(word, verb, subject, None, "leaves")


def leaves_home(verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Left their homes", "evacuated their village": the subject."""
    left = child(verb, "dobj")
    if left is None or left.lower_ not in words("things", "homes"):
        return
    if not any(c.lower_ in words("grammar", "own") for c in left.children):
        return
    subject = subject_of(verb)
    if subject is not None:
        yield Harm(word, verb, subject, None, "leaves_home")


def refuge(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Took refuge in schools", "are staying in shelters": the subject of the verb."""
    if noun.lower_ == "refuge":
        verb = noun.head if noun.dep_ == "dobj" else None
    else:
        preposition = noun.head
        verb = preposition.head if preposition.lower_ in _INTO else None
    if verb is None or verb.lower_ not in word.needs_verb:
        return
    if verb.pos_ == "VERB" and child(verb, "dobj") is not None and noun.lower_ != "refuge":
        return  # "remained the only doctor in the camp", "moved trucks to the camp"
    subject = subject_of(verb)
    if subject is None and verb.dep_ == "acl":
        subject = verb.head
    if subject is not None:
        yield Harm(word, noun, subject, None, "refuge")
