"""How many "they" are: the people counted last before the pronoun, in its sentence or before it.

"Six men sat in a garage. They were taken to a hospital": six. Where no number of people stands
near, or more than one, "they" stays uncounted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS
from harmledger.claims.quantities.grammar import find_quantities
from harmledger.claims.victims.count import counted
from harmledger.claims.victims.phrases import Counted, item
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["counted_they"]

#: How far back the pronoun may point, in characters.
_REACH = 260
#: Words between a number and its noun: "six unarmed young men".
_NEAR = 4
#: Above this, "they" more often stands for some of them.
_MOST = 30


def counted_they(parsed: Parsed, pronoun: Token) -> list[Counted]:
    """ "They" or "them" as the number of those told of before; empty where that is not known."""
    if pronoun.lower_ not in words("grammar", "plural_pronouns"):
        return []
    if any(c.lower_ == "where" or c.dep_ == "neg" for c in pronoun.head.children):
        return []  # "to a hospital, where they are in bad condition": the same people once more
    number = _in_sentence(parsed, pronoun) or _before(parsed, pronoun)
    if number is None:
        return []
    span = parsed.start(pronoun), parsed.end(pronoun)
    return [item(parsed, *span, number, number, "exactly", pronoun, [pronoun])]


def _in_sentence(parsed: Parsed, pronoun: Token) -> int | None:
    """ "A boy and a man were on a porch when they were shot": two."""
    for token in reversed(parsed.doc[: pronoun.i]):
        if token.dep_ not in SUBJECTS or not _people(token):
            continue
        found = counted(parsed, token, pronouns=False, strong=True)
        lows = [one.low for one in found if one.low == one.high]
        total = sum(low for low in lows if low)
        if len(lows) == len(found) and 1 < total <= _MOST:
            return total
    return None


def _people(token: Token) -> bool:
    return token.pos_ in {"PROPN", "NUM"} or is_person_word(token.lower_)


def _before(parsed: Parsed, pronoun: Token) -> int | None:
    at = parsed.start(pronoun)
    window = parsed.text[max(0, at - _REACH) : at]
    told: set[int] = set()
    for quantity in find_quantities(window):
        behind = window[quantity.end :].lower().split()[:_NEAR]
        if any(is_person_word(word.strip(",.;:")) for word in behind):
            told.add(quantity.size if quantity.low == quantity.high else 0)
    told.discard(1)
    return told.pop() if len(told) == 1 and 1 < max(told) <= _MOST else None
