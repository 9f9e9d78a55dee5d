"""The people that a list counts, number by number: "142 students, three officers, three guards".

Read by the order of the words: the parser makes little of a list without a verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.phrases import Counted, item
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["adding_up", "noun_behind", "of_those_counted", "parts_behind", "piecewise"]

#: Words from a number to the end of its noun, at most.
_REACH = 5
#: Parts of one number that are tried; smaller numbers add up by chance.
_MOST = 8
_LEAST = 5
_OF_PHRASE = frozenset(("ADJ", "NOUN", "PROPN", "VERB", "PART", "PUNCT"))


def piecewise(parsed: Parsed, first: int = 0) -> list[Counted]:
    """The numbers from token ``first`` on that stand before a noun for people, in order."""
    found: list[Counted] = []
    for token in parsed.doc[first:]:
        quantity = parsed.quantity(token)
        noun = noun_behind(token) if quantity is not None else None
        if quantity is None or noun is None or quantity.qualifier == "vague":
            continue
        bounds = quantity.low, quantity.high, quantity.qualifier
        found.append(item(parsed, quantity.start, quantity.end, *bounds, token, [noun, token]))
    return found


def noun_behind(number: Token) -> Token | None:
    """The noun for people that ends the phrase behind a number."""
    noun: Token | None = None
    for token in number.doc[number.i + 1 : number.i + 1 + _REACH]:
        if token.pos_ not in _OF_PHRASE or token.text in {",", ";", ":", ".", "(", ")"}:
            break
        if is_person_word(token.lower_):
            noun = token
    return noun


def adding_up(items: Sequence[Counted], total: int | None) -> list[Counted]:
    """The items, two or more, where they add up to the total; none where they do not."""
    whole = len(items) > 1 and total is not None and sum(i.low or 0 for i in items) == total
    return list(items) if whole else []


def parts_behind(parsed: Parsed, whole: Counted) -> list[Counted]:
    """ "Said 90: 60 children, 15 women, 15 men": what adds up to the number, right behind it.

    Also without nouns for people: "79 persons, 41 of the female sex and 38 of the male".
    """
    if whole.low is None or whole.low < _LEAST or whole.qualifier == "vague":
        return []
    pieces = [p for p in piecewise(parsed, whole.head.i + 1) if p.start >= whole.end]
    numbers = [
        item(parsed, q.start, q.end, q.low, q.high, q.qualifier, t, [t])
        for t in parsed.doc[whole.head.i + 1 :]
        if (q := parsed.quantity(t)) is not None and q.start >= whole.end and _listed(t)
    ]
    for told in (pieces, numbers):
        for many in range(2, min(len(told), _MOST) + 1):
            found = adding_up(told[:many], whole.low)
            if found:
                return found
    return []


def _listed(number: Token) -> bool:
    """Whether a list may go on with the number: "of which 41", and not "not yet twelve"."""
    before = number.nbor(-1)
    return before.is_punct or before.lower_ in {"and", "of", "which", "whom", "the", "other"}


def of_those_counted(parsed: Parsed) -> Iterator[Counted]:
    """ "Sixty of them were children", "ten of the dead are known": numbers that point back."""
    for token in parsed.doc[:-2]:
        quantity = parsed.quantity(token)
        if quantity is None or token.nbor(1).lower_ != "of":
            continue
        back = words("grammar", "back_pronouns")
        at = token.i + 2
        if parsed.doc[at].lower_ == "the" and at + 1 < len(parsed.doc):
            at += 1
            back = words("grammar", "continuations", "nouns")
        if parsed.doc[at].lower_ in back or parsed.quantity(parsed.doc[at]) is not None:
            told = _predicate(parsed, at)
            bounds = quantity.low, quantity.high, quantity.qualifier
            nouns = [told, token] if told is not None else [token]
            yield item(parsed, quantity.start, quantity.end, *bounds, token, nouns)


def _predicate(parsed: Parsed, at: int) -> Token | None:
    """The noun for people behind a form of be that follows: "of them were children"."""
    for token in parsed.doc[at + 1 : at + 1 + _REACH]:
        if is_person_word(token.lower_):
            return token
    return None
