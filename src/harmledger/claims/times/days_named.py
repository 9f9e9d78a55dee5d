"""The calendar days that a text names with their month, whatever it says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from harmledger.claims.times.calendarwords import DAY_ORDINALS, MONTHS
from harmledger.claims.times.when import find_times

__all__ = ["days_named"]

#: Characters before and behind a month within which its day and year stand.
_AHEAD, _BEHIND = 40, 16


@cache
def _dated() -> re.Pattern[str]:
    """A month beside the number of a day: a quick look, so that little text is read."""
    month = "|".join(f"{name[:3]}[a-z]*" for name in MONTHS)
    day = rf"\d{{1,2}}(?:st|nd|rd|th)?|(?:{'|'.join(DAY_ORDINALS)})\s+of"
    return re.compile(
        rf"\b(?:(?:{day})\s+(?:{month})|(?:{month})\.?\s+\d{{1,2}})\b|\b\d{{4}}-\d\d-\d\d\b",
        re.IGNORECASE,
    )


def days_named(text: str, start: int, end: int, published: date | None) -> Iterator[date]:
    """The days in ``text[start:end]`` in order; of two days ("21 to 22 August") both.

    A day without its year is the last such before ``published``, and none where that is unknown.
    """
    for found in _dated().finditer(text, start, end):
        first, last = max(start, found.start() - _AHEAD), min(end, found.end() + _BEHIND)
        for when in find_times(text, first, last, published):
            covers = when.offset < found.end() and found.start() < when.offset + len(when.surface)
            if covers and when.precision in {"day", "period"}:
                yield from _days(when.start, when.end)


def _days(first: str | None, last: str | None) -> Iterator[date]:
    for edtf in dict.fromkeys((first, last)):
        if edtf and "X" not in edtf:
            yield date.fromisoformat(edtf[:10])
