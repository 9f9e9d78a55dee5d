"""Totals of a period: "Derry, 2 May: three were hurt. Total for the month: 29 killed"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import NUMBER
from harmledger.records import When

__all__ = ["period_of_total", "totals_a_period", "up_to_total"]

_NUMBER = re.compile(rf"\b(?:{NUMBER})\b", re.IGNORECASE)


@cache
def _total() -> re.Pattern[str]:
    nouns = alternatives(words("grammar", "figures_back", "totals"))
    period = r"(?:the|this)\s+(?:week|month|year)"
    return re.compile(
        rf"\b(?:{nouns})\s+(?:so\s+far\s+)?(?:for|of)\s+(?P<period>{period})\b"
        rf"|\b(?P<owner>{period})['’]s\s+(?:[a-z]+\s+)?(?:{nouns})\b",
        re.IGNORECASE,
    )


def up_to_total(sentence: str, at: int) -> str:
    """What a sentence says before it sums up a period, for what stands ``at`` an offset before it.

    "Five died on Monday; the total for the week is 19": the five are not of the week.
    """
    found = _total().search(sentence, at)
    summed = found is not None and _NUMBER.search(sentence, found.end()) is not None
    return sentence[: found.start()] if found is not None and summed else sentence


def totals_a_period(sentence: str) -> bool:
    """Whether the sentence sums up a week, a month or a year."""
    return _total().search(sentence) is not None


def period_of_total(reading: Reading, index: int, at: int) -> When | None:
    """The period that sentence ``index`` sums up for a count ``at`` an offset; None where it does
    not.

    It is that of the day named before the total, in its sentence or the one before, else of the day
    of publication.
    """
    sentence = reading.sentences[index]
    found = _total().search(reading.text.text, sentence.start, sentence.end)
    if found is None:
        return None
    told = reading.text.text[sentence.start : sentence.end]
    if up_to_total(told, at - sentence.start) != told:
        return None
    day = _day_before(reading, index, found.start()) or reading.published
    name = "period" if found["period"] else "owner"
    unit = found[name].split()[-1].lower()
    first, last = _period(day, unit) if day is not None else (None, None)
    return When(
        start=first,
        end=last,
        precision=unit,
        surface=found[name],
        offset=found.start(name),
    )


def _day_before(reading: Reading, index: int, at: int) -> date | None:
    ahead = [time.when for i in (index - 1, index) if i >= 0 for time in reading.times(i)]
    for when in reversed(ahead):
        dated = when.precision == "day" and when.start and when.start[:1] != "X"
        if dated and when.offset < at:
            return date.fromisoformat(str(when.start)[:10])
    return None


def _period(day: date, unit: str) -> tuple[str, str]:
    if unit == "year":
        return f"{day.year:04}-01-01", f"{day.year:04}-12-31"
    if unit == "month":
        last = monthrange(day.year, day.month)[1]
        return day.replace(day=1).isoformat(), day.replace(day=last).isoformat()
    monday = day - timedelta(days=day.weekday())
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
