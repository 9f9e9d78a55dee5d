"""Whether two stated times can be of one event."""

from __future__ import annotations

import re
from datetime import date, timedelta

from harmledger.records import When

__all__ = ["days_apart"]

#: An evening's harm is told of with the next day's date.
_SLACK = timedelta(days=1)
#: The same for a time that is given as about one day: "three weeks ago", "ten years ago".
_ABOUT = {"week": 3, "month": 15, "year": 183}
#: A leap year, for days whose year is not told.
_ANY_YEAR = "2000"


def days_apart(one: When, two: When) -> bool:
    """Whether the two times are of different days, with one day of slack.

    A time of the clock is of any day. A time that no date can be given for ("today", of a report
    without one) is apart from another day unless they share a word.
    """
    if "hour" in {one.precision, two.precision} and None in {one.start, two.start}:
        return False
    # A day without its year is compared within any one year.
    year = _ANY_YEAR if "X" in {(one.start or "")[:1], (two.start or "")[:1]} else None
    first, second = _days(one, year), _days(two, year)
    if first is not None and second is not None:
        (_, end), (begin, _) = sorted((first, second))
        return begin - end > _SLACK + _about(one) + _about(two)
    if one.precision != "day" or two.precision != "day":
        return False
    return _words(one).isdisjoint(_words(two))


def _about(when: When) -> timedelta:
    """By how much a time misses its day that is given as about one day: "ten years ago"."""
    one_day = when.start is not None and when.start == when.end and len(when.start) > 4
    return timedelta(days=_ABOUT.get(when.precision or "", 0) if one_day else 0)


def _words(when: When) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", when.surface.lower()))


def _days(when: When, year: str | None) -> tuple[date, date] | None:
    """First and last day; None where one is not known. ``year`` replaces the one told."""
    if when.start is None or when.end is None:
        return None
    first, last = ((year or point[:4]) + point[4:] for point in (when.start, when.end))
    try:
        return date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
