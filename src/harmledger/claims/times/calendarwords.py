"""Names of months and days, and where a text gives a day or a year."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.numbers import ORDINALS

__all__ = [
    "DAYS",
    "DAY_ORDINALS",
    "MONTHS",
    "MONTH_NUMBERS",
    "day_of",
    "month_of",
    "names_time",
    "years_told",
]


MONTHS = (
    "january february march april may june july august september october november december".split()
)


DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


#: Days of a month in words: "the seventh of August".
DAY_ORDINALS = {word: number for word, number in ORDINALS.items() if number <= 31}


MONTH_NUMBERS = (
    {name: i for i, name in enumerate(MONTHS, start=1)}
    | {name[:3]: i for i, name in enumerate(MONTHS, start=1)}
    | {"sept": 9}
)


def month_of(name: str) -> int:
    """1 for "January", "jan" and "Jan."."""
    return MONTH_NUMBERS[name.lower().rstrip(".")]


def day_of(number: str) -> int:
    """7 for "7", "7th" and "seventh"."""
    word = number.lower()
    return DAY_ORDINALS.get(word) or int(re.sub(r"\D", "", word))


@cache
def _with_year() -> re.Pattern[str]:
    names = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
    return re.compile(
        rf"\b(?:{names})\b\.?,?\s+(?:[0-3]?\d(?:st|nd|rd|th)?,?\s+)?(?:of\s+)?((?:1[89]|20)\d\d)\b",
        re.IGNORECASE,
    )


def years_told(text: str) -> list[tuple[int, int]]:
    """Where the text gives the year of a day or month, and which."""
    return [(found.end(), int(found[1])) for found in _with_year().finditer(text)]


@cache
def _any_time() -> re.Pattern[str]:
    names = "|".join(DAYS + MONTHS)
    return re.compile(rf"\b(?:{names}|yesterday|today|tonight|overnight|ago|[ap]\.?m)\b", re.I)


def names_time(text: str, start: int, end: int) -> bool:
    """Whether a day, a month or a time of the clock stands in ``text[start:end]``: a quick look."""
    return _any_time().search(text, start, end) is not None
