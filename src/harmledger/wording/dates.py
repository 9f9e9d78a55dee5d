"""Stated times in plain words, for titles, definitions and statements."""

from __future__ import annotations

import calendar
from datetime import date

from harmledger.dates import Span, span_of
from harmledger.records import When

__all__ = ["day_in_words", "when_in_words"]


def day_in_words(ordinal: int, *, yearless: bool = False) -> str:
    """3 October 2015; 3 October (year not stated)."""
    day = date.fromordinal(ordinal)
    name = f"{day.day} {calendar.month_name[day.month]}"
    return f"{name} (year not stated)" if yearless else f"{name} {day.year}"


def when_in_words(when: When | None) -> str | None:
    """A day, a span of days, a month, a year, "since" a day; None where nothing can be read."""
    span = span_of(when)
    if span is None or when is None:
        return None
    if when.precision == "period" and (when.start is None or when.end is None):
        open_at = "until" if when.start is None else "since"
        return f"{open_at} {_span_in_words(span)}"
    return _span_in_words(span)


def _span_in_words(span: Span) -> str:
    if span.low == span.high:
        return day_in_words(span.low, yearless=span.yearless)
    first, last = date.fromordinal(span.low), date.fromordinal(span.high)
    if span.yearless:
        begin = f"{first.day} {calendar.month_name[first.month]}"
        return f"{begin} to {day_in_words(span.high, yearless=True)}"
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        end = f"{calendar.month_name[last.month]} {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return end
        return f"{calendar.month_name[first.month]} {first.year} to {end}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_in_words(span.high)}"
    return f"{day_in_words(span.low)} to {day_in_words(span.high)}"
