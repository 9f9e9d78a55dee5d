"""Whom a participle tells of beside, or in place of, the noun that the parser gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["fell_in_arms", "numbered_before", "of_a_family", "shot_dead"]


def numbered_before(parsed: Parsed, verb: Token) -> Iterator[Token]:
    """ "We counted 40 weavers and 12 clerks killed": the weavers, too, as they have a number."""
    last = verb.head
    if verb.dep_ != "acl" or not _numbered(parsed, last):
        return
    while last.dep_ == "conj" and last.head.i < last.i and _numbered(parsed, last.head):
        last = last.head
        if any(c.dep_ in {"acl", "relcl", "amod"} for c in last.children):
            return  # "40 weavers who fled and 12 clerks killed"
        yield last


def _numbered(parsed: Parsed, noun: Token) -> bool:
    return is_person_word(noun.lower_) and any(map(parsed.quantity, noun.lefts))


def of_a_family(noun: Token) -> Token:
    """ "Four weavers of one family killed": the weavers; else ``noun`` itself."""
    above = noun.head.head
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    family = of and noun.lower_ in words("grammar", "no_count_singulars")
    people = is_person_word(above.lower_) and any(c.dep_ == "nummod" for c in above.lefts)
    return above if family and people else noun


def shot_dead(verb: Token, word: HarmWord) -> HarmWord:
    """ "Five gunmen shot dead": killed, where "shot" leaves it open."""
    behind = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    dead = word.outcome_unknown and behind == "dead"
    return replace(word, measure="killed", outcome_unknown=False) if dead else word


def fell_in_arms(verb: Token, word: HarmWord) -> bool:
    """ "Five infantrymen fell at the ford", "14 of our men fell"; not "12 soldiers fell ill"."""
    if any(c.lower_ in words("grammar", "falls_otherwise") for c in verb.children):
        return False
    subject = child(verb, *SUBJECTS)
    if subject is None:
        return False
    of = (g for c in subject.children if c.lower_ == "of" for g in c.children)
    return any(t.lower_ in word.needs_verb for t in (subject, *of))
