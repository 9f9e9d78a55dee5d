"""When it happened: time expressions as days, against the date of publication.

Dates are EDTF: ``XXXX-10-07`` is a day whose year nobody states. A weekday, "yesterday" and
the like are resolved only against a known date of publication, towards the past.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from harmledger.claims.times.calendarwords import DAYS, MONTHS, day_of, month_of
from harmledger.claims.times.lasting import begins_long
from harmledger.claims.times.nextday import next_days
from harmledger.claims.times.ranges import period_between
from harmledger.claims.times.relative import days_of, fineness
from harmledger.claims.times.timewords import Expression, expressions
from harmledger.claims.times.years import day_that_comes_round, year_behind, year_of_weekday
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import When

__all__ = ["find_times"]

#: Any year with the 29th of February, for a month whose year is not known.
_LEAP = 2000
#: Characters before a day in which "since the fighting broke out" stands.
_BEGUN = 80
#: How the names of weekdays begin: "on Sunday 6 December" is a day of the report's own year.
_WEEKDAYS = tuple(day[:3] for day in DAYS)


_MONTHS = 12
#: Feasts of one day of the month, as month and day.
_FEASTS = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
}


def find_times(
    text: str, start: int, end: int, published: date | None, year: int | None = None
) -> list[When]:
    """The time expressions in ``text[start:end]``, in order, resolved as far as they can be.

    ``year``: the one of which the text speaks, where that is not the year of publication.
    """
    read = (_read(found, published, year) for found in expressions(text, start, end))
    times = [when for when in read if when is not None]
    # "Since the war began", of "since the war began in March".
    times = [when for when in times if not any(_within(when, other) for other in times)]
    further = next_days(
        text, start, end, times, lambda a, b: find_times(text, a, b, published, year)
    )
    if further:
        times = sorted((*times, *further), key=lambda when: when.offset)
    # A time of the clock beside a day says no more here than the day.
    dated = any(when.precision == "day" for when in times)
    return [when for when in times if not dated or when.precision != "hour"]


def _within(one: When, other: When) -> bool:
    """Whether ``other`` says more, in words that hold those of ``one``."""
    ends = (when.offset + len(when.surface) for when in (one, other))
    held = other.offset <= one.offset and next(ends) <= next(ends)
    return held and len(one.surface) < len(other.surface)


@cache
def _begun() -> re.Pattern[str]:
    """ "Since the protests began (in March)", "since the outbreak of fighting (on 3 May)"."""
    began = alternatives(words("time", "beginnings"))
    firsts = alternatives(words("time", "outbreaks"))
    word = r"[\w'’-]+\s+"
    return re.compile(
        rf"\bsince\s+(?:(?:{word}){{1,6}}?(?:{began})\s+"
        rf"|(?:the\s+)?(?:{word}){{0,2}}?(?:{firsts})(?:\s+of\s+(?:{word}){{1,5}}?|\s+))$",
        re.IGNORECASE,
    )


def _when(found: Expression, first: str | None, last: str | None, precision: str | None) -> When:
    if found.opens("since"):
        last, precision = None, "period"
    surface, offset = found.surface, found.start
    text = found.match.string
    begun = _begun().search(text, max(0, offset - _BEGUN), offset)
    if begun:
        surface, offset = text[begun.start() : offset + len(surface)], begun.start()
        last, precision = None, "period"
    elif precision == "day" and begins_long(text, offset):
        last, precision = None, "period"
    if found.match["attribute"] or found.match["of_month"]:  # "the 2012 massacre"
        surface, offset = found.match[0], found.match.start()
    # Without an "of" or "between" before it and a full stop that ends the sentence.
    opener = re.match(r"(?:of|between)\s+(?!\w+\s+of\b)", surface, re.IGNORECASE)
    if opener and not (found.match["both"] or found.match["years"]):
        surface, offset = surface[opener.end() :], offset + opener.end()
    if surface.endswith(".") and surface.split()[-1].rstrip(".").lower() in MONTHS:
        surface = surface[:-1]
    return When(start=first, end=last, precision=precision, surface=surface, offset=offset)


def _read(found: Expression, published: date | None, told: int | None) -> When | None:
    match = found.match
    if match["m1"] or match["m2"]:
        day = day_of(match["d1"] or match["d2"])
        month = month_of(match["m1"] or match["m2"])
        year = match["y1"] or match["y2"]
        if year is None and (other := year_behind(found, published)):
            year = str(other)
        if year is None and told is not None and not match[0][:3].lower().startswith(_WEEKDAYS):
            year = str(told)
        return _day(found, month, day, year, published)
    if match["m3"]:
        return _month(found, month_of(match["m3"]), int(match["y3"]))
    if match["month"] or match["of_month"]:
        return _bare_month(found, published)
    if match["iso"]:
        return _when(found, match["iso"], match["iso"], "day")
    if match["years"]:
        first, last = match["ya"], match["yb"]
        ordered = first < last
        return _when(found, f"{first}-01-01", f"{last}-12-31", "period") if ordered else None
    if match["slashed"]:
        return _slashed(found)
    if match["half"]:
        year = match["yh"] or (str(published.year) if published else "XXXX")
        first = match["half"].lower().startswith("first")
        days = ("01-01", "06-30") if first else ("07-01", "12-31")
        return _when(found, f"{year}-{days[0]}", f"{year}-{days[1]}", "period")
    if number := match["year"] or match["attribute"]:
        return _when(found, f"{number}-01-01", f"{number}-12-31", "year")
    if match["both"]:
        return _between(found, published)
    if match["began"] or match["recent"]:
        return _when(found, None, None, "period")
    if match["prior"]:
        return _when(found, None, None, fineness(match))
    if match["weekend"] and not found.ahead:
        return None
    if match["season"]:
        year = match["ys"]
        return _when(found, year, year, "season")
    if match["feast"]:
        return _feast(found, published, told)
    if match["clock"]:
        return _when(found, None, None, "hour")
    if match["weekday"] and (of := year_of_weekday(found)):
        return _when(found, f"{of}-01-01", f"{of}-12-31", "year")
    if published is not None and (round_ := day_that_comes_round(found, published)):
        return _when(found, round_, round_, "day")
    if published is None or (match["ago"] and not match["ago"].lower().endswith("ago")):
        return _when(found, None, None, fineness(match))
    span = days_of(found, published)
    return _when(found, *span) if span is not None else None


def _day(
    found: Expression, month: int, day: int, year: str | None, published: date | None
) -> When | None:
    if not 1 <= day <= 31:
        return None
    if year and len(year) == 2:
        century = 1900 if int(year) > 30 else 2000
        year = str(century + int(year))
    if year is None and published is not None:
        # The latest such day that is not after publication (one day of slack for time zones).
        number = published.year
        try:
            if date(number, month, day) > published + timedelta(days=1):
                number -= 1
        except ValueError:
            return None
        year = str(number)
    if year is not None and day > monthrange(int(year), month)[1]:
        return None
    value = f"{year or 'XXXX'}-{month:02}-{day:02}"
    firsts = (found.match[name] for name in ("d0", "d3", "d4", "d5"))
    first = day_of(next((told for told in firsts if told), str(day)))
    if not 0 < first < day:
        return _when(found, value, value, "day")
    # "The night of 21 to 22 August" is one night, "18 to 27 May" a period.
    fine = "day" if day - first == 1 else "period"
    return _when(found, f"{year or 'XXXX'}-{month:02}-{first:02}", value, fine)


def _slashed(found: Expression) -> When | None:
    """ "28/2/2014", "2/28/2014", "28.2.2014"; of "2/3/2014" no one knows which is the month."""
    text = found.match["slashed"]
    one, two, year = (int(part) for part in re.split(r"[/.]", text))
    if "/" in text and one != two and one <= _MONTHS and two <= _MONTHS:
        return _when(found, f"{year}-01-01", f"{year}-12-31", "year")
    day, month = (two, one) if "/" in text and two > _MONTHS else (one, two)
    if not 1 <= month <= _MONTHS or not 1 <= day <= monthrange(year, month)[1]:
        return None
    value = f"{year}-{month:02}-{day:02}"
    return _when(found, value, value, "day")


def _feast(found: Expression, published: date | None, told: int | None) -> When | None:
    """ "Christmas Eve", "Easter 1916": the day where it is the same in every year."""
    name, year = found.match["feast"].lower().replace("’", "'"), found.match["yf"]
    if name not in _FEASTS:
        if year:
            return _when(found, f"{year}-01-01", f"{year}-12-31", "year")
        return _when(found, None, None, "day")
    month, day = _FEASTS[name]
    return _day(found, month, day, year or (str(told) if told is not None else None), published)


def _month(found: Expression, month: int, year: int | None) -> When:
    last = monthrange(year or _LEAP, month)[1]
    number = year or "XXXX"
    return _when(found, f"{number}-{month:02}-01", f"{number}-{month:02}-{last}", "month")


def _bare_month(found: Expression, published: date | None) -> When:
    """ "In January", "last March", "August of last year": the latest such month."""
    month = month_of(found.match["month"] or found.match["of_month"])
    if published is None:
        return _month(found, month, None)
    which = (found.match["which"] or "").lower()
    back = 1 if which == "last" or (not which and month > published.month) else 0
    if not which and found.opens("last") and month == published.month:
        back = 1
    return _month(found, month, published.year - back)


def _between(found: Expression, published: date | None) -> When | None:
    """ "Between 28 September and 13 October": the period, with the year of its end."""

    def read(half: str) -> When | None:
        return next(iter(find_times(half, 0, len(half), published)), None)

    days = period_between(found.match[0], read)
    return _when(found, *days, "period") if days is not None else None
