"""The month or year of a table's row, where a cell holds nothing else: "Jan | 12 | 30"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.laid.figure import Laid
from harmledger.claims.times.calendarwords import MONTHS, month_of
from harmledger.claims.times.when import find_times
from harmledger.records import When

__all__ = ["dated_cell"]

#: What parts the cells of a row, and what stands at the edges of one.
_CELL = re.compile(r"[^|\t;\n]+?(?=\s{2,}|\s*[|\t;\n]|\s*$)")
#: Characters of a row or head that are looked at.
_REACH = 400


@cache
def _month() -> re.Pattern[str]:
    names = "|".join([*MONTHS, *(name[:3] for name in MONTHS), "sept"])
    return re.compile(rf"(?:{names})\.?", re.IGNORECASE)


def dated_cell(reading: Reading, laid: Laid) -> When | None:
    """The month alone in a cell of the row, or the year in its first one under a word for years."""
    text = reading.text.text
    first = True
    for cell in _CELL.finditer(text, laid.line[0], min(laid.line[1], laid.line[0] + _REACH)):
        start = cell.start() + len(cell[0]) - len(cell[0].lstrip())
        word = text[start : cell.end()].rstrip()
        if not word:
            continue
        if _month().fullmatch(word):
            named = f"in {MONTHS[month_of(word) - 1].capitalize()}"
            year = reading.year_at(laid.line[0])
            named += f" {year}" if year is not None else ""
        elif first and re.fullmatch(r"(?:1[89]|20)\d\d", word) and _under_years(text, laid):
            named = f"in {word}"
        else:
            first = False
            continue
        found = find_times(named, 0, len(named), reading.published)
        return replace(found[0], surface=word, offset=start) if found else None
    return None


def _under_years(text: str, laid: Laid) -> bool:
    """Whether the first cell of the head names years."""
    line = text.rfind("\n", 0, laid.head[0]) + 1
    first = _CELL.search(text, line, line + _REACH)
    return first is not None and first[0].strip().lower() in {"year", "years", "period"}
