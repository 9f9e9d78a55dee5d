"""Dates: stated times as intervals of days, and how two of them agree."""

from __future__ import annotations

from harmledger.dates.spans import Span, dates_agree, day_number, point, round_day, span_of

__all__ = ["Span", "dates_agree", "day_number", "point", "round_day", "span_of"]
