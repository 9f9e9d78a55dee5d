"""People who leave: evacuating, fleeing their homes, sheltering in camps.

The rules are named driven, flees, leaves, leaves_home and refuge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.harms.frames import intransitive
from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child, is_passive, subject_of
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word, status_of

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["driven", "flees", "leaves", "leaves_home", "refuge"]


def flees(parsed: Parsed, verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Thousands fled": the subject. One who flees, or flees a scene, is not displaced."""
    scene = child(verb, "dobj")
    if scene is not None and scene.lower_ in words("grammar", "scenes"):
        return
    for harm in intransitive(parsed, verb, word):
        head = _not_the_house(harm.victim)
        many = head.tag_ in {"NNS", "NNPS"} or parsed.quantity(head) is not None
        many = many or head.lower_ in words("grammar", "collective_plurals")
        many = many or any(parsed.quantity(c) is not None for c in head.children)
        attackers = status_of(head.lower_, ()) in {"perpetrator", "armed_group"}
        if many and not attackers and head.lower_ not in words("grammar", "wanted"):
            yield replace(harm, victim=head, rule="flees")


def _not_the_house(subject: Token) -> Token:
    """ "90 residents living in sheds or houses moved away": the residents are meant."""
    if subject.lower_ not in words("things", "buildings"):
        return subject
    for token in subject.doc[: subject.i]:
        if token.dep_ in SUBJECTS and token.tag_ == "NNS" and is_person_word(token.lower_):
            return token
    return subject


def leaves(verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Forced 300 people to evacuate": the subject, where nobody else is evacuated."""
    left = child(verb, "dobj")
    homes = left is not None and left.lower_ in words("things", "homes")
    if is_passive(verb) or (left is not None and not homes) or verb.dep_ in {"amod", "acl"}:
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


def driven(verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Were driven from their homes", "forced 90 families out of their homes"."""
    if word.id == "pushed_over":
        # "Were pushed over the border", "were driven into camps".
        out = [
            p
            for p in verb.subtree
            if p.lower_ in words("grammar", "flight_links", "over") and p.i > verb.i
        ]
        goals = word.needs_verb
    elif word.id == "driven_into":
        if not any(_goal(p) for p in verb.rights):
            return
        out, goals = list(verb.rights), word.needs_verb
    else:
        out = [p for p in verb.children if p.lower_ in {"from", "out"}]
        goals = words("things", "homes")
    if not any(t.lower_ in goals for p in out for t in p.subtree):
        return
    gone = subject_of(verb) if is_passive(verb) else child(verb, "dobj")
    if gone is None and verb.dep_ == "acl":
        gone = verb.head
    if gone is not None:
        yield Harm(word, verb, gone, None, "driven")


def _goal(preposition: Token) -> bool:
    """ "Into Bangladesh", "across the frontier", "out of the valley"."""
    if preposition.lower_ == "out":
        return any(c.lower_ == "of" for c in preposition.rights)
    noun = child(preposition, "pobj")
    over = preposition.lower_ in words("grammar", "flight_links", "over")
    return over and noun is not None and noun.pos_ == "PROPN"


def refuge(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Took refuge in schools", "are staying in shelters": the subject of the verb."""
    if noun.lower_ == "refuge":
        verb = noun.head if noun.dep_ == "dobj" else None
    else:
        preposition = noun.head
        hosts = any(c.lower_ == "host" for c in noun.children)
        if (preposition.lower_ == "with") != (noun.lower_ == "families") or (
            noun.lower_ == "families" and not hosts
        ):
            return  # with host families, in camps
        verb = preposition.head if preposition.lower_ in words("grammar", "flight_links") else None
    if verb is None or verb.lower_ not in word.needs_verb:
        return
    if verb.pos_ == "VERB" and child(verb, "dobj") is not None and noun.lower_ != "refuge":
        return  # "remained the only doctor in the camp", "moved trucks to the camp"
    subject = subject_of(verb) or child(verb, "nummod")  # "there are 300 staying in camps"
    if subject is None and verb.dep_ == "acl":
        subject = verb.head
    if subject is not None:
        yield Harm(word, noun, subject, None, "refuge")
