"""Weapons one by one, seized or handed on: "seized 300 rifles and 12 mortars".

The rule is pieces. Such lists are long and often broken by the parser, so the verb is sought by
the order of the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims.harms.frames import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import is_passive, subject_of
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["pieces"]

#: Words between a number and its noun: "12 Soviet-made automatic rifles".
_BETWEEN = 6
#: Words between the verb and the last weapon of its list.
_LONGEST = 80
_VERBS = frozenset(("VERB", "AUX"))


def pieces(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """The weapons that ``noun`` counts, under the verb that says what became of them."""
    behind = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    if behind.pos_ in {"NOUN", "PROPN"} and behind.lower_ in words("things", "arms_pieces"):
        return  # "82 grenade launchers"
    weight = noun.head.head if noun.head.lower_ == "of" and noun.head.i == noun.i - 1 else noun
    if weight.i != noun.i and weight.lower_ not in words("things", "arms_weights"):
        return
    number = _number(parsed, weight)
    if number is None:
        return
    verb = _before(number, word) or _behind(noun, word)
    if verb is not None and not _as_evidence(verb):
        active = verb.pos_ == "VERB" and not is_passive(verb)
        yield Harm(word, verb, weight, subject_of(verb) if active else None, "pieces")


def _number(parsed: Parsed, noun: Token) -> Token | None:
    """The number right before the noun and what describes it."""
    for token in islice(reversed(noun.doc[: noun.i]), _BETWEEN):
        if parsed.quantity(token) is not None:
            return token
        if token.text in {",", ";", ":"} or token.pos_ in {"ADP", "CCONJ", "AUX", "DET", "PRON"}:
            return None
    return None


def _before(number: Token, word: HarmWord) -> Token | None:
    """The last verb before the number, where it is one of handing on or taking away."""
    for token in islice(reversed(number.doc[: number.i]), _LONGEST):
        if token.lower_ in word.needs_verb and not _passive_of_another(token):
            return token
        made = token.tag_ == "VBN" and not is_passive(token)  # "Soviet-made"
        if token.pos_ in _VERBS and not made and token.lower_ != "including":
            return None
    return None


def _passive_of_another(verb: Token) -> bool:
    """ "Two men were captured, 30 rifles": of what stands before the verb."""
    return verb.pos_ == "VERB" and is_passive(verb) and verb.dep_ not in {"acl", "relcl"}


def _as_evidence(verb: Token) -> bool:
    """ "Police recovered two guns", "two guns were recovered": what a crime was done with."""
    if verb.lower_ != "recovered":
        return False
    subject = None if is_passive(verb) else subject_of(verb)
    police = words("people", "police") | {"officers", "officer", "investigators"}
    return subject is None or subject.lower_ in police


def _behind(noun: Token, word: HarmWord) -> Token | None:
    """ "300 rifles and 12 mortars were seized": the first verb behind, in the passive."""
    for token in islice(noun.doc[noun.i + 1 :], _LONGEST):
        if token.pos_ not in _VERBS or token.dep_ in {"amod", "compound", "aux", "auxpass"}:
            continue
        taken = token.lower_ in word.needs_verb and is_passive(token)
        return token if taken else None
    return None
