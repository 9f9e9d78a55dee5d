"""Who was found dead or with wounds, where the parser hangs that on the finder or on the place.

"Guards found Luis Prat, 21, suffering from a wound", "found two men in a room, each with a wound".
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
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["as_found", "found_harmed", "found_with"]

#: Tokens between a finder and the wounds of the one found.
_REACH = 30

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
        finder = child(verb, *SUBJECTS) or subject_of(verb)
        misled = harm.victim == finder or harm.victim.lower_ == "each" or _place(harm.victim)
        return replace(harm, victim=found) if misled else harm
    return harm


def found_harmed(verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Found the mother and child shot": the parser takes them for the subject of being shot."""
    if verb.tag_ != "VBN" or verb.dep_ != "ccomp" or child(verb, "aux", "auxpass", "dobj"):
        return
    above, found = verb.head, child(verb, "nsubj")
    if found is None or above.lower_ not in words("grammar", "finders") or is_passive(above):
        return
    if _person(found) and above.i < found.i < verb.i:
        yield Harm(word, verb, found, None, "participle")


def found_with(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Found a juvenile suffering from a wound", "found the teen lying there with a wound".

    By the order of the words, for where no other rule finds the victim of wounds.
    """
    before = noun.doc[max(0, noun.i - _REACH) : noun.i]
    verb = next((t for t in reversed(before) if t.lower_ in words("grammar", "finders")), None)
    if verb is None or verb.pos_ != "VERB" or is_passive(verb):
        return
    between = noun.doc[verb.i + 1 : noun.i]
    last = next((t for t in reversed(between) if t.lower_ in {"suffering", "with"}), None)
    if last is None or noun.i - last.i > 9 or any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in between):
        return
    lying = next((c for c in verb.children if c.dep_ == "ccomp" and c.tag_ == "VBG"), None)
    found = child(verb, "dobj") or (child(lying, *SUBJECTS) if lying is not None else None)
    if found is None or not _person(found):
        found = next((t for t in reversed(noun.doc[verb.i + 1 : last.i]) if t.pos_ != "NUM"), None)
    if found is not None and found.i < last.i and _person(found):
        yield Harm(word, noun, found, None, "wounds")


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
