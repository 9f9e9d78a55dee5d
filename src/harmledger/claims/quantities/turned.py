"""What the words before a number make of it: bounds turned round, and figures that were changed.

"Did not exceed 54" is at most 54, "did not reach 100" less; "lowered the toll from 202 to 190" is
190; "~40" is about 40; the 2 of "UPDATE 2-Five killed" is of the report.

Read in the words before the number; the number's own qualifier is turned with it ("did not number
more than 12").
"""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["changed", "signed", "turned", "versioned", "years"]

#: Qualifiers that name a number from below.
_BELOW = frozenset(("at_least", "more_than"))
_FEWER = {"at_least": "fewer_than", "more_than": "at_most"}
#: "UPDATE 2-Five killed": the number of a version of the report.
_VERSION = re.compile(r"\b(?:UPDATE|WRAPUP|REFILE)\s+$")
#: "~40 dead", ">100 hurt", not "<b>40", "->40".
_SIGN = re.compile(r"(?<![^\s(\[:;,/])(?:(≥|>=)\s?|(≤|<=)\s?|([~≈])\s?|(>)|(<))$")
_SIGNS = ("at_least", "at_most", "about", "more_than", "fewer_than")


@cache
def _negated() -> re.Pattern[str]:
    """ "Did not exceed", "cannot have exceeded", "was never thought to exceed", "not reach"."""
    no = alternatives(words("not_counts", "turned", "no"))
    between = alternatives(words("not_counts", "turned", "between"))
    above = alternatives(words("not_counts", "turned", "above"))
    reach = alternatives(words("not_counts", "turned", "reach"))
    plain = alternatives(words("not_counts", "turned", "plain"))
    negation = rf"(?:\b(?:{no})|n[’']t|\bcannot)\s+(?:(?:{between})\s+){{0,4}}"
    unlikely = alternatives(words("not_counts", "turned", "unlikely"))
    doubt = rf"\b(?:{unlikely})\s+(?:that\s+)?(?:(?!not\b)\w+\s+){{1,5}}?"
    return re.compile(
        rf"(?:{negation}|{doubt})"
        rf"(?:(?P<above>{above})|(?P<reach>{reach})|(?P<plain>{plain}))\s+(?:(?:the|to)\s+)?$",
        re.IGNORECASE,
    )


@cache
def _changing() -> re.Pattern[str]:
    """ "Lowered the death toll of the bombings from", "its count was brought down from"."""
    change = alternatives(words("not_counts", "changed"))
    tolls = alternatives(words("not_counts", "changed", "tolls"))
    near = r"[^.;:()]{0,50}?\s"
    return re.compile(
        rf"\b(?:(?:{change})\s{near}?(?:{tolls})\b(?:[^.;:()]{{0,50}}\s)?from"
        rf"|(?:{tolls})\b{near}(?:{change})\s+(?:\w+\s+){{0,2}}from)\s+$",
        re.IGNORECASE,
    )


def changed(before: str) -> bool:
    """Whether a range that "from" opens behind these words is a figure's change, not a range."""
    return before[-5:-1].lower() == "from" and _changing().search(before) is not None


def turned(before: str, qualifier: str) -> str:
    """The qualifier of a number, turned where what stands ``before`` it negates a bound."""
    low = before.lower()
    if not any(mark in low for mark in words("not_counts", "turning")):
        return qualifier
    found = _negated().search(before)
    if found is None:
        return qualifier
    if found["plain"]:
        return _FEWER[qualifier] if qualifier in _BELOW else qualifier
    if qualifier not in {"exactly", "more_than", "about"}:
        return qualifier
    return "fewer_than" if found["reach"] else "at_most"


def versioned(before: str) -> bool:
    """ "UPDATE 2-Five killed": whether the first number behind these words is of the report."""
    return _VERSION.search(before) is not None


def years(first: str, second: str) -> bool:
    """ "1974 and 1981": the years of a period."""
    return all(re.fullmatch(r"(?:1[89]|20)\d\d", one) for one in (first, second))


def signed(text: str, start: int) -> tuple[int, str | None]:
    """Where a number with its sign begins, and what the sign says: "~40", ">100", "≤ 5"."""
    found = _SIGN.search(text, max(0, start - 4), start)
    if found is None:
        return start, None
    return found.start(), _SIGNS[(found.lastindex or 1) - 1]
