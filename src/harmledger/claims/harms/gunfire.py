"""Frames of shots: "four women, man shot", "turned the gun on himself", "fatally shot"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.harms.frames import transitive
from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import (
    child,
    is_passive,
    left_quantity,
    outer_subject,
    subject_of,
)
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["by_shots", "fatally", "graded", "shot_noun", "turned_on"]


def shot_noun(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Four women, man shot at market": headlines, where the parser takes "shot" for a noun."""
    if noun.i == 0 or child(noun, "det", "poss"):
        return
    before = noun.nbor(-1)
    if not (is_person_word(before.lower_) and before.head.i in {noun.i, noun.head.i}):
        return
    if parsed.quantity(before) is not None or before.dep_ == "poss":
        return
    near = left_quantity(parsed, noun)
    yield Harm(word, noun, before if near is None else near, None, "headline")
    if noun.dep_ in {"appos", "conj"} and noun.head.i < before.i:
        yield Harm(word, noun, noun.head, None, "headline")


#: Characters before a sentence in which gunfire is told of.
_TOLD_BEFORE = 400
_WORD = re.compile(r"[a-z]+")


def by_shots(parsed: Parsed, verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Shots were fired outside the bar. A guard was hit": by one of the shots."""
    own = parsed.words
    if not is_passive(verb) or child(verb, "agent") or own & words("grammar", "traffic"):
        return
    if own & words("things", "projectiles") or own & words("things", "body_parts"):
        return  # read as any hit by a bullet, or in the leg
    start = parsed.sentence.start
    near = set(_WORD.findall(parsed.text[max(0, start - _TOLD_BEFORE) : start].lower()))
    if near & words("grammar", "traffic") or not near & words("grammar", "shots_near"):
        return
    yield from transitive(parsed, verb, word)


def turned_on(verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Turned the gun on himself": the subject."""
    weapon = child(verb, "dobj")
    if weapon is None or weapon.lower_ not in words("things", "firearms"):
        return
    upon = [c for b in (verb, weapon) for c in b.children if c.lower_ in {"on", "upon"}]
    if any(v.lower_ in words("grammar", "reflexives") for c in upon for v in c.children):
        subject = subject_of(verb) or outer_subject(verb)
        if subject is not None:
            yield Harm(word, verb, subject, None, "reflexive")


def fatally(parsed: Parsed, adverb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Fatally shot" and "four were shot, one fatally"."""
    if adverb.i and adverb.nbor(-1).lower_ in words("grammar", "not_so"):
        return  # "was not fatally shot", "two were shot, neither fatally"
    near = left_quantity(parsed, adverb, reach=2)
    if near is not None and not any(t.pos_ == "VERB" for t in adverb.doc[near.i : adverb.i]):
        yield Harm(word, adverb, near, None, "adjacent")
    elif adverb.head.pos_ in {"VERB", "ADJ"}:
        for harm in transitive(parsed, adverb.head, word):
            yield Harm(word, adverb.head, harm.victim, harm.actor, harm.rule)


def graded(parsed: Parsed, adverb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Four were wounded, one critically": the number right before, with no verb of its own."""
    before = adverb.nbor(-1) if adverb.i else None
    if before is None or parsed.quantity(before) is None or before.i == 0:
        return
    behind = adverb.nbor(1) if adverb.i + 1 < len(adverb.doc) else None
    closed = behind is None or behind.is_punct or behind.pos_ in {"ADP", "CCONJ", "SPACE"}
    if closed and before.nbor(-1).lower_ in {",", "and", "-", "--", "–", "—", "but", ";"}:
        yield Harm(word, adverb, before, None, "adjacent")
