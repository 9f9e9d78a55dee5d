"""Periods told by their two ends: "between 3 May and 9 June 2011", "from March 2011 to June"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from harmledger.records import When

__all__ = ["closed", "period_between", "range_pattern", "runs_to", "well_written"]

#: Reads the first time that stands in a few words; None where there is none.
Reader = Callable[[str], When | None]

_OPENS = re.compile(r"(?:between|from)\s+", re.IGNORECASE)
#: Words between the two ends behind "from".
_TO_END = r"to|until|till|through|up\s+to"
_MIDDLE = re.compile(rf"\s+(?:and|{_TO_END})\s+", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
#: "The end of April" is its last day, "the start of April" its first.
_EDGE = re.compile(r"(?:the\s+)?(?P<edge>end|start|beginning)\s+of\s+", re.IGNORECASE)
#: "May 3 to 9": a day of the month told before.
_BARE_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?")
#: How a time opens to which a count runs.
_TO = re.compile(r"(?:as\s+of|by|until|till|up\s+to|through)\b", re.IGNORECASE)


def range_pattern(month: str, day: str, year: str, weekday: str) -> str:
    """The pattern of a whole period, made of those of its pieces."""
    which = rf"(?:,?\s+(?:of\s+)?(?:{year}|(?:last|this)\s+year))?"
    dates = rf"(?:{weekday},?\s+)?(?:{day}\s+(?:of\s+)?{month}|{month}\s+{day}(?!\d)){which}"
    months = rf"(?:(?:early|late|mid)[\s-]+)?{month}{which}"
    edge = r"(?:(?:the\s+)?(?:end|start|beginning)\s+of\s+)?"
    end = rf"{edge}(?:{dates}|{months}|{weekday})"
    to = rf"\s+(?:{_TO_END})\s+"
    bare = rf"{day}(?!\d|\s*[ap]\.?m)(?:,?\s+{year})?(?!\s+[a-z])"
    # Two bare years may be a number of people: "from 1900 to 2000 fled".
    alone = r"(?=\s*(?:[,.;:)]|$)|\s+(?:in|across)\b)"
    return (
        rf"(?:between\s+{end}\s+and\s+{end}|from\s+{end}{to}{end}"
        rf"|between\s+{month}\s+{day}\s+and\s+{bare}|from\s+{month}\s+{day}{to}{bare}"
        rf"|between\s+{year}\s+and\s+{year}{alone}|from\s+{year}{to}{year}{alone})(?!\w)"
    )


def well_written(surface: str, names: frozenset[str]) -> bool:
    """Whether months and days are written large: "may" and "march" are also verbs."""
    return all(
        word[0].isupper() for word in re.findall(r"[^\W\d]+", surface) if word.lower() in names
    )


def period_between(surface: str, read: Reader) -> tuple[str | None, str | None] | None:
    """First and last day of a period; None where one of its ends is no day of the calendar.

    A year that only the end tells is that of both, or the beginning's is the one before.
    """
    halves = _MIDDLE.split(_OPENS.sub("", surface, count=1), maxsplit=1)
    if len(halves) < 2:
        return None
    front, back = halves
    if _BARE_DAY.fullmatch(back):  # "May 3 to 9"
        back = f"{front.split()[0]} {back}"
    last = _edge(back, read)
    if last is None:
        return None
    told = _YEAR.search(last.end or "")
    first = _edge(f"{front} {told[0]}" if told and _dated(front) else front, read)
    if first is None:
        return None
    start, end = first.start, last.end
    if start and end and start > end:
        start = _before(start, first, named=_dated(front))
    return start, end


def _dated(half: str) -> bool:
    """Whether a day or month stands there without its year."""
    named = not _YEAR.search(half) and not re.search(r"\byear$", half, re.IGNORECASE)
    return named and re.search(r"day$", half, re.IGNORECASE) is None


def _edge(half: str, read: Reader) -> When | None:
    edge = _EDGE.match(half)
    when = read(f"in {half[edge.end() :] if edge else half}")
    if when is None or edge is None:
        return when
    day = when.end if edge["edge"].lower() == "end" else when.start
    return replace(when, start=day, end=day)


def _before(start: str, first: When, *, named: bool) -> str | None:
    """The beginning that comes before the end: a year earlier; of a weekday, a week."""
    if named and start[:4].isdigit():
        return f"{int(start[:4]) - 1:04}{start[4:]}"
    if first.precision == "day" and start[:4].isdigit():
        return (date.fromisoformat(start) - timedelta(days=7)).isoformat()
    return start


def runs_to(when: When) -> bool:
    """Whether the time says to which day something was so: "as of 30 June", "by 31 May"."""
    return when.precision == "day" and _TO.match(when.surface) is not None


def closed(chosen: When, others: list[When]) -> When:
    """A count's time with both ends, where the sentence tells each: "since May, as of 30 June".

    ``chosen`` is the one that the harm takes of ``others``.
    """
    if chosen.precision == "period" and chosen.start and chosen.end is None:
        since, to = chosen, next((o for o in others if _runs_to(o, chosen)), None)
    elif _TO.match(chosen.surface) and chosen.end:
        to = chosen
        since = next(
            (o for o in others if o.surface.lower().startswith("since") and _runs_to(chosen, o)),
            chosen,
        )
    else:
        return chosen
    return replace(since, end=to.end) if to is not None and since is not to else chosen


def _runs_to(end: When, since: When) -> bool:
    """Whether ``end`` says to which day a count runs that began at ``since``."""
    if since.start is None or since.end is not None or end.end is None:
        return False
    return _TO.match(end.surface) is not None and end.end >= since.start
