"""Totals of a period: "Derry, 2 May: three were hurt. Total for the month: 29 killed"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import When

__all__ = ["period_of_total", "totals_a_period"]


@cache
def _total() -> re.Pattern[str]:
    nouns = alternatives(words("grammar", "figures_back") | {"total", "toll", "totals"})
    return re.compile(
        rf"\b(?:{nouns})\s+(?:so\s+far\s+)?(?:for|of)\s+"
        r"(?P<period>(?:the|this)\s+(?P<unit>week|month|year))\b",
        re.IGNORECASE,
    )


def totals_a_period(sentence: str) -> bool:
    """Whether the sentence sums up a week, a month or a year."""
    return _total().search(sentence) is not None


def period_of_total(reading: Reading, index: int) -> When | None:
    """The period that sentence ``index`` sums up; None where it does not.

    It is that of the day named in the sentence before, else of the day of publication.
    """
    sentence = reading.sentences[index]
    found = _total().search(reading.text.text, sentence.start, sentence.end)
    if found is None:
        return None
    day = _day_before(reading, index) or reading.published
    unit = found["unit"].lower()
    first, last = _period(day, unit) if day is not None else (None, None)
    return When(
        start=first,
        end=last,
        precision=unit,
        surface=found["period"],
        offset=found.start("period"),
    )


def _day_before(reading: Reading, index: int) -> date | None:
    for time in reversed(reading.times(index - 1) if index else []):
        if time.when.precision == "day" and time.when.start and time.when.start[:1] != "X":
            return date.fromisoformat(time.when.start[:10])
    return None


def _period(day: date, unit: str) -> tuple[str, str]:
    if unit == "year":
        return f"{day.year:04}-01-01", f"{day.year:04}-12-31"
    if unit == "month":
        last = monthrange(day.year, day.month)[1]
        return day.replace(day=1).isoformat(), day.replace(day=last).isoformat()
    monday = day - timedelta(days=day.weekday())
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
