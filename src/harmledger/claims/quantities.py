"""The quantity grammar: numbers with their qualifiers, ranges, and vague plurals.

A quantity is found in the raw sentence, before any parsing, so that its span is exact and
the parser can be given one token in its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

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
    units: re.Pattern[str]
    months: frozenset[str]
    labels: frozenset[str]
    only_years: frozenset[str]
    idioms: re.Pattern[str]
    further: frozenset[str]


def _alternatives(words: list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def _grammar() -> _Grammar:
    terms = load("en", "quantities").terms
    before = {phrase: t.id for t in terms for phrase in t.words("before")}
    after = {phrase: t.id for t in terms for phrase in t.words("after")}
    vague: dict[str, int] = dict(load("en", "quantities")["vague"].data["words"])
    not_counts = load("en", "not_counts")
    number = rf"(?<![\w.,:/$€£#+-]){NUMBER}"
    second = NUMBER
    pattern = re.compile(
        rf"(?:\b(?P<between>between|from|anywhere\s+from|anywhere\s+between)\s+"
        rf"(?P<b1>{NUMBER})\s+(?:and|to|or)\s+(?P<b2>{second})"
        rf"|(?:(?P<q>\b(?:{_alternatives(list(before))}))\s+)?"
        rf"(?:(?P<n1>{number})(?:\s*(?:-|–|—|\bto\b|\bor\b)\s*(?P<n2>{second})(?![\w-]))?"
        rf"|(?P<vague>\b(?:{_alternatives(list(vague))})\b(?=(?:\s+more)?\s+of\b|\s+\w|[\s.,;:]|$)))"
        rf"(?:\s*(?P<plus>\+)|\s+(?P<a>{_alternatives(list(after))})\b)?)",
        re.IGNORECASE,
    )
    return _Grammar(
        pattern=pattern,
        before=before,
        after=after,
        vague=vague,
        units=re.compile(
            r"[\s-]*(?:" + _alternatives(list(not_counts["units"].words("words"))) + r")(?![\w])",
            re.IGNORECASE,
        ),
        months=frozenset(not_counts["months"].words("words")),
        labels=frozenset(not_counts["labels"].words("words")),
        only_years=frozenset(not_counts["labels"].words("only_years")),
        further=frozenset(load("en", "quantities")["exactly"].words("further")),
        idioms=re.compile(
            r"\b(?:" + _alternatives(list(not_counts["idioms"].words("words"))) + r")\b",
            re.IGNORECASE,
        ),
    )


def _bounds(qualifier: str, value: int) -> tuple[int | None, int | None]:
    if qualifier in {"at_least", "more_than", "vague"}:
        return value, None
    if qualifier in {"at_most", "fewer_than"}:
        return None, value
    return value, value


_LAST_WORD = re.compile(r"([A-Za-z.]+)[\s-]*$")
_NEXT_WORD = re.compile(r"\s*([A-Za-z.]+)")
_CLOCK = re.compile(r"[:.]\d|(?:st|nd|rd|th)\b", re.IGNORECASE)


def _is_count(text: str, start: int, end: int, value: int, grammar: _Grammar) -> bool:
    """Whether the number at ``start:end`` can count people or things at all."""
    core = text[start:end]
    digits = core[:1].isdigit()
    rest = text[end : end + 40]
    if grammar.units.match(rest) or _CLOCK.match(rest):
        return False
    # "25-year-old", "two-state", "12-storey": a hyphen ties the number to a property.
    if re.match(r"-[A-Za-z]", rest) or re.match(r"[/'’]\d", rest):
        return False
    # A bare ", 25," behind a name is an age.
    head = text[max(0, start - 40) : start]
    if (
        digits
        and value < 120
        and re.match(r"\s*,", rest)
        and re.search(r"[A-Z][\w.’'-]+,\s+$", head)
    ):
        return False
    last = _LAST_WORD.search(head)
    previous = last[1].lower() if last else ""
    following = _NEXT_WORD.match(rest)
    upcoming = following[1].lower().rstrip(".") if following else ""
    year_like = digits and len(core) == 4 and 1800 <= value <= 2100 and "," not in core
    if previous.rstrip(".") in grammar.months and (value <= 31 or year_like):
        # "May 12 people" is no date where "may" is a modal: dates are capitalised.
        return not (last and last[1][:1].isupper())
    if upcoming in grammar.months and value <= 31 and following and following[1][0].isupper():
        return False
    if year_like and not re.match(r"\s+(?:people|civilians|others|dead|killed)", rest):
        return False
    if digits and (previous in grammar.labels or previous.rstrip(".") in grammar.labels):
        return previous in grammar.only_years and not year_like and value > 100
    return not (previous.startswith("covid") or text[start - 1 : start] in {"$", "€", "£", "#"})


def find_quantities(text: str) -> list[Quantity]:
    """All quantities of ``text`` that can be counts, left to right, not overlapping."""
    grammar = _grammar()
    # Sorted, disjoint spans: the last idiom that starts before the number is found by bisection,
    # so that a text of 100,000 numbers stays linear.
    idioms = [match.span() for match in grammar.idioms.finditer(text)]
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
        if not _is_count(text, core[0], last, second_value, grammar):
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
    if not _is_count(text, core[0], core[1], first_value, grammar):
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
