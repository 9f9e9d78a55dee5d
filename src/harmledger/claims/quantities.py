"""The quantity grammar: numbers with their qualifiers, ranges, and vague plurals.

A quantity is found in the raw sentence, before any parsing, so that its span is exact and
the parser can be given one token in its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from harmledger.claims.counts import idiom_spans, is_count
from harmledger.claims.lexicon import LANGUAGE, alternatives
from harmledger.claims.numbers import NUMBER, parse_number
from harmledger.vocabulary import load

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


@dataclass(frozen=True, slots=True)
class _Grammar:
    pattern: re.Pattern[str]
    before: dict[str, str]
    after: dict[str, str]
    vague: dict[str, int]
    further: frozenset[str]


@cache
def _grammar() -> _Grammar:
    terms = load(LANGUAGE, "quantities").terms
    before = {phrase: t.id for t in terms for phrase in t.words("before")}
    after = {phrase: t.id for t in terms for phrase in t.words("after")}
    vague: dict[str, int] = dict(load(LANGUAGE, "quantities")["vague"].data["words"])
    number = rf"(?<![\w.,:/$€£#+-]){NUMBER}"
    pattern = re.compile(
        rf"(?:\b(?P<between>between|from|anywhere\s+from|anywhere\s+between)\s+"
        rf"(?P<b1>{NUMBER})\s+(?:and|to|or)\s+(?P<b2>{NUMBER})"
        rf"|(?:(?P<q>\b(?:{alternatives(list(before))}))\s+)?"
        rf"(?:(?P<n1>{number})(?:\s*(?:-|–|—|\bto\b|\bor\b)\s*(?P<n2>{NUMBER})(?![\w-]))?"
        rf"|(?P<vague>\b(?:{alternatives(list(vague))})\b(?=(?:\s+more)?\s+of\b|\s+\w|[\s.,;:]|$)))"
        rf"(?:\s*(?P<plus>\+)|\s+(?P<a>{alternatives(list(after))})\b)?)",
        re.IGNORECASE,
    )
    return _Grammar(
        pattern=pattern,
        before=before,
        after=after,
        vague=vague,
        further=frozenset(load(LANGUAGE, "quantities")["exactly"].words("further")),
    )


def _bounds(qualifier: str, value: int) -> tuple[int | None, int | None]:
    if qualifier in {"at_least", "more_than", "vague"}:
        return value, None
    if qualifier in {"at_most", "fewer_than"}:
        return None, value
    return value, value


def find_quantities(text: str) -> list[Quantity]:
    """All quantities of ``text`` that can be counts, left to right, not overlapping."""
    grammar = _grammar()
    # Sorted, disjoint spans: the last idiom that starts before the number is found by bisection,
    # so that a text of 100,000 numbers stays linear.
    idioms = idiom_spans(text)
    idiom_starts = [span[0] for span in idioms]
    found: list[Quantity] = []
    for match in grammar.pattern.finditer(text):
        core = match.span("b1") if match["between"] else match.span("n1")
        if match["vague"]:
            core = match.span("vague")
        nearest = bisect_right(idiom_starts, core[0]) - 1
        if nearest >= 0 and core[0] < idioms[nearest][1]:
            continue
        quantity = _quantity(text, match, core, grammar)
        if quantity is not None:
            found.append(quantity)
    return found


def _quantity(
    text: str, match: re.Match[str], core: tuple[int, int], grammar: _Grammar
) -> Quantity | None:
    start = match.start()
    if match["vague"]:
        word = re.sub(r"\s+", " ", match["vague"].lower())
        qualifier = grammar.before.get(_squeeze(match["q"]), "vague") if match["q"] else "vague"
        if qualifier in {"exactly", "about"}:
            qualifier = "vague"
        if qualifier == "vague":
            start = core[0]
        low, high = _bounds(qualifier, grammar.vague[word])
        return Quantity(
            start=start,
            end=core[1],
            core_start=core[0],
            core_end=core[1],
            low=low,
            high=high,
            qualifier=qualifier,
        )
    second = "b2" if match["between"] else "n2"
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
        if not is_count(text, core[0], last, second_value):
            return None
        if match["between"] or first_value < second_value:
            low, high = sorted((first_value, second_value))
            # "from 3 to 5" may be a rise; only "between" and bare pairs are ranges.
            if match["between"] and match["between"].lower() == "from":
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


def _squeeze(phrase: str) -> str:
    return re.sub(r"\s+", " ", phrase.lower())
