"""What speakers say they did themselves: "the army said its soldiers killed six"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child, outer_subject, subject_of
from harmledger.claims.words.kinds import kind_of
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["behind_the_weapon", "is_own_act", "who_is_responsible"]

#: Clauses between a verb of saying and what is said.
_DEEP = 5
_OWN = frozenset(("its", "their", "our"))


def behind_the_weapon(trigger: Token, weapon: Token) -> Token | None:
    """Who planted, fired or dropped what did the harm: "it planted the bomb that killed 11"."""
    named = weapon.lower_ in words("grammar", "set_weapons")
    if trigger.dep_ != "relcl" or trigger.head.i != weapon.i or not named:
        return None
    verb = weapon.head
    if weapon.dep_ == "pobj" and verb.head.lower_ == "responsibility":
        verb = verb.head.head  # "claimed responsibility for the attack that killed 12"
    if verb.lower_ not in words("grammar", "set_weapons", "verbs"):
        return None
    return subject_of(verb) or outer_subject(verb)


def who_is_responsible(trigger: Token) -> Token | None:
    """ "The army accepted responsibility for the deaths of six": the army."""
    link = trigger.head
    if trigger.dep_ != "pobj" or link.lower_ != "for":
        return None
    word = link.head
    if word.lower_ == "responsibility" and word.dep_ == "dobj":
        taken = word.head.lower_ in words("grammar", "set_weapons", "verbs")
        return subject_of(word.head) if taken else None
    if word.lower_ == "responsible" and word.dep_ == "acomp":
        return child(word.head, *SUBJECTS)
    return None


def is_own_act(parsed: Parsed, doer: Token, speaker: Speaker) -> bool:
    """Whether ``doer`` is whoever speaks, or soldiers, aircraft or a unit of theirs.

    "Its", "it" and "they" mean the speaker only right below its verb of saying, and "it" only
    where it owns to something or the deed is that of a body: "residents said it killed 12" speaks
    of a bomb.
    """
    verb, saying = doer.head, None
    if doer.dep_ not in SUBJECTS:
        return False
    for _ in range(_DEEP):
        if verb.dep_ == "ccomp":
            saying = verb.head
            break
        if verb.dep_ not in {"conj", "advcl"}:
            break
        verb = verb.head
    told = child(saying, *SUBJECTS) if saying is not None else None
    if saying is None or told is None:
        return False
    if not speaker.start <= parsed.start(told) < speaker.end:
        return False
    if doer.pos_ == "PRON" and doer.lower_ in {"it", "they"}:
        return _is_body(told, speaker) and (
            speaker.kind == "belligerent"
            or saying.lower_ in words("reporting", "confessing")
            or doer.head.lower_ in words("grammar", "set_weapons", "verbs")
        )
    return _owned_arms(doer)


def _is_body(told: Token, speaker: Speaker) -> bool:
    person = told.ent_type_ == "PERSON" or told.lower_ in words("grammar", "office_holders")
    whole = kind_of(speaker.name)
    return not person and not is_person_word(told.lower_) and whole not in {"witness", "media"}


def _owned_arms(doer: Token) -> bool:
    """ "Its soldiers", "one of its units"; not "its researchers" or "their son"."""
    noun = doer
    if doer.pos_ in {"NUM", "PRON", "DET"} or doer.lower_ in {"members", "some"}:
        link = child(doer, "prep")
        of_them = child(link, "pobj") if link is not None and link.lower_ == "of" else None
        noun = of_them or doer
    arms = (
        words("grammar", "own_arms") | words("people", "armed_forces") | words("people", "police")
    )
    owner = child(noun, "poss")
    return owner is not None and owner.lower_ in _OWN and noun.lower_ in arms
