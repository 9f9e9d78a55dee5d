"""Times relative to the day of publication: Saturday, last night, two weeks ago, this month."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from harmledger.claims.times.calendarwords import DAYS
from harmledger.claims.times.timewords import Expression
from harmledger.claims.words.numbers import parse_number

__all__ = ["Days", "days_of", "fineness", "years_before"]

#: First and last day in ISO form, None where unknown, and the precision.
Days = tuple[str | None, str | None, str]

_DAYS_IN = {"minute": 0, "hour": 0, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}
_FINENESS = {"minute": "day", "hour": "day", "decade": "year", "century": "year"}
#: Years in the units that are counted in years.
_YEARS_IN = {"year": 1, "decade": 10}
#: No count of days reaches farther back than this.
_FARTHEST = 365 * 200


def fineness(match: re.Match[str]) -> str:
    """How fine a time is that is relative to a day unknown: of publication, of another event."""
    if match["ago"]:
        unit = match["ago"].lower().split()[-2].rstrip("s")
        return _FINENESS.get(unit, unit)
    if match["prior"]:
        return (match["pu"] or "period").lower().replace("weekend", "week").replace("night", "day")
    if match["weekend"]:
        return "week"
    if match["period"]:
        return match["period"].lower().split()[1]
    return "day" if match["weekday"] or match["day"] else "period"


def days_of(found: Expression, published: date) -> Days | None:
    """The days that a relative time names, seen from ``published``; None where it names none."""
    match = found.match
    if match["weekday"]:
        return _weekday(found, match["weekday"], published)
    if match["day"]:
        name = " ".join(match["day"].lower().split())
        back = 1 if name.startswith(("yesterday", "last")) else 0
        day = published - timedelta(days=2 if name.startswith("the day") else back)
        first = day - timedelta(days=1) if name == "overnight" else day
        return first.isoformat(), day.isoformat(), "day"
    if match["weekend"]:
        # On a Saturday or Sunday "the weekend" is the one that has begun.
        begun = published.weekday() > 4 and not found.opens("last")
        return _period("this" if begun else "last", "weekend", published)
    if match["period"]:
        which, unit = match["period"].lower().split()
        return _period(which, unit, published)
    if match["ago"]:
        return _ago(match, published)
    if match["past"]:
        return _past(match["past"].lower().split(), published)
    unit = match["so"].lower().split()[-1]
    monday = published - timedelta(days=published.weekday())
    starts = {"year": published.replace(month=1, day=1), "month": published.replace(day=1)}
    return starts.get(unit, monday).isoformat(), published.isoformat(), "period"


def _weekday(found: Expression, name: str, published: date) -> Days | None:
    if found.opens("next"):
        return None
    back = (published.weekday() - DAYS.index(name.lower())) % 7
    if found.opens("last") and back == 0:
        back = 7
    day = (published - timedelta(days=back)).isoformat()
    return day, day, "day"


def _ago(match: re.Match[str], published: date) -> Days:
    """ "Two weeks ago", "half a century ago"; "several weeks ago" names no day."""
    said = match["ago"].lower().split()
    single = len(said) == 3 and said[0].startswith("a")
    count = 1 if single else parse_number(said[0])
    unit = said[-2].rstrip("s")
    if unit == "century":
        count, unit = (50 if said[0] == "half" else 25), "year"
    if count is None:
        return None, None, fineness(match)
    years = count * _YEARS_IN.get(unit, 0)
    if years and published.year - years >= 1:
        day = years_before(published, years).isoformat()
        return day, day, "year"
    days = count * _DAYS_IN[unit]
    day = (published - timedelta(days=min(days, _FARTHEST))).isoformat()
    return day, day, fineness(match)


def years_before(day: date, years: int) -> date:
    """The same day of the month in an earlier year."""
    last = monthrange(day.year - years, day.month)[1]
    return day.replace(year=day.year - years, day=min(day.day, last))


def _past(said: list[str], published: date) -> Days:
    """ "The last 24 hours", "the past few weeks"."""
    count = (parse_number(said[0]) or 1) if len(said) > 1 else 1
    unit = said[-1].rstrip("s")
    days = -(-count // 24) if unit == "hour" else count * _DAYS_IN[unit]
    first = published - timedelta(days=min(days, _FARTHEST))
    return first.isoformat(), published.isoformat(), "period"


def _period(which: str, unit: str, published: date) -> Days:
    """ "Last week", "this month", "over the weekend": past is the same as last."""
    back = which != "this"
    if unit == "year":
        year = published.year - (1 if back else 0)
        return f"{year}-01-01", f"{year}-12-31", "year"
    if unit == "month":
        last = published.replace(day=1) - timedelta(days=1) if back else published
        end = last.replace(day=monthrange(last.year, last.month)[1])
        return last.replace(day=1).isoformat(), end.isoformat(), "month"
    monday = published - timedelta(days=published.weekday() + (7 if back else 0))
    first = monday + timedelta(days=5) if unit == "weekend" else monday
    return first.isoformat(), (monday + timedelta(days=6)).isoformat(), "week"
