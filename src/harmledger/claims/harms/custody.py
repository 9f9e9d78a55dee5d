"""Whom the law or captors hold, where no place of custody tells: is being held, is in their hands.

The rules are named held and custody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import child, is_passive, subject_of
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["held_now", "in_custody", "in_hands"]


def held_now(verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Luis Prat is being held as a witness", "two are being held on a charge".

    A feast is being held, too: whoever counts the subject asks whether it is a person. Captors
    make it an abduction, which other rows tell.
    """
    if not is_passive(verb) or not any(c.lower_ == "being" for c in verb.lefts):
        return
    if any(t.lower_ in words("grammar", "held_otherwise") for t in verb.doc[verb.i + 1 :]):
        return
    kept = subject_of(verb)
    if kept is not None:
        yield Harm(word, verb, kept, None, "held")


def in_custody(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The other five suspects in custody", "No one in custody": without a verb."""
    owner = noun.head.head
    if noun.head.lower_ != "in" or noun.dep_ != "pobj" or owner.i >= noun.i:
        return
    someone = is_person_word(owner.lower_) or owner.lower_ in {"one", "nobody"}
    counted = any(c.lower_ == "no" or parsed.quantity(c) is not None for c in owner.lefts)
    if (counted and someone) or owner.lower_ == "nobody":
        yield Harm(word, noun, owner, None, "custody")


def in_hands(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The mayor is in the hands of rebels": those who hold captives must be named."""
    verb = noun.head.head
    holders = child(noun, "prep")
    whose = child(holders, "pobj") if holders is not None and holders.lower_ == "of" else None
    if noun.head.lower_ != "in" or whose is None:
        return
    if verb.lower_ not in words("grammar", "be_in"):
        return
    captors = {t.lower_ for t in whose.subtree} & word.needs_verb
    subject = subject_of(verb)
    if captors and subject is not None:
        yield Harm(word, noun, subject, None, "custody")
