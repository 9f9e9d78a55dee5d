"""Harm told by what became of people: a life lost, a condition, wounds they have, a double murder.

The rules are named life, event, multiple, condition, custody and wounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import child, is_passive, of_objects, subject_of
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word, status_of

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["condition", "custody", "fatal_event", "life", "multiple", "with_wounds"]

_PEOPLE = frozenset(("NOUN", "PROPN", "NUM", "PRON"))


def life(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Lost her life": the subject; "claimed the lives of two boys": whose lives they were."""
    verb = noun.head
    ended = verb.lower_ == "to" and verb.head.lower_ == "end" and verb.head.dep_ == "dobj"
    if ended and verb.head.head.lower_ in word.needs_verb:
        verb = verb.head.head  # "put an end to the lives of two boys"
    elif noun.dep_ not in {"dobj", "nsubjpass"} or verb.lower_ not in word.needs_verb:
        return
    if verb.lower_ in words("grammar", "gives") and any(
        c.lower_ == "to" and c.dep_ in {"prep", "dative"} for c in (*verb.rights, *noun.rights)
    ):
        return  # "gave his life to the study of bees"
    whose = [v for v in of_objects(noun) if v.dep_ == "pobj"]
    if whose:
        for victim in whose:
            yield Harm(word, noun, victim, None, "life")
        return
    owner = child(noun, "poss")
    if owner is None:
        if noun.lower_ == "lives" and not list(noun.lefts):
            yield Harm(word, noun, noun, None, "life")  # "lives were lost"
        return
    if verb.lower_ in words("harm_words", "lose", "forms"):
        subject = subject_of(verb)
        if subject is not None:
            yield Harm(word, noun, subject, None, "life")
    elif owner.pos_ == "PRON":
        subject = subject_of(verb)  # "took her own life", "took their lives"
        own = any(c.lower_ == "own" for c in noun.children)
        own = own or verb.lower_ in words("grammar", "gives")
        if subject is not None and (own or is_person_word(subject.lower_)):
            yield Harm(word, noun, subject, None, "life")
    elif owner.pos_ == "PROPN" or (
        verb.lower_ in words("grammar", "takes_lives") and is_person_word(owner.lower_)
    ):
        yield Harm(word, noun, owner, None, "life")


def fatal_event(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The fatal shooting of a teenager": an event noun whose adjective states the death."""
    if any(c.lower_ in words("grammar", "fatal") for c in noun.children):
        for victim in of_objects(noun):
            yield Harm(word, noun, victim, None, "event")


def multiple(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "A double homicide": the word before it is the number."""
    for modifier in noun.lefts:
        if modifier.lower_ in words("grammar", "multiples"):
            yield Harm(word, noun, modifier, None, "multiple")


def condition(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "A woman is in critical condition", "the two were listed in stable condition"."""
    kinds = {c.lower_ for c in noun.children}
    if noun.head.lower_ != "in" or not kinds & word.needs_verb:
        return
    if "good" in kinds and not _hurt_near(noun):
        return  # "the hostages were released in good condition"
    owner = noun.head.head
    if owner.pos_ == "NUM" or (owner.pos_ == "NOUN" and is_person_word(owner.lower_)):
        yield Harm(word, noun, owner, None, "condition")  # "three shot, one in serious condition"
        return
    for above in islice(noun.head.ancestors, 3):
        if above.pos_ in {"VERB", "AUX"}:
            left = child(above, "dobj")
            if left is not None and above.lower_ in words("grammar", "result_verbs"):
                yield Harm(
                    word, noun, left, None, "condition"
                )  # "left a man in critical condition"
                return
            if above.lower_ not in words("grammar", "lying"):
                return
            subject = subject_of(above)
            if subject is not None:
                yield Harm(word, noun, subject, None, "condition")
            return


def _hurt_near(noun: Token) -> bool:
    """Whether a sentence that says "in good condition" tells of a hospital or of wounds."""
    near = {token.lower_ for token in noun.doc}
    signs = words("grammar", "signs_of_wounds") - {"condition", "still"}
    moved = words("grammar", "moves") - {"based", "moved", "sent", "took", "taking"}
    return bool(near & (signs | moved | {"hospital", "critical", "serious", "surgery"}))


def custody(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Took him into custody", "two are in custody", "was placed under arrest", "held in jail"."""
    places = "grammar", "detention_places"
    kept = noun.lower_ in words(*places)
    if noun.dep_ == "compound" and noun.head.lower_ in words(*places, "houses"):
        kept, noun = noun.lower_ in words(*places, "kinds"), noun.head
    front = noun.head
    split = front.lower_ == "to" and front.i > 0 and front.nbor(-1).lower_ == "in"
    sent = kept and front.lower_ == "to"  # "taken to the county jail"
    if front.lower_ not in words("grammar", "into_custody") and not split and not sent:
        return  # "taken in to custody" is a common slip
    of_interest = noun.head.head.lower_ == "interest"
    for above in islice(noun.head.ancestors, 4 if of_interest else 2):
        if above.pos_ not in {"VERB", "AUX"}:
            continue
        if above.lower_ not in word.needs_verb:
            return
        taken = child(above, "dobj")
        if above.pos_ == "VERB" and taken is not None and not is_passive(above):
            yield Harm(word, noun, taken, None, "custody")
        elif (subject := subject_of(above)) is not None and (
            is_passive(above)
            or (above.lower_ in words("grammar", "be_in") and not _visits(front, subject))
        ):
            yield Harm(word, noun, subject, None, "custody")
        return


def _visits(front: Token, subject: Token) -> bool:
    """ "Officers were at the jail": they work there."""
    return front.lower_ == "at" and status_of(subject.lower_, ()) == "police"


def _bare(verb: Token) -> bool:
    """ "Child taken to hospital with burns": a participle without its auxiliary."""
    return verb.tag_ == "VBN" and child(verb, "dobj") is None


def _place_of_it(noun: Token) -> bool:
    """ "Found Ana Ruiz on a sidewalk with wounds": the parser gives them to the sidewalk."""
    if noun.dep_ != "pobj" or noun.pos_ != "NOUN" or is_person_word(noun.lower_):
        return False
    return noun.head.lower_ in {"on", "in", "at", "near", "inside", "outside", "behind"}


def with_wounds(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "A man with a gunshot wound", "was found with stab wounds"."""
    kinds = {c.lower_ for c in noun.children}
    if noun.head.lower_ not in {"with", "from"} or not kinds & words("grammar", "wound_kinds"):
        return
    if any(t.lower_ in {"non", "nonlife", "minor"} for t in noun.subtree):
        word = replace(word, outcome_unknown=False)  # no one dies of wounds said to be slight
    owner = noun.head.head
    if noun.head.lower_ == "from":
        subject = subject_of(owner) if owner.lower_ in words("grammar", "bleeds") else None
        if subject is not None:
            yield Harm(word, noun, subject, None, "wounds")
        return
    place = owner.dep_ == "pobj" and owner.head.lower_ in {"to", "at"} and owner.pos_ == "PROPN"
    place = place and owner.head.head.lower_ in words("grammar", "moves")
    if owner.lower_ == "ambulance" and owner.head.lower_ in {"by", "in"}:
        owner = next((a for a in owner.ancestors if a.pos_ == "VERB"), owner)
    if owner.lower_ in {"hospital", "hospitals", "center", "centers", "clinic"} or place:
        # "Arrived at a hospital with stab wounds": the parser gives them to the hospital.
        owner = next((a for a in owner.ancestors if a.pos_ == "VERB"), owner)
    if _place_of_it(owner):
        owner = next((a for a in owner.ancestors if a.pos_ == "VERB"), owner)
    if owner.dep_ == "acl" and owner.tag_ == "VBG" and owner.head.pos_ in _PEOPLE:
        yield Harm(word, noun, owner.head, None, "wounds")  # "a man lying there with stab wounds"
    elif owner.lower_ in words("grammar", "comes_in"):
        subject = subject_of(owner)
        if subject is not None:
            yield Harm(word, noun, subject, None, "wounds")
    elif owner.pos_ in _PEOPLE:
        yield Harm(word, noun, owner, None, "wounds")
    elif owner.pos_ == "VERB" and (is_passive(owner) or _bare(owner)):
        subject = subject_of(owner)
        if subject is not None:
            yield Harm(word, noun, subject, None, "wounds")
    elif owner.pos_ == "VERB":
        found = child(owner, "dobj")
        if found is not None and found.pos_ in _PEOPLE:
            yield Harm(word, noun, found, None, "wounds")
