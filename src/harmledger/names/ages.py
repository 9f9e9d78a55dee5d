"""An age beside a name, in digits or in words: "Ana, 3", "aged eleven months", "just three"."""

from __future__ import annotations

import re
from functools import cache

from harmledger.names.words import list_of
from harmledger.vocabulary import alternatives

__all__ = ["age_after", "age_before", "is_age_word"]


def _one_of(term: str) -> str:
    return f"(?:{alternatives(list_of(term))})"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    ones, tens = _one_of("age_numbers"), _one_of("age_tens")
    spelled = rf"(?:{tens}(?:[\s-]{ones})?|{ones})(?:\s+and\s+a\s+half)?"
    # "10.45" and "2,400" are no ages.
    digits = r"(?:1[01]|\d)?\d[½¼¾]?(?!\d|[.,]\d)"
    number = rf"(?:{digits}|{spelled})"
    degree = rf"(?:(?:{_one_of('age_degrees')})\s+)*"
    unit = rf"(?:{_one_of('age_units')})"
    units = rf"(?:\s+{unit}(?:\s+old)?)?"
    old = rf"{number}[\s-]{unit}[\s-]olds?"
    aged = rf"(?:aged?|ages)\s+{degree}{number}\b"
    # What an age alone may be followed by: ", 3, was", ", three who", ", 11 months".
    end = (
        r"(?=\s*[,.;:)!?–—]|\s*$|\s+(?:who|whose|and|was|were|when|of|from|died|had|is|at)\b"
        rf"|\s+{unit}\b)"
    )
    closed = r"(?=\s*[,.;:)!?]|\s*$|\s+who\b)"
    people = _one_of("aged_people")
    be = r"(?:was|were|is|are|had\s+(?:just\s+)?turned|turned|being)\s+"
    flags = re.IGNORECASE
    return {
        "digits": re.compile(rf"\s*[,(]\s*{degree}(?:an?\s+)?{digits}{end}", flags),
        # "In Bashqal, two were hurt": in words the number may count people of a place.
        "spelled": re.compile(rf"\s*[,(]\s*{degree}{spelled}{units}{closed}", flags),
        # "BASHQAL – 3 people": a dash opens an age only where another one closes it.
        "dashed": re.compile(rf"\s*[–—]\s*{degree}{number}{units}\s*[–—]", flags),
        "was": re.compile(
            rf"\s*,?\s*(?:who\s+)?{be}{degree}{number}(?:{units}(?:{closed}|\s+(?:when|and|at|on)\b))",
            flags,
        ),
        "after": re.compile(
            rf"\s*[,(]?\s*{aged}|\s*[,(]\s*(?:(?:an?|the|his|her|their)\s+)?{degree}{old}\b"
            rf"|\s*[,(]\s*{degree}{number}\s+{unit}\b",
            flags,
        ),
        "at": re.compile(
            rf"(?:\s+[\w-]+){{0,4}}?,?\s+at\s+(?:the\s+)?age\s+(?:of\s+)?{degree}{number}\b", flags
        ),
        # What lies between an age and the name is in lower case: "the 3-year-old girl Ana", not
        # "a 3-year-old of Mill County, Utah".
        "before": re.compile(
            rf"\b(?:(?i:{old})(?:\s+[a-z-]+){{0,3}}|(?i:{aged}{units})"
            rf"|(?i:{people}\s+of|(?:young|old|eld)est\s*,)\s*(?i:{degree}{number}{units})),?\s*$"
        ),
        "word": re.compile(rf"{number}-{unit}-olds?", flags),
    }


def age_after(after: str, *, placed: bool) -> bool:
    """Whether an age stands right behind a name. ``placed``: the name is behind "in" or "near"."""
    find = _patterns()
    if any(find[one].match(after) for one in ("digits", "dashed", "after", "at")):
        return True
    return not placed and bool(find["spelled"].match(after) or find["was"].match(after))


def age_before(before: str) -> bool:
    """Whether an age leads to the name: "the three-year-old girl", "aged 3,", "a boy of six,"."""
    return _patterns()["before"].search(before) is not None


def is_age_word(word: str) -> bool:
    """Whether a word is an age and no name: "Three-year-old"."""
    return _patterns()["word"].fullmatch(word) is not None
