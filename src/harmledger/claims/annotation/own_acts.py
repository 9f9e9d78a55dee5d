"""What speakers say they did themselves: "the army said its soldiers killed six"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.annotation.holders import arms_of, bears_arms, holder_before
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child, outer_subject, subject_of
from harmledger.claims.words.kinds import kind_of
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["behind_the_weapon", "is_own_act", "who_is_responsible", "whose_arms"]

#: Clauses between a verb of saying and what is said.
_DEEP = 5


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
    of a bomb. Where another body is named before them, they need not be the speaker's: "said it
    had fined the company after its guards killed six" owns to nothing.
    """
    saying = _said(parsed, doer, speaker)
    if saying is None or not bears_arms(speaker.kind):
        return False
    other = holder_before(parsed, saying, doer, speaker)
    if doer.pos_ == "PRON" and doer.lower_ in {"it", "they"}:
        told = child(saying, *SUBJECTS)
        if other is not None and other.dep_ in SUBJECTS:
            return False  # "said the militia withdrew after it shot six"
        return (
            told is not None
            and _is_body(told, speaker)
            and (
                speaker.kind == "belligerent"
                or saying.lower_ in words("reporting", "confessing")
                or doer.head.lower_ in words("grammar", "set_weapons", "verbs")
            )
        )
    noun = arms_of(doer)
    private = noun is not None and noun.lower_ in words("grammar", "private_arms")
    return noun is not None and other is None and not (private and speaker.kind == "authority")


def whose_arms(parsed: Parsed, doer: Token, speaker: Speaker) -> Token | None:
    """The body other than the speaker whose "its guards" did it; None where it is in doubt.

    An army that tells of another body may still mean its own soldiers.
    """
    saying, noun = _said(parsed, doer, speaker), arms_of(doer)
    if saying is None or noun is None:
        return None
    private = noun.lower_ in words("grammar", "private_arms")
    if bears_arms(speaker.kind) and not (private and speaker.kind == "authority"):
        return None
    return holder_before(parsed, saying, doer, speaker)


def _said(parsed: Parsed, doer: Token, speaker: Speaker) -> Token | None:
    """The speaker's verb of saying, in what is said by which ``doer`` is the subject."""
    verb = doer.head
    if doer.dep_ not in SUBJECTS:
        return None
    for _ in range(_DEEP):
        if verb.dep_ == "ccomp":
            told = child(verb.head, *SUBJECTS)
            if told is not None and speaker.start <= parsed.start(told) < speaker.end:
                return verb.head
            if told is None or told.lower_ not in {"it", "they"}:
                return None  # "said that it asked why its soldiers killed six"
        elif verb.dep_ not in {"conj", "advcl"}:
            return None
        verb = verb.head
    return None


def _is_body(told: Token, speaker: Speaker) -> bool:
    person = told.ent_type_ == "PERSON" or told.lower_ in words("grammar", "office_holders")
    whole = kind_of(speaker.name)
    return not person and not is_person_word(told.lower_) and whole not in {"witness", "media"}
