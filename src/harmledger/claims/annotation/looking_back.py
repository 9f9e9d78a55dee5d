"""Reports that look back on an event: of a court, an inquiry, an anniversary."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import When

__all__ = ["long_after", "looks_back", "recent"]

#: From so many days before publication on, a time in a report that looks back is not the report's.
_BACK = timedelta(days=60)
_MONTHS = 12


@cache
def _back() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('time', 'looking_back'))})\b", re.IGNORECASE)


def looks_back(reading: Reading) -> bool:
    """Whether headline or lede say that the report is of a court, an inquiry, an anniversary."""
    text = reading.text.text
    title = reading.text.title or ""
    told = (reading.sentences[i] for i in reading.lede())
    return bool(_back().search(title)) or any(_back().search(text, s.start, s.end) for s in told)


@cache
def _verdicts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('time', 'verdicts'))})\b", re.IGNORECASE)


def long_after(reading: Reading) -> bool:
    """Whether headline or lede are of a verdict or an anniversary, so long after the deed."""
    text = reading.text.text
    told = (reading.sentences[i] for i in reading.lede())
    return bool(_verdicts().search(reading.text.title or "")) or any(
        _verdicts().search(text, s.start, s.end) for s in told
    )


def recent(reading: Reading, when: When) -> bool:
    """Whether the time is one of the weeks before publication, or a month or year with those."""
    if reading.published is None or when.start is None or "X" in when.start:
        return False
    return _last_day(when.start) > reading.published - _BACK


def _last_day(edtf: str) -> date:
    """Of a day, a month or a year; a season is as long as its year."""
    year, month, day = [*map(int, edtf[:10].split("-")), 0, 0][:3]
    if day:
        return date(year, month, day)
    month = month if 1 <= month < _MONTHS else _MONTHS
    return date(year, month, monthrange(year, month)[1])
