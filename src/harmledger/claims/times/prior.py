"""The time before another event: "in the week before", once the day of that event is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import parse_number
from harmledger.records import When

__all__ = ["is_long_before", "is_prior", "resolved"]

_DAYS_IN = {"day": 1, "night": 1, "weekend": 7, "week": 7, "month": 30, "year": 365}
_UNIT = re.compile(
    r"(?:(\w+(?:-\w+)?)\s+)?\b(day|night|weekend|week|month|year)(s?)\b", re.IGNORECASE
)


_LONG_WITHIN = re.compile(
    r"(?:in|over|during|within|throughout)\b.*\b(?:month|year)s?\b", re.IGNORECASE
)


def is_prior(when: When) -> bool:
    """Whether it is told only as the time before another event."""
    return when.start is None and when.end is None and bool(_said().search(when.surface))


def is_long_before(when: When) -> bool:
    """Whether it is all the months or years before an event: "in the seven months before"."""
    within = _LONG_WITHIN.match(when.surface) is not None
    return within and _said().search(when.surface) is not None


@cache
def _said() -> re.Pattern[str]:
    then = alternatives(words("time", "prior_then"))
    before = alternatives(words("time", "prior"))
    return re.compile(
        rf"\b(?:{then}|{before}|earlier|(?:the\s+)(?:previous|preceding))\b", re.IGNORECASE
    )


def resolved(when: When, days: Iterable[When]) -> When:
    """``when`` as days before the first of ``days`` that is a day; as it was where none is.

    "The week before" is the seven days before that day; "the day before" and "two days earlier"
    one day; "before that" and "the days before" end with the day before it and begin at a day
    that nobody states.
    """
    if not is_prior(when):
        return when
    for day in days:
        if day.precision == "day" and day.start and day.start == day.end and "X" not in day.start:
            return _before(when, date.fromisoformat(day.start))
    return when


def _before(when: When, day: date) -> When:
    last = day - timedelta(days=1)
    found = _UNIT.search(when.surface)
    within = re.match(r"(?:in|over|during|for|within)\b", when.surface, re.IGNORECASE)
    number = parse_number(found[1]) if found and found[1] else None
    unit = found[2].lower() if found else ""
    if found is None or (found[3] and number is None):
        return replace(when, end=last.isoformat(), precision="period")
    if when.surface.lower().startswith("earlier"):
        return replace(when, end=last.isoformat(), precision="period")
    length = _DAYS_IN[unit] * (number or 1)
    first = day - timedelta(days=length)
    if unit in {"day", "night"} and not within:
        return replace(when, start=first.isoformat(), end=first.isoformat(), precision="day")
    return replace(when, start=first.isoformat(), end=last.isoformat(), precision="period")
