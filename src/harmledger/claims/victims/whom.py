"""Parts told by a predicate: "29 died, of whom 11 were children and 14 were women".

Read by their form, word after word: the parser hangs the second number on the first noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.parsing.lowerwords import lower_words
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.phrases import Counted, item
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["among_them", "of_whom", "told_of"]

#: Before or behind these, those among a total.
_LINKS = frozenset(("whom", "among"))
#: Words between the verb and its noun: "were all local women".
_BETWEEN = frozenset(("ADJ", "ADV", "DET"))
#: Words behind the verb in which its noun must stand.
_REACH = 4


def of_whom(parsed: Parsed, wholes: list[Counted]) -> Iterator[tuple[Counted, int]]:
    """The parts behind each "of whom" and "Of the 29", with the index of their total.

    A part is no larger than its total; behind one that is, nothing more is read.
    """
    if "of" not in parsed.words and "Of" not in parsed.words:
        return
    for opener in parsed.doc:
        whole = _whole(parsed, wholes, opener)
        if whole is None:
            continue
        top = wholes[whole].high
        for part in told_of(parsed, opener.i + 1):
            if top is not None and (part.low or 0) > top:
                break
            if part.start >= wholes[whole].end:
                yield part, whole


def among_them(parsed: Parsed, wholes: list[Counted]) -> Iterator[tuple[Counted, int]]:
    """ "The dead were refugees, women and children among them"; "30, of whom seven are unknown"."""
    if not wholes or parsed.words.isdisjoint(_LINKS):
        return
    for number, low in enumerate(lower_words(parsed.doc)[1:-1], 1):
        if low not in _LINKS:
            continue
        token = parsed.doc[number]
        at = parsed.start(token)
        before = [n for n, whole in enumerate(wholes) if whole.start < at]
        whole = max(before, key=lambda n: wholes[n].start, default=None)
        if whole is None:
            continue
        behind = token.nbor(1)
        if token.lower_ == "whom" and token.nbor(-1).lower_ == "of":
            quantity = parsed.quantity(behind)
            if quantity is not None and _fits(quantity.low, wholes[whole]):
                bounds = quantity.low, quantity.high, quantity.qualifier
                yield item(parsed, quantity.start, quantity.end, *bounds, behind, [behind]), whole
        if token.lower_ == "among" and behind.lower_ == "them":
            first, last = _plurals(token.i, parsed)
            if first is not None and parsed.start(first) >= wholes[whole].end:
                span = parsed.start(first), parsed.end(last)
                yield item(parsed, *span, 2, None, "vague", last, [last, first]), whole


def _fits(low: int | None, whole: Counted) -> bool:
    return low is not None and (whole.high is None or low <= whole.high)


def _plurals(before: int, parsed: Parsed) -> tuple[Token | None, Token]:
    """The bare plurals for people behind a comma and right before a token: "women and children"."""
    doc = parsed.doc
    last, at = doc[before - 1], before - 1
    while at > 0 and (_plural(doc[at]) or (doc[at].lower_ == "and" and _plural(doc[at - 1]))):
        at -= 1
    opened = doc[at].text in {",", ";", "("} and at + 1 < before
    return (doc[at + 1] if opened and _plural(doc[at + 1]) else None), last


def _plural(token: Token) -> bool:
    return token.tag_ == "NNS" and is_person_word(token.lower_)


def told_of(parsed: Parsed, first: int) -> Iterator[Counted]:
    """What "11 were children and 14 were women" counts, from token ``first`` to a semicolon."""
    for token in parsed.doc[first:]:
        if token.text == ";":
            return
        quantity = parsed.quantity(token)
        noun = _told(token) if quantity is not None else None
        if noun is not None and quantity is not None:
            bounds = quantity.low, quantity.high, quantity.qualifier
            yield item(parsed, quantity.start, quantity.end, *bounds, token, [noun, token])


def _whole(parsed: Parsed, wholes: list[Counted], opener: Token) -> int | None:
    """The total that "of whom" points back to, or that stands behind "Of the" at the start."""
    if opener.lower_ != "of" or opener.i + 1 >= len(parsed.doc):
        return None
    at = parsed.start(opener)
    if opener.nbor(1).lower_ == "whom":
        before = [n for n, whole in enumerate(wholes) if whole.start < at]
        return max(before, key=lambda n: wholes[n].start, default=None)
    if opener.nbor(1).lower_ != "the" or not (opener.is_sent_start or opener.i == 0):
        return None
    if opener.i + 2 >= len(parsed.doc):
        return None
    first = parsed.start(opener.nbor(2))
    return next((n for n, whole in enumerate(wholes) if whole.start == first), None)


def _told(number: Token) -> Token | None:
    """The noun of "11 were children": whom a bare number before a form of be counts."""
    behind = number.doc[number.i + 1 : number.i + 3 + _REACH]
    if not len(behind) or behind[0].lower_ not in words("grammar", "be"):
        return None
    for token in behind[1:]:
        if token.pos_ == "NOUN":
            last = token.i + 1 >= len(token.doc) or token.nbor(1).pos_ != "NOUN"
            if is_person_word(token.lower_):
                return token
            if last:
                return None
        elif token.pos_ not in _BETWEEN:
            return None
    return None
