"""Which year is meant, where the words behind a day or before it say so."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from harmledger.claims.times.calendarwords import DAYS
from harmledger.claims.times.relative import years_before
from harmledger.claims.times.timewords import Expression
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import parse_number

__all__ = ["day_that_comes_round", "year_behind", "year_of_weekday"]

#: No anniversary is later than that.
_MOST_YEARS = 150

_YEAR_BEHIND = re.compile(r",?\s+(?:of\s+)?(?P<which>last|this)\s+year\b", re.IGNORECASE)
_THAT_YEAR = re.compile(r",?\s+(?:of\s+)?(?:that|the\s+same)\s+year\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
#: Characters before "of that year" in which the year stands.
_REACH = 400
_WEEKDAY_OF = re.compile(r",?\s+in\s+(?P<year>(?:1[89]|20)\d\d)\b")
_YEARS_AGO = re.compile(r"\b(?P<count>an?|[\w-]+)\s+years?\s+ago,?\s+$", re.IGNORECASE)


def year_behind(found: Expression, published: date | None) -> int | None:
    """ "22 July last year", "of that year": the year that follows the day; None where none does."""
    text, end = found.match.string, found.match.end()
    if _THAT_YEAR.match(text, end):
        told = _YEAR.findall(text, max(0, found.start - _REACH), found.start)
        return int(told[-1]) if told else None
    behind = _YEAR_BEHIND.match(text, end)
    if behind is None or published is None:
        return None
    return published.year - (behind["which"].lower() == "last")


def year_of_weekday(found: Expression) -> int | None:
    """ "On a bank holiday Monday in 1979": one of that year, and no one knows which."""
    behind = _WEEKDAY_OF.match(found.match.string, found.match.end())
    return int(behind["year"]) if behind else None


@cache
def _today() -> re.Pattern[str]:
    part = alternatives(words("time", "parts_of_day"))
    # "Ten years ago on Saturday", in a report of a Saturday.
    days = "|".join(DAYS)
    return re.compile(
        rf",?\s+(?:today|tonight|this\s+(?:{part})|to\s+the\s+day|(?:on|this)\s+(?P<weekday>{days}))\b",
        re.IGNORECASE,
    )


def day_that_comes_round(found: Expression, published: date) -> str | None:
    """ "Thirty years ago this evening": the day itself, of either of both expressions."""
    match, text = found.match, found.match.string
    if match["day"] or match["weekday"]:
        behind = _today().match(f" {found.surface}")
        start = max(0, found.start - 40)
        ago = _YEARS_AGO.search(text[start : found.start]) if behind else None
        said = ago["count"] if ago else None
    else:
        ago_ = (match["ago"] or "").lower().split()
        years = ago_[-2:] in (["years", "ago"], ["year", "ago"])
        behind = _today().match(text, match.end()) if years else None
        said = ago_[0] if behind else None
    if behind is not None and behind["weekday"]:
        # Some days early or late: of the weekday nobody knows whether it is that of the event.
        said = said if DAYS[published.weekday()] == behind["weekday"].lower() else None
    if said is None:
        return None
    count = 1 if said.lower() in {"a", "an"} else parse_number(said)
    if count is None or not 0 < count < min(_MOST_YEARS, published.year):
        return None
    return years_before(published, count).isoformat()
