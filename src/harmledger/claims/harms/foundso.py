"""Who was found dead or with wounds, where the parser hangs that on the finder or on the place.

"Guards found Luis Prat, 21, suffering from a wound", "found two men in a room, each with a wound".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims.harms.frames import Harm
from harmledger.claims.parsing.syntax import child, is_passive, subject_of
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["as_found"]

#: Rules of harm told as a state, or by the wounds someone has.
_STATES = frozenset(("wounds", "suffered", "state", "participle"))


def as_found(harm: Harm) -> Harm:
    """``harm`` with the one who was found for its victim, where the sentence tells of that."""
    if harm.rule not in _STATES:
        return harm
    if (only := _the_only(harm)) is not None:
        return replace(harm, victim=only)
    for verb in islice(harm.trigger.ancestors, 6):
        if verb.lower_ not in words("grammar", "finders") or is_passive(verb):
            continue
        found = child(verb, "dobj")
        if found is None or not verb.i < found.i < harm.trigger.i or not _person(found):
            return harm
        finder = subject_of(verb)
        misled = harm.victim == finder or harm.victim.lower_ == "each" or _place(harm.victim)
        return replace(harm, victim=found) if misled else harm
    return harm


def _the_only(harm: Harm) -> Token | None:
    """ "The boy was the only person injured": the boy."""
    one = harm.victim
    only = one.dep_ == "attr" and any(c.lower_ == "only" for c in one.lefts)
    told = only and one.lower_ in {"person", "victim"}
    return subject_of(one.head) if told else None


def _person(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or is_person_word(noun.lower_)


def _place(noun: Token) -> bool:
    """ "In a bedroom with a wound": no person, and only where someone was."""
    inside = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "at", "inside", "outside", "near"}
    return inside and noun.pos_ == "NOUN" and not is_person_word(noun.lower_)
