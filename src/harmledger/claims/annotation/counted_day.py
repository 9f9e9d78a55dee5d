"""The day of a text's event where headline or lede count from it: "one week after the bomb"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.times.calendarwords import names_time
from harmledger.claims.times.relative import years_before
from harmledger.claims.times.when import find_times
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import parse_number
from harmledger.records import When

__all__ = ["counted_day", "event_words", "times_in"]

#: Up to so many days, a count of days or weeks names the day.
_FINE = 14


@cache
def event_words() -> str:
    """Nouns of events, as alternatives of a pattern."""
    return alternatives(words("grammar", "event_nouns") | words("time", "day_events"))


def times_in(reading: Reading, start: int, end: int) -> list[When]:
    """The times that a passage names, whatever it says of them."""
    text = reading.text.text
    if not names_time(text, start, end):
        return []
    return find_times(text, start, end, reading.published, reading.year_at(start))


@cache
def _from_event() -> re.Pattern[str]:
    """ "One week after the car bomb", "two days after the siege"."""
    events = f"{event_words()}|{alternatives(words('time', 'day_deeds'))}"
    return re.compile(
        r"\b(?P<count>an?|[\w-]+)\s+(?P<unit>day|week|month|year)s?\s+(?:after|since)\s+"
        rf"(?:[\w’'-]+,?\s+){{0,8}}?(?:{events})\b",
        re.IGNORECASE,
    )


@cache
def _ago() -> re.Pattern[str]:
    """ "Twenty years on", "forty years after Tlatelolco", "the 20th anniversary of"; "a month
    later:" opens the report."""
    return re.compile(
        r"\b(?P<count>[\w-]+)\s+years\s+(?:(?:on|later|ago\s+today)\b|(?:after|since)\s+(?-i:[A-Z]))"
        r"|(?:(?<=\n)|^)(?P<few>[\w-]+)\s+(?P<unit>week|month|year)s?\s+(?:on|later)[:,]"
        r"|\b(?P<nth>\d+)(?:st|nd|rd|th)\s+anniversary\s+of\b",
        re.IGNORECASE,
    )


@cache
def _about() -> re.Pattern[str]:
    """ "More than three weeks after": no day can be counted from that."""
    return re.compile(r"\b(?:than|over|nearly|almost|about|around|some)\s+$", re.IGNORECASE)


def counted_day(reading: Reading) -> When | None:
    """A time counted from the event in headline or lede, seen from publication."""
    published, text = reading.published, reading.text.text
    if published is None:
        return None
    for index in reading.lede():
        one = reading.sentences[index]
        found = _from_event().search(text, one.start, one.end)
        if found and _about().search(text[max(0, found.start() - 20) : found.start()]):
            continue
        if found and (count := _number(found["count"])):
            return _before_day(published, count, found["unit"].lower(), found)
        found = _ago().search(text, one.start, one.end)
        if found and (count := _number(found["count"] or found["few"] or found["nth"])):
            when = _before_day(published, count, (found["unit"] or "year").lower(), found)
            # "On Wednesday, twenty years on, people came": the day itself comes round.
            today = any(
                other.precision == "day" and other.start == published.isoformat()
                for other in times_in(reading, one.start, one.end)
            )
            return replace(when, precision="day") if when is not None and today else when
    return None


def _number(words_: str) -> int | None:
    return 1 if words_.lower() in {"a", "an"} else parse_number(words_)


def _before_day(published: date, count: int, unit: str, found: re.Match[str]) -> When | None:
    days = count * {"day": 1, "week": 7, "month": 30}.get(unit, 0)
    if not 0 < count < (150 if unit == "year" else 400):
        return None
    day = years_before(published, count) if unit == "year" else published - timedelta(days=days)
    precision = "day" if unit in {"day", "week"} and days <= _FINE else unit
    told = day.isoformat()
    return When(start=told, end=told, precision=precision, surface=found[0], offset=found.start())
