"""Stated times as intervals of days, and how two of them agree."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from harmledger.records import When

__all__ = ["Span", "dates_agree", "day_number", "point", "round_day", "span_of"]

_DATE = re.compile(r"(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T.*)?[~?%]?$")
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")

#: EDTF numbers seasons from 21; a season says no more here than its year.
_FIRST_SEASON = 21

#: Beyond a week a stated time no longer tells one event from another.
_FINE_DAYS = 7
_COARSE = frozenset({"month", "season", "year", "period"})

#: Days on either side of a time that is given as about one day: "three weeks ago", "ten years ago".
_ABOUT = {"week": 3, "month": 15, "year": 183}

#: A leap year, so that every month and day exists in it.
_ANY_YEAR = 2000


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days ``low`` to ``high`` (proleptic ordinals, inclusive).

    ``coarse``: longer than a week. ``yearless``: the text gives no year and ``low`` and
    ``high`` are days of a stand-in year, comparable by month and day alone.
    """

    low: int
    high: int
    coarse: bool = False
    yearless: bool = False


@lru_cache(maxsize=1 << 14)
def point(edtf: str | None) -> tuple[int, int, bool] | None:
    """First day, last day and yearless of an EDTF date; None where it cannot be read."""
    if not edtf:
        return None
    if yearless := _YEARLESS.match(edtf):
        day = _ordinal(_ANY_YEAR, int(yearless[1]), int(yearless[2]))
        return None if day is None else (day, day, True)
    found = _DATE.match(edtf)
    if found is None or not 1 <= int(found[1]) <= 9998:
        return None
    year = int(found[1])
    month = 0 if found[2] in {None, "XX"} else int(found[2])
    if month == 0 or month >= _FIRST_SEASON:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), False
    if not 1 <= month <= 12:
        return None
    if found[3] in {None, "XX"}:
        last = calendar.monthrange(year, month)[1]
        return date(year, month, 1).toordinal(), date(year, month, last).toordinal(), False
    day = _ordinal(year, month, int(found[3]))
    return None if day is None else (day, day, False)


def _ordinal(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def span_of(when: When | None) -> Span | None:
    """The interval a stated time covers; None where nothing can be read.

    An end before its start contradicts itself: the interval then runs over both and is coarse.
    """
    if when is None:
        return None
    start, end = point(when.start), point(when.end)
    if start is None or end is None:
        one = start or end
        if one is None:
            return None
        # Open at one side: it began or ended on a known day, and may have run long.
        coarse = when.precision in _COARSE or one[1] - one[0] >= _FINE_DAYS
        return Span(one[0], one[1], coarse, one[2])
    if start[2] != end[2]:
        return None
    low, high = min(start[0], end[0]), max(start[1], end[1])
    if low == high:
        # "Ten years ago" is no one day.
        slack = _ABOUT.get(when.precision or "", 0)
        low, high = max(1, low - slack), min(date.max.toordinal(), high + slack)
    coarse = when.precision in _COARSE or high - low >= _FINE_DAYS or end[1] < start[0]
    return Span(low, high, coarse, start[2])


def round_day(span: Span | None) -> int | None:
    """The day to which a time counted in whole years points: "ten years ago" today."""
    if span is None or span.high - span.low != 2 * _ABOUT["year"] or span.yearless:
        return None
    return span.low + _ABOUT["year"]


def day_number(published_at: str | None) -> int | None:
    """The ordinal of an ISO date or date-time; None where it is unknown or unreadable."""
    if not published_at:
        return None
    found = point(published_at[:10])
    return found[0] if found and found[0] == found[1] and not found[2] else None


def dates_agree(one: Span | None, two: Span | None, slack: int = 0) -> str:
    """``agree``, ``coarse`` (they overlap, but one is too long to tell), ``unknown``, ``conflict``.

    ``slack``: days by which two fine intervals may miss each other.
    """
    if one is None or two is None:
        return "unknown"
    if one.yearless != two.yearless:
        yearless, dated = (one, two) if one.yearless else (two, one)
        if dated.coarse:
            return "coarse"
        days = range(dated.low - slack, dated.high + slack + 1)
        if yearless.coarse:  # "in January"
            within = any(_within_year(day, yearless) for day in days)
            return "coarse" if within else "conflict"
        return "agree" if any(_same_day(day, yearless.low) for day in days) else "conflict"
    if one.low > two.high + slack or two.low > one.high + slack:
        return "conflict"
    return "coarse" if one.coarse or two.coarse else "agree"


def _same_day(ordinal: int, yearless: int) -> bool:
    one, two = date.fromordinal(ordinal), date.fromordinal(yearless)
    return (one.month, one.day) == (two.month, two.day)


def _within_year(ordinal: int, yearless: Span) -> bool:
    """Whether the day, moved into the stand-in year, lies in the interval."""
    day = date.fromordinal(ordinal).replace(year=_ANY_YEAR).toordinal()
    return yearless.low <= day <= yearless.high
