"""What speaks for and against two events being one by their times and those of their reports."""

from __future__ import annotations

import math
from datetime import date

from harmledger.dates import Span, dates_agree, round_day
from harmledger.incidents.beside import day_in
from harmledger.incidents.captivity import one_captivity
from harmledger.incidents.node import Node

__all__ = [
    "LONG_DAYS",
    "SOON_DAYS",
    "comes_round",
    "date_values",
    "day_told",
    "days_apart",
    "first_report_after",
    "window",
]

#: A report that does not date an event is taken to have been written at most so many days after
#: the first ones.
SOON_DAYS = 3

#: From here on the days between two publications count once more.
LONG_DAYS = 10

#: From so many days after it on, a report recalls an event.
OLD_DAYS = 60

#: A report of the day on which an event comes round is written at most so many days off it.
_ROUND_SLACK = 1

_YEAR = 365.2425
#: Years that come round for a report that does not say that it looks back.
_ROUND_YEARS = 5
_LEAP_MONTH, _LAST = 2, 28

#: Times no longer than these tell one event from another, roughly.
MONTH_DAYS, YEAR_DAYS = 31, 366


def window(node: Node) -> tuple[float, float]:
    """Days in which the event may lie: a day about the stated date, or before the report."""
    if node.outline is not None:
        return node.outline.low, node.outline.high
    span, published = node.span, node.published
    if span is not None and not span.yearless:
        if span.coarse and published is not None and span.low <= published <= span.high:
            return span.low - 0.5, published + 0.5
        return span.low - 0.5, span.high + 0.5
    return float("-inf"), float("inf") if published is None else published + 0.5


def date_values(one: Node, two: Node) -> dict[str, float]:
    """What the times of two events and the days of their reports say, by name."""
    values: dict[str, float] = {}
    _dates(one, two, values)
    return values


def _dates(one: Node, two: Node, values: dict[str, float]) -> None:
    early, late = window(one), window(two)
    apart_in_time = early[0] > late[1] or late[0] > early[1]
    dates = "conflict" if apart_in_time else dates_agree(one.span, two.span, slack=1)
    if dates == "conflict" and one_captivity(one, two):
        values["date_near"] = 1.0
        return
    if dates == "conflict":
        values["dates_differ"] = 1.0
    elif dates == "agree":
        exact = dates_agree(one.span, two.span) == "agree"
        values["date_same" if exact else "date_near"] = 1.0
        if exact and (_recalls(one) or _recalls(two)):
            values["date_recalled"] = 1.0
        return
    if day_told(one, two) is not None:
        values["date_told"] = 1.0
        values.pop("dates_differ", None)
        return
    if comes_round(one, two) or comes_round(two, one):
        values["date_round"] = 1.0
        values.pop("dates_differ", None)
        return
    if dates == "coarse" and _roughly(one.span, two.span, values):
        return
    days = days_apart(one, two)
    if days is None:
        return
    if dates != "conflict" and days <= SOON_DAYS:
        values["date_soon"] = 1.0
    long = days > LONG_DAYS
    if long and dates != "conflict" and (one.back or two.back):
        # Whenever a report that looks back was written, it may be of that event.
        values["days_back"] = 1.0
        return
    values["days_between"] = min(1.0, math.log1p(days) / 6)
    if long:
        values["days_many"] = 1.0


def days_apart(one: Node, two: Node) -> int | None:
    """Days between two publications; None where one is not known.

    Of a report that gives no day, and was written at most three days after the one by which the
    other dates its event, those between that day and its publication: later reports of an event
    are no further from the first ones.
    """
    known = first_report_after(one, two)
    if known is not None:
        return known
    if one.published is None or two.published is None:
        return None
    return abs(one.published - two.published)


def first_report_after(one: Node, two: Node) -> int | None:
    """Days from the day that one gives for its event to the publication of the other, which gives
    none, where that followed at most three days later; None else."""
    for dated, other in ((one, two), (two, one)):
        span, day = dated.span, other.published
        if other.span is None and day is not None and span is not None:
            days = day - span.high
            if not (span.coarse or span.yearless) and 0 <= days <= SOON_DAYS:
                return days
    return None


def day_told(one: Node, two: Node) -> int | None:
    """The day that dates the event of one and that the report of the other names beside its claims;
    None where there is none.

    A report that dates its own event by an old day may tell of another one of the day it names.
    """
    for own, report in ((one, two), (two, one)):
        if not _dated_before(report, OLD_DAYS):
            day = day_in(own.span, report.days)
            if day is not None:
                return day
    return None


def comes_round(one: Node, two: Node) -> bool:
    """Whether ``two`` was written on the day, years later, that dates the event of ``one``, and
    gives none itself but that of its own writing."""
    span, day = one.span, two.published
    if span is None or day is None or span.coarse or span.yearless or _dated_before(two, SOON_DAYS):
        return False
    years = round((day - span.low) / _YEAR)
    # News of any day is written a year after some other event's.
    if years < 1 or not (two.back or years % _ROUND_YEARS == 0):
        return False
    first = date.fromordinal(span.low)
    # A leap day comes round on the day before or behind.
    again = first.replace(year=first.year + years, day=_day_in_any_year(first))
    return abs(day - again.toordinal()) <= _ROUND_SLACK


def _day_in_any_year(day: date) -> int:
    return min(day.day, _LAST) if day.month == _LEAP_MONTH else day.day


def _dated_before(node: Node, days: int) -> bool:
    """Whether it dates its event more than so many days before its publication."""
    span, day = node.span, node.published
    return span is not None and day is not None and not span.coarse and span.high < day - days


def _recalls(node: Node) -> bool:
    """Whether it was written long after the day that it gives."""
    span, day = node.span, node.published
    return span is not None and day is not None and not span.yearless and day - span.high > OLD_DAYS


def _roughly(one: Span | None, two: Span | None, values: dict[str, float]) -> bool:
    """Both date the event, one of them roughly; False where that says too little."""
    if one is None or two is None:
        return False
    for first, second in ((one, two), (two, one)):
        day = round_day(first)
        if day is not None and not second.coarse and second.low - 1 <= day <= second.high + 1:
            values["date_round"] = 1.0
            return True
    wide = max(one.high - one.low, two.high - two.low)
    if wide > 2 * YEAR_DAYS:
        return False
    values["date_rough"] = 1.0 if wide <= MONTH_DAYS else 0.5
    return True
