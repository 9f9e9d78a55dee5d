"""Harm told by its treatment and its prospects: surgery, who is expected to live, who is held.

The rules are named suffered, held, in_hospital, subject and victim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.syntax import SUBJECTS, child, is_passive, subject_of
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word, status_of

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = [
    "held",
    "holding",
    "in_hospital",
    "not_survive",
    "outlook",
    "surgery",
    "victim_of",
    "where_they_work",
]


_NOUNS = frozenset(("NOUN", "PROPN", "NUM", "PRON"))


def in_hospital(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Remained in hospital", "are in the hospital with burns": the subject of staying there.

    "Left two in the hospital": the object; "four went to a hospital": the subject, where a number
    or a word of wounds tells them from visitors.
    """
    if (put := _put_there(noun)) is not None:
        yield Harm(word, noun, put, None, "in_hospital")
        return
    if noun.head.lower_ == "to" and noun.head.head.lower_ in words("grammar", "goes_to_hospital"):
        gone = subject_of(noun.head.head)
        signs = words("grammar", "signs_of_wounds") | {"treatment"}
        near = [
            c
            for c in (*noun.children, *noun.head.head.children)
            if c.lower_ in words("grammar", "signs_of_wounds", "links")
        ]
        hurt = any(t.lower_ in signs for c in near for t in c.subtree)
        if gone is not None and (hurt or any(c.dep_ == "nummod" for c in gone.children)):
            yield Harm(word, noun, gone, None, "in_hospital")
        return
    if noun.head.lower_ not in {"in", "at"}:
        return
    verb = noun.head.head
    if verb.pos_ not in {"VERB", "AUX"} or verb.lower_ not in word.needs_verb:
        return
    told = {token.lower_ for token in noun.sent}
    if verb.lower_ in words("grammar", "be") and not told & words("grammar", "signs_of_wounds"):
        return  # "the minister was in the hospital": a visitor
    subject = subject_of(verb)
    if subject is not None:
        yield Harm(word, noun, subject, None, "in_hospital")


def _put_there(noun: Token) -> Token | None:
    """ "Left a miner in the hospital", "ended with five people in the hospital": these people."""
    if noun.head.lower_ != "in":
        return None
    above = noun.head.head
    if above.pos_ in _NOUNS:
        verb = above.head.head if above.head.lower_ == "with" else above.head
        held = above if above.dep_ in {"dobj", "pobj"} else None
    else:
        verb, held = above, child(above, "dobj")
    if held is None or verb.lower_ not in words("grammar", "puts_in_hospital"):
        return None
    return None if is_passive(verb) else held


def surgery(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Underwent emergency surgery", "had surgery after being shot": the patient.

    Operations are for illness too: a word of wounds or "emergency" must stand near.
    """
    verb = noun.head
    if verb.lower_ not in word.needs_verb or noun.dep_ not in {"dobj", "conj"}:
        return
    near = {token.lower_ for token in noun.doc}
    if not near & words("grammar", "signs_of_wounds"):
        return
    patient = child(verb, *SUBJECTS) or subject_of(verb)
    if patient is not None:
        yield Harm(word, noun, patient, None, "suffered")


def victim_of(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "A gunshot victim", "three other shooting victims"; "two of the victims are women"."""
    kinds = words("grammar", "victim_kinds")
    if any(c.dep_ == "compound" and c.lower_ in kinds for c in noun.children):
        yield Harm(word, noun, noun, None, "victim")
    elif noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NUM":
        counts = noun.head.head
        told = counts.dep_ in SUBJECTS and counts.head.lower_ in words("grammar", "be")
        if told and child(counts.head, "attr") is not None:
            yield Harm(word, noun, counts, None, "victim")


def outlook(verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Three others are expected to survive": they were hurt."""
    for above in islice(verb.ancestors, 3):
        if above.lower_ not in word.needs_verb:
            continue
        patient = subject_of(above) if is_passive(above) or above.pos_ == "ADJ" else None
        if patient is not None:
            yield Harm(word, verb, patient, None, "suffered")
        return


def not_survive(verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The driver did not survive": he died; not "would not have survived without"."""
    neither = any(c.dep_ == "neg" for c in verb.children)
    told = any(c.lower_ in {"did", "does", "do", "has", "had"} for c in verb.children)
    victim = child(verb, *SUBJECTS)
    if neither and told and victim is not None:
        yield Harm(word, verb, victim, None, "subject")


def held(verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Is being held by police", "was ordered held on $9,000 bond", "held in the county jail"."""
    by = [p for p in verb.children if p.dep_ in {"prep", "agent"}]
    if not any(t.lower_ in word.needs_verb for p in by for t in islice(p.subtree, 12)):
        return
    if is_passive(verb):
        kept = subject_of(verb)
    elif verb.dep_ == "ccomp" and verb.tag_ == "VBN" and not child(verb, "aux"):
        kept = child(verb, *SUBJECTS)  # "ordered him held on bail"
    else:
        kept = verb.head if verb.dep_ == "acl" and verb.tag_ == "VBN" else None
    if kept is not None:
        yield Harm(word, verb, kept, None, "held")


def holding(verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The rebels are holding 40 civilians"; "the army is holding 40 men" detains them."""
    kept, keeper = child(verb, "dobj"), subject_of(verb)
    goes_on = any(c.lower_ in words("grammar", "be") for c in verb.lefts)
    if kept is None or keeper is None or not goes_on or kept.lower_ not in word.needs_verb:
        return
    if not any(c.dep_ == "nummod" for c in kept.lefts) and any(
        c.lower_ in {"to", "accountable", "responsible"} for c in verb.rights
    ):
        return  # "holding people to their promises"
    if status_of(keeper.lower_, ()) in {"police", "armed_forces"} or keeper.lower_ in words(
        "grammar", "keepers"
    ):
        word = replace(word, measure="detained")
    yield Harm(word, verb, kept, keeper, "active")


def where_they_work(place: Token) -> bool:
    """ "Staff of the hospital", "hospital workers": who they are, not where they were taken."""
    if place.dep_ in {"compound", "poss", "nmod"}:
        return True
    link = place.head
    return (
        place.dep_ == "pobj"
        and link.lower_ in words("grammar", "works_at")
        and is_person_word(link.head.lower_)
    )
