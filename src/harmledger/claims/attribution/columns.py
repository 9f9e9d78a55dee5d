"""Sources in a column of their own: a table with a head "Source" or "According to"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from harmledger.claims.attribution.speakers import speaker_at
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

__all__ = ["in_column"]

#: What parts cells of a line.
_PARTING = re.compile(r"[|\t]")
#: Characters of a line, and lines of a table above the one of a figure, that are looked at.
_WIDE, _ROWS = 400, 60
_NAMED = re.compile(r"[^\W\d_]{2}")


@cache
def _head() -> re.Pattern[str]:
    heads = alternatives(words("reporting", "source_heads"))
    return re.compile(rf"[\s*]*(?:{heads})[\s*:]*", re.IGNORECASE)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the cells of a line, without the blanks around; a bar at its end has none."""
    edges = [start, *(m.end() for m in _PARTING.finditer(text, start, end)), end + 1]
    found = []
    for left, right in pairwise(edges):
        told = text[left : right - 1]
        at = left + len(told) - len(told.lstrip())
        found.append((at, max(at, left + len(told.rstrip()))))
    return found


def _line(text: str, at: int) -> tuple[int, int]:
    least, most = max(0, at - _WIDE - 1), min(len(text), at + _WIDE + 1)
    start = text.rfind("\n", least, at) + 1 or least
    end = text.find("\n", at, most)
    return start, end if end >= 0 else most


def in_column(text: str, start: int) -> Speaker | None:
    """The source that the row of a table names for a figure at ``start``, under a head for it."""
    row = _line(text, start)
    if row[1] - row[0] > _WIDE or not _PARTING.search(text, *row):
        return None
    cells = _cells(text, *row)
    above = row
    for _ in range(_ROWS):
        if not above[0]:
            return None
        above = _line(text, above[0] - 1)
        if above[1] - above[0] > _WIDE or not _PARTING.search(text, *above):
            return None
        heads = _cells(text, *above)
        column = next((n for n, c in enumerate(heads) if _head().fullmatch(text[slice(*c)])), None)
        if column is not None:
            cell = cells[column] if column < len(cells) == len(heads) else (0, 0)
            named = _NAMED.search(text[slice(*cell)]) and not _head().fullmatch(text[slice(*cell)])
            # "Local historians, 2008"
            name = re.split(r"\s*[,;(]", text[slice(*cell)], maxsplit=1)[0]
            return speaker_at(text, cell[0], cell[0] + len(name)) if named and name else None
    return None
