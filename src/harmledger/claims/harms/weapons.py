"""Weapons one by one, seized or handed on: "seized 300 rifles and 12 mortars".

The rule is pieces. Such lists are long and often broken by the parser, so they are read by the
order of the words: what a verb says of one weapon of a list holds for those beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import is_passive, subject_of
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["number_of_pieces", "pieces"]

#: Words between a number and its noun: "12 Soviet-made automatic rifles".
_BETWEEN = 7
#: Words between the verb and the last weapon of its list, and between two weapons of it.
_LONGEST, _GAP = 80, 24
_VERBS = frozenset(("VERB", "AUX"))
#: What ends the words between a number and its noun.
_ENDS = frozenset(",;:.()")
#: Words before a number that belong to it: "and more than 300".
_BEFORE = 3
_CACHE = 10
#: "M-79", "AK-47'S", "SAM-7": weapons by what their makers call them.
_MODEL = re.compile(r"[A-Z]{1,4}-?\d{1,3}[A-Z]?(?:['’]?s)?$", re.IGNORECASE)


def pieces(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """The weapons of the sentence, told at the first of them, each under the verb that says what
    became of it."""
    forms = words("harm_words", "arms_pieces", "forms")
    if any(token.lower_ in forms for token in noun.doc[: noun.i]):
        return
    listed = list(_listed(parsed))
    verbs = [_before(number, word) or _behind(what, word) for number, what in listed]
    # What is told of one is told of the next, and of the one before.
    for order in (range(1, len(listed)), range(len(listed) - 2, -1, -1)):
        for n in order:
            other = n - 1 if order.step > 0 else n + 1
            first, last = sorted((n, other))
            if verbs[n] is None and _joined(listed[first][1], listed[last][0]):
                verbs[n] = verbs[other]
    for n, (number, what) in enumerate(listed):
        verb = verbs[n]
        if verb is None:
            continue
        size = parsed.quantity(number)
        alone = sum(other is not None and other.i == verb.i for other in verbs) == 1
        if _as_evidence(verb, alone and size is not None and size.size < _CACHE):
            continue
        active = verb.pos_ == "VERB" and not is_passive(verb)
        yield Harm(word, verb, what, subject_of(verb) if active else None, "pieces")


def number_of_pieces(parsed: Parsed, noun: Token) -> Token | None:
    """The number that counts the weapon ``noun``."""
    return next((number for number, what in _listed(parsed) if what.i == noun.i), None)


def _listed(parsed: Parsed) -> Iterator[tuple[Token, Token]]:
    """The numbers of the sentence that count weapons, each with its noun."""
    for at in sorted(parsed.quantity_at):
        number = parsed.doc[at]
        noun = _noun(number)
        size = parsed.quantity_at[at].size
        if noun is not None and not (size > 1 and _single(noun)):
            yield number, noun


def _single(noun: Token) -> bool:
    """ "A 22 handgun": a calibre."""
    return noun.lower_ in words("things", "arms_pieces") and noun.tag_ == "NN"


@cache
def _arms() -> frozenset[str]:
    return words("things", "arms_pieces") | words("things", "arms")


def _noun(number: Token) -> Token | None:
    """The weapon that a number counts, or the unit in which it counts them."""
    doc = number.doc
    found: Token | None = None
    for token in islice(doc[number.i + 1 :], _BETWEEN):
        low = token.lower_
        if low in _ENDS or token.pos_ in {"CCONJ", "AUX", "DET", "PRON"}:
            return found
        if low in _arms() or low in words("things", "arms_parts") or _MODEL.match(token.text):
            found = token  # "82 grenade launchers": the last of them
        elif found is not None:
            if token.tag_ not in {"NN", "NNS"}:
                return found
            found = None  # "a PRC-77 radio", "80,000 gun locks"
        elif low in words("things", "arms_weights"):
            return token if _of_arms(token) else None
        elif token.pos_ == "ADP":
            return None
    return found


def _of_arms(unit: Token) -> bool:
    """ "60 tonnes of anti-tank weapons"."""
    of = unit.doc[unit.i + 1 : unit.i + 2]
    near = unit.doc[unit.i + 2 : unit.i + 5]
    return bool(of) and of[0].lower_ == "of" and any(t.lower_ in _arms() for t in near)


def _joined(noun: Token, number: Token) -> bool:
    """Whether a list goes on from a weapon to the next number."""
    between = list(noun.doc[noun.i + 1 : number.i])
    if len(between) > _GAP or not any(
        t.lower_ in words("things", "joins_pieces") for t in between[-_BEFORE:]
    ):
        return False
    ends = words("laid_out", "fired") | words("laid_out", "killed") | words("laid_out", "detained")
    return not any(t.text == "." or t.lower_ in ends for t in between)


def _before(number: Token, word: HarmWord) -> Token | None:
    """The last verb before the number, where it is one of handing on or taking away.

    Before a colon any such verb: "the following was seized from those who fled: 3 rifles".
    """
    colon = False
    for token in islice(reversed(number.doc[: number.i]), _LONGEST):
        colon = colon or token.text == ":"
        if token.lower_ in word.needs_verb and (colon or not _passive_of_another(token)):
            return token
        made = token.tag_ == "VBN" and not is_passive(token)  # "Soviet-made"
        if token.pos_ in _VERBS and not made and token.lower_ != "including" and not colon:
            return None
    return None


def _passive_of_another(verb: Token) -> bool:
    """ "Two men were captured, 30 rifles": of what stands before the verb."""
    return verb.pos_ == "VERB" and is_passive(verb) and verb.dep_ not in {"acl", "relcl"}


def _as_evidence(verb: Token, few: bool) -> bool:
    """ "Police recovered two guns", "two guns were recovered": what a crime was done with."""
    if verb.lower_ not in words("things", "finds"):
        return False
    subject = None if is_passive(verb) else subject_of(verb)
    police = words("people", "police") | {"officers", "officer", "investigators"}
    if verb.lower_ == "recovered":
        return subject is None or subject.lower_ in police
    return few or subject is None or subject.lower_ in police


def _behind(noun: Token, word: HarmWord) -> Token | None:
    """ "300 rifles and 12 mortars were seized": the first verb behind, in the passive."""
    for token in islice(noun.doc[noun.i + 1 :], _LONGEST):
        if token.pos_ not in _VERBS or token.dep_ in {"amod", "compound", "aux", "auxpass"}:
            continue
        taken = token.lower_ in word.needs_verb and is_passive(token)
        return token if taken else None
    return None
