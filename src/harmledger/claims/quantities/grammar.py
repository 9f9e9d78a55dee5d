"""The quantity grammar: numbers with their qualifiers, ranges, and vague plurals.

A quantity is found in the raw sentence, before any parsing, so that its span is exact and
the parser can be given one token in its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from harmledger.claims.quantities.counts import idiom_spans, is_count
from harmledger.claims.quantities.quantity_words import (
    Grammar,
    grammar_of_quantities,
    may_have_number,
)
from harmledger.claims.quantities.turned import signed, turned, years
from harmledger.claims.quantities.twonumbers import came_to, ranging, scaled
from harmledger.claims.words.lexicon import lowered, words
from harmledger.claims.words.numbers import parse_number

__all__ = ["Quantity", "find_quantities"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity at ``start:end`` of the string searched.

    ``core_start``/``core_end`` bound the number without its qualifier. ``low`` and ``high``
    follow the qualifier: at_least n is (n, None), at_most n is (None, n).
    """

    start: int
    end: int
    core_start: int
    core_end: int
    low: int | None
    high: int | None
    qualifier: str

    @property
    def size(self) -> int:
        """The largest number stated: for rules that ask how big a count is."""
        return max(self.low or 0, self.high or 0)


_PEOPLE = re.compile(r"\s+(?:people|persons|civilians|victims|deaths)\b", re.IGNORECASE)


def _bounds(qualifier: str, value: int) -> tuple[int | None, int | None]:
    if qualifier in {"at_least", "more_than", "vague"}:
        return value, None
    if qualifier in {"at_most", "fewer_than"}:
        return None, value
    return value, value


#: Sentences whose quantities are kept for who asks again, and the longest of them.
_KEPT, _LONGEST = 512, 1000


def find_quantities(text: str) -> list[Quantity]:
    """All quantities of ``text`` that can be counts, left to right, not overlapping."""
    return list(_of_sentence(text)) if len(text) <= _LONGEST else _found(text)


@lru_cache(maxsize=_KEPT)
def _of_sentence(text: str) -> tuple[Quantity, ...]:
    """The parser's preparation, layout and rules for numbers alone ask for the same sentence."""
    return tuple(_found(text))


def _found(text: str) -> list[Quantity]:
    low = lowered(text)
    if not may_have_number(low):
        return []  # most sentences
    grammar = grammar_of_quantities()
    matches = list(grammar.pattern.finditer(low))
    if not matches:
        return []
    # Sorted, disjoint spans: the last idiom that starts before the number is found by bisection,
    # so that a text of 100,000 numbers stays linear.
    idioms = idiom_spans(text)
    idiom_starts = [span[0] for span in idioms]
    found: list[Quantity] = []
    for match in matches:
        core = match.span("b1") if match["between"] else match.span("n1")
        if match["l1"]:
            core = match.span("l1")
        if match["vague"]:
            core = match.span("vague")
        nearest = bisect_right(idiom_starts, core[0]) - 1
        if nearest >= 0 and core[0] < idioms[nearest][1]:
            bounded = grammar.before.get(_squeeze(match["q"] or "")) in {"at_least", "more_than"}
            if not (bounded and text[slice(*idioms[nearest])].lower() == "one of"):
                continue
        quantity = _quantity(text, match, core, grammar)
        if quantity is not None:
            found.append(quantity)
    return found


def _quantity(
    text: str, match: re.Match[str], core: tuple[int, int], grammar: Grammar
) -> Quantity | None:
    if match["vague"]:
        return _vague(match, core, grammar)
    first = parse_number(text[slice(*core)])
    if first is None:
        return None
    second = "b2" if match["between"] else "l2" if match["l1"] else "n2"
    if match[second]:
        last = match.end(second)
        other = parse_number(match[second])
        if other is None:
            return None
        first = scaled(first, other, match[second])
        if years(text[slice(*core)], match[second]) and not _PEOPLE.match(text, last):
            return None  # "executed prisoners between 1974 and 1981"
        if not is_count(text, core[0], last, other):
            return None
        if came_to(text, match, core, grammar):
            # "rose from 12 to 15", "rose by 3 to 15": the number it came to.
            span = match.start(second), last
            return _made(span, span, (other, other), "exactly")
        if match["between"] or match["l1"] or first < other:
            # "A toll from 3 to 5" may be a rise; "from 3 to 5 people", "range from" are no rise.
            risen = (match["between"] or "").lower() == "from"
            if risen and not (_PEOPLE.match(text, last) or ranging(text, match)):
                return None
            # "Between 30 and 12" stays as it is told: who uses it says that it contradicts itself.
            return _made((match.start(), last), (core[0], last), (first, other), "between")
    if not is_count(text, core[0], core[1], first):
        return None
    return _single(text, match, core, first, grammar, alone=not match[second])


def _made(
    span: tuple[int, int],
    core: tuple[int, int],
    bounds: tuple[int | None, int | None],
    qualifier: str,
) -> Quantity:
    return Quantity(
        start=span[0],
        end=span[1],
        core_start=core[0],
        core_end=core[1],
        low=bounds[0],
        high=bounds[1],
        qualifier=qualifier,
    )


def _vague(match: re.Match[str], core: tuple[int, int], grammar: Grammar) -> Quantity:
    """Dozens, scores of, at least a hundred or so."""
    word = re.sub(r"\s+", " ", match["vague"].lower())
    qualifier = grammar.before.get(_squeeze(match["q"]), "vague") if match["q"] else "vague"
    if qualifier in {"exactly", "about"}:
        qualifier = "vague"
    start = core[0] if qualifier == "vague" else match.start()
    end = core[1]
    if word == "a dozen" and match["a"] and _squeeze(match["a"]) in grammar.near:
        # "a dozen or so" is near twelve where "a dozen" is only many.
        qualifier, end = "about", match.end()
    return _made((start, end), core, _bounds(qualifier, grammar.vague[word]), qualifier)


def _single(
    text: str,
    match: re.Match[str],
    core: tuple[int, int],
    value: int,
    grammar: Grammar,
    *,
    alone: bool,
) -> Quantity:
    """One number with its qualifier; ``alone``: no second number was read behind it."""
    start, last = match.start(), core[1]
    qualifier = "exactly"
    qualified = False
    if match["q"]:
        qualifier = grammar.before[_squeeze(match["q"])]
        qualified = qualifier != "exactly"
    if qualified and _squeeze(match["q"]) == "c." and text[start] == "C":
        qualifier, qualified = "exactly", False  # "vitamin C. 30 people"
    if alone and (match["plus"] or match["a"] or match["tied"]):
        behind = "" if match["plus"] else _squeeze(match["a"] or match["tied"])
        qualifier = grammar.after.get(behind, "about") if behind else "at_least"
        last = match.end()
    if qualifier == "at_most" and qualified and _squeeze(match["q"]) == "up to":
        rising = words("not_counts", "rise", "up")
        if not rising.isdisjoint(text[:start].lower().split()[-1:]):
            qualifier, qualified = "exactly", False  # "the toll went up to 57"
    over = qualifier == "more_than" and qualified and _squeeze(match["q"]) == "over"
    last_word = text[:start].lower().split()[-1:] if over else []
    if not words("not_counts", "particles").isdisjoint(last_word):
        qualifier, qualified = "exactly", False  # "handed over 30 rifles"
    if qualifier == "exactly" and grammar.passing.search(text[max(0, start - 80) : start]):
        qualifier = "more_than"
    qualifier = turned(text[max(0, start - 80) : start], qualifier)
    if not qualified and _squeeze(match["q"] or "") not in grammar.further:
        start = core[0]
    if qualifier == "exactly" and start == core[0]:
        start, sign = signed(text, start)
        qualifier = sign or qualifier
    return _made((start, last), core, _bounds(qualifier, value), qualifier)


def _squeeze(phrase: str) -> str:
    return re.sub(r"\s+", " ", phrase.lower())
