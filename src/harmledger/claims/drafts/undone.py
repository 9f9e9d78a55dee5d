"""Harm that was not done to anyone: shots that missed, what would not happen, names of bodies.

"Had been shot at", "would not have hurt anyone", "the Committee for Displaced Persons".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from harmledger.claims.parsing.lowerwords import word_set
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.harms.harm import Harm


__all__ = [
    "aimed_at",
    "as_a_rule",
    "by_sentence",
    "named_for",
    "no_longer",
    "of_a_place",
    "of_a_rate",
    "shot_down",
    "undeserved",
    "would_not",
]


_RATE = re.compile(
    r"\b(?:\d|one|two|three|four|five|six|seven|eight|nine) (?:in|out of) "
    r"(?:10|20|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand)"
    r"(?:$|(?= (?:[a-z]+s|people|women|men|children)$))"
)


def aimed_at(verb: Token) -> bool:
    """ "He had been shot at so many times", "six policemen shot at the crowd": aimed at, not hit.

    "Shot at a party" says where, "shot into the chest" how.
    """
    at = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if (
        verb.lower_ not in words("grammar", "missed_shots", "shot")
        or at is None
        or at.lower_ not in words("grammar", "missed_shots")
    ):
        return False
    aim = child(at, "pobj")
    if child(verb, "auxpass") is None and aim is not None:
        return _is_aim(at, aim)
    if at.lower_ == "into" or list(at.rights):
        return False
    return at.i + 1 >= len(at.doc) or at.nbor(1).pos_ not in {"NOUN", "PROPN", "NUM", "DET", "ADJ"}


def _is_aim(at: Token, aim: Token) -> bool:
    """Whether somebody shot at it: people, a vehicle; into anything but a body."""
    if at.lower_ == "into":
        return aim.lower_ not in words("things", "body_parts")
    if aim.pos_ == "PRON" or aim.lower_ in words("grammar", "shot_at"):
        return True
    said = child(aim, "det", "poss", "nummod") is not None or aim.tag_ == "NNS"
    return said and (aim.lower_ in words("things", "vehicles") or is_person_word(aim.lower_))


def shot_down(verb: Token) -> bool:
    """ "A helicopter with 14 men was shot down": the helicopter."""
    if verb.lower_ not in words("grammar", "missed_shots", "shot") or not any(
        c.lower_ == "down" for c in verb.rights
    ):
        return False
    felled = child(verb, "nsubjpass", "dobj")
    return felled is not None and felled.lower_ in words("things", "vehicles")


def as_a_rule(harm: Harm) -> bool:
    """ "Guns don't kill people", "we do not kill prisoners": a rule, and no count of none."""
    verb, victim = harm.trigger, harm.victim
    bare = victim.tag_ == "NNS" and not any(c.dep_ in {"det", "nummod"} for c in victim.children)
    negated = any(c.dep_ == "neg" for c in verb.children)
    return bare and negated and any(c.lower_ in {"do", "does", "don’t"} for c in verb.lefts)


def named_for(harm: Harm) -> bool:
    """ "The Committee for Displaced Persons": the name of a body, and nobody counted."""
    victim = harm.victim
    bare = all(c.dep_ in {"amod", "compound"} for c in victim.lefts)
    if not bare or harm.trigger.i > victim.i or victim.tag_ not in {"NNS", "NNPS"}:
        return False
    for token in (victim, *victim.ancestors):
        if token.lower_ in words("grammar", "named_for"):
            return True
        if token.dep_ not in {"pobj", "prep", "conj", "appos"}:
            return False
    return False


def by_sentence(verb: Token) -> bool:
    """ "Four men were hanged for their part in the attack": what a court had done to those found
    guilty of a harm is no harm of that event."""
    if verb.lower_ not in words("grammar", "executions"):
        return False
    near = word_set(verb.doc)
    hanged = verb.lower_ in words("grammar", "executions", "of_courts")
    if not (hanged or near & words("grammar", "executions", "courts")):
        return False
    deed = near & words("grammar", "event_nouns") or near & words("grammar", "executions", "deeds")
    return bool(deed) and not any(c.dep_ in {"agent", "dobj"} for c in verb.children)


def of_a_place(harm: Harm) -> bool:
    """ "The massacre of Acteal": where it was; nobody massacres one person."""
    trigger, victim = harm.trigger, harm.victim
    if trigger.lower_ not in words("grammar", "of_many") or victim.pos_ != "PROPN":
        return False
    named = victim.dep_ == "pobj" and victim.head.head.i == trigger.i
    alone = all(c.dep_ in {"det", "compound"} for c in victim.children)
    return named and victim.tag_ == "NNP" and alone


def of_a_rate(people: Token) -> bool:
    """ "One in three prisoners", "nine out of ten passengers": a rate, and nobody counted.

    The grammar of quantities knows the numbers for none; "one" and the plural are asked here.
    """
    near = people.doc[max(0, people.i - 4) : people.i]
    if people.lower_ == "one":
        near = people.doc[people.i : people.i + 4]
    return _RATE.search(" ".join(t.lower_ for t in near)) is not None


def no_longer(verb: Token) -> bool:
    """ "The clerk is no longer among the missing": what was so is so no more."""
    if "longer" not in word_set(verb.doc):
        return False
    return any(c.lower_ == "longer" and c.i and c.nbor(-1).lower_ == "no" for c in verb.children)


def would_not(verb: Token) -> bool:
    """ "So that he would not die", "my son would not have hurt anyone", "could not kidnap him"."""
    negated = any(c.dep_ == "neg" for c in verb.children)
    modal = any(c.tag_ == "MD" and c.lower_ in {"would", "could", "ca"} for c in verb.lefts)
    return negated and modal


def undeserved(verb: Token) -> bool:
    """ "He did not deserve to die like that"."""
    return verb.dep_ == "xcomp" and verb.head.lower_ in {"deserve", "deserved", "deserves"}
