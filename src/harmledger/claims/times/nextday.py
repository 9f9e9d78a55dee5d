"""Days told by the one before them: "on 13 May ... on the following day"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import parse_number
from harmledger.records import When

__all__ = ["is_next_day", "next_days"]

#: Reads the times of a stretch of the text.
Reader = Callable[[int, int], Sequence[When]]

#: Characters before "the next day" in which the day stands that it follows.
_BACK = 300
#: No day is told by one that lies farther off.
_FARTHEST = 30


@cache
def _pattern() -> re.Pattern[str]:
    after = alternatives(words("time", "day_after"))
    before = alternatives(words("time", "day_before"))
    ends = r"(?=\s*(?:[,.;:)]|$)|\s+(?:in|at|near|and)\b)"
    return re.compile(
        rf"\b(?:(?:on\s+)?(?:(?P<after>{after}|the\s+day\s+after(?=\s*[,.;]))|(?P<before>{before}){ends})"
        r"|(?P<count>an?|\w+)\s+days\s+(?:later|afterwards|after(?=\s*[,.;])))\b",
        re.IGNORECASE,
    )


def is_next_day(surface: str) -> bool:
    """Whether the words of a time tell it by the day before."""
    return _pattern().fullmatch(surface) is not None


def next_days(text: str, start: int, end: int, times: Sequence[When], read: Reader) -> list[When]:
    """The days in ``text[start:end]`` that are told by another.

    That is the last day before them of ``times``, else of what ``read`` finds before ``start`` in
    the paragraph. One without such a day is left out.
    """
    found: list[When] = []
    for match in _pattern().finditer(text, start, end):
        count = 1 if match["count"] is None else parse_number(match["count"].lower())
        if count is None or not 0 < count <= _FARTHEST:
            continue
        known = [when for when in (*times, *found) if when.offset < match.start()]
        if not known:
            opens = max(text.rfind("\n\n", 0, start) + 1, start - _BACK, 0)
            known = list(read(opens, start))
        base = known[-1] if known else None
        if base is None or base.precision != "day" or not base.start or base.start != base.end:
            continue
        day = _moved(base.start, -count if match["before"] else count)
        if day is not None:
            surface, offset = match[0], match.start()
            found.append(When(start=day, end=day, precision="day", surface=surface, offset=offset))
    return found


def _moved(day: str, days: int) -> str | None:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None  # "XXXX-05-13": the year is not known
