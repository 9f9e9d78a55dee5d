"""The quantity grammar: numbers with their qualifiers, ranges, and vague plurals.

A quantity is found in the raw sentence, before any parsing, so that its span is exact and
the parser can be given one token in its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from harmledger.claims.quantities.counts import idiom_spans, is_count
from harmledger.claims.quantities.quantity_words import (
    Grammar,
    grammar_of_quantities,
    may_have_number,
)
from harmledger.claims.quantities.turned import changed, turned
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


_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def _bounds(qualifier: str, value: int) -> tuple[int | None, int | None]:
    if qualifier in {"at_least", "more_than", "vague"}:
        return value, None
    if qualifier in {"at_most", "fewer_than"}:
        return None, value
    return value, value


def find_quantities(text: str) -> list[Quantity]:
    """All quantities of ``text`` that can be counts, left to right, not overlapping."""
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
    start = match.start()
    if match["vague"]:
        word = re.sub(r"\s+", " ", match["vague"].lower())
        qualifier = grammar.before.get(_squeeze(match["q"]), "vague") if match["q"] else "vague"
        if qualifier in {"exactly", "about"}:
            qualifier = "vague"
        if qualifier == "vague":
            start = core[0]
        end = core[1]
        if word == "a dozen" and match["a"] and _squeeze(match["a"]) in grammar.near:
            # "a dozen or so" is near twelve where "a dozen" is only many.
            qualifier, end = "about", match.end()
        low, high = _bounds(qualifier, grammar.vague[word])
        return Quantity(
            start=start,
            end=end,
            core_start=core[0],
            core_end=core[1],
            low=low,
            high=high,
            qualifier=qualifier,
        )
    second = "b2" if match["between"] else "l2" if match["l1"] else "n2"
    ranged = bool(match["between"] or match["l1"])
    first_value = parse_number(text[core[0] : core[1]])
    if first_value is None:
        return None
    last = match.end(second) if match[second] else core[1]
    if match[second]:
        second_value = parse_number(match[second])
        if second_value is None:
            return None
        if re.search(r"(?:thousand|million|hundred|lakh)", match[second], re.I) and (
            first_value < 1000 and second_value >= 1000
        ):
            # "two to three million": the scale belongs to both.
            for scale in (100, 1000, 100_000, 1_000_000):
                if second_value // scale in range(1, 1000) and second_value % scale == 0:
                    factor = scale
            first_value *= factor
        if not is_count(text, core[0], last, second_value) or (
            # "Between 1992 and 1995": two years.
            _YEAR.fullmatch(match[second]) and not is_count(text, *match.span(second), second_value)
        ):
            return None
        before = text[max(0, start - 60) : start]
        change = grammar.changing.search(before)
        moved = (match["between"] or "").lower() == "from"
        if (change and (change["how"] or moved)) or (
            moved and changed(text[max(0, start - 130) : core[0]])
        ):
            # "rose from 12 to 15", "rose by 3 to 15": the number it came to.
            left = match.start(second)
            return Quantity(
                start=left,
                end=last,
                core_start=left,
                core_end=last,
                low=second_value,
                high=second_value,
                qualifier="exactly",
            )
        if ranged or first_value < second_value:
            # "Between 30 and 12" stays as it is told: who uses it says that it contradicts itself.
            low, high = first_value, second_value
            # "A toll from 3 to 5" may be a rise; "from 3 to 5 people", "range from" are no rise.
            risen = (match["between"] or "").lower() == "from"
            if risen and not (_PEOPLE.match(text, last) or _ranging(before)):
                return None
            return Quantity(
                start=start,
                end=last,
                core_start=core[0],
                core_end=last,
                low=low,
                high=high,
                qualifier="between",
            )
        last = core[1]
    if not is_count(text, core[0], core[1], first_value):
        return None
    qualifier = "exactly"
    qualified = False
    if match["q"]:
        qualifier = grammar.before[_squeeze(match["q"])]
        qualified = qualifier != "exactly"
    if not match[second] and (match["plus"] or match["a"]):
        qualifier = "at_least" if match["plus"] else grammar.after[_squeeze(match["a"])]
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
    low, high = _bounds(qualifier, first_value)
    return Quantity(
        start=start,
        end=last,
        core_start=core[0],
        core_end=core[1],
        low=low,
        high=high,
        qualifier=qualifier,
    )


def _ranging(before: str) -> bool:
    """ "Estimates range from 3 to 5 dead": the word right before "from"."""
    last = before.lower().rstrip(" ,").split()[-1:]
    return not words("not_counts", "ranging").isdisjoint(last)


def _squeeze(phrase: str) -> str:
    return re.sub(r"\s+", " ", phrase.lower())
