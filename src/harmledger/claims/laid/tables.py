"""Tables in plain text: columns under heads that say what is counted.

Columns are parted by a bar, a tab, two blanks and more, or semicolons without blanks. A table
begins with a line of heads of which at least one names a measure, and ends where no line of cells
follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harmledger.claims.laid.figure import Laid, Line, value_at
from harmledger.claims.laid.heads import Head, head_of, unit_of
from harmledger.claims.words.lexicon import words

__all__ = ["Region", "table_figures"]

_BLANKS = re.compile(r"(?:\t|[ \u00a0]{2,})\s*")
#: What parts cells: without it there are none; and the forms of it, found sooner.
_PARTINGS = (";", "|", "\t", "  ", " \u00a0", "\u00a0 ", "\u00a0\u00a0")
_PARTED = re.compile(r"[|\t]|[ \u00a0]{2}|;\S[^;]*;\S")
#: "Gao;12;30": three cells and more, and no blank behind a semicolon.
_SEMI = re.compile(r"(?:[^;\s][^;\n]*)?(?:;(?:[^;\s][^;\n]*)?){2,}\Z")
_RULE = re.compile(r"[\s|+:=*_.–—-]*\Z")
#: Characters of a line of heads: a longer line is running text.
_WIDE = 400
#: Lines between the heads and the first row: a rule, units.
_BETWEEN = 3
#: Characters of a line of one cell inside a table; words of a head for places or days.
_SHORT, _FEW = 60, 3
#: How far beside its head a cell may stand.
_BESIDE = 8
#: Words of a cell that heads a column, at most.
_HEAD_WORDS = 6
_DIGIT = re.compile(r"\d")
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Region:
    """Where a table stands: nothing in it is a sentence."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    left: int  # in its line


def table_figures(text: str, lines: Sequence[Line]) -> Iterator[tuple[Region, list[Laid]]]:
    """The tables of a block with their figures, in order."""
    if not lines:
        return
    first, last = lines[0].start, lines[-1].end
    if all(text.find(parting, first, last) < 0 for parting in _PARTINGS):
        return
    at = 0
    while at < len(lines):
        heads = _heads(text, lines[at])
        if heads is None:
            at += 1
            continue
        cells, named = heads
        rows = list(_rows(text, lines, at, len(cells)))
        if not rows:
            at += 1
            continue
        figures: list[Laid] = []
        for line, row, _ in rows:
            figures.extend(_of_row(text, line, row, cells, named))
        if figures:
            yield Region(lines[at].start, rows[-1][0].end), figures
        at = rows[-1][2] + 1


def _cells(text: str, line: Line) -> list[_Cell]:
    """The cells of a line, empty ones between bars among them."""
    start, end = line.start, line.end
    found: list[_Cell] = []
    mark = "|" if "|" in text[start:end] else ";" if _SEMI.match(text, start, end) else ""
    if mark:
        at = start
        for piece in text[start:end].split(mark):
            told = piece.strip()
            left = at + len(piece) - len(piece.lstrip()) if told else at
            found.append(_Cell(left, left + len(told), left - start))
            at += len(piece) + 1
        if found and found[0].start == found[0].end:
            found = found[1:]  # the bar at the edge
        if found and found[-1].start == found[-1].end:
            found = found[:-1]
        return found
    at = start
    while at < end and text[at].isspace():
        at += 1
    for gap in _BLANKS.finditer(text, at, end):
        if gap.start() > at:
            found.append(_Cell(at, gap.start(), at - start))
        at = gap.end()
    if at < end:
        found.append(_Cell(at, end, at - start))
    return found


def _heads(text: str, line: Line) -> tuple[list[_Cell], dict[int, Head]] | None:
    """The cells of a line of heads, and which of them name a measure."""
    if not 0 < line.end - line.start <= _WIDE or not _PARTED.search(text, line.start, line.end):
        return None
    cells = _cells(text, line)
    if len(cells) < 2:
        return None
    named: dict[int, Head] = {}
    for number, cell in enumerate(cells):
        told = _BRACKETS.sub("", text[cell.start : cell.end])
        if len(told.split()) > _HEAD_WORDS or told.endswith((".", "?", "!")):
            return None
        head = None if _DIGIT.search(told) else head_of(told)
        if head is not None:
            named[number] = head
    return (cells, named) if named else None


def _rows(
    text: str, lines: Sequence[Line], heads: int, columns: int
) -> Iterator[tuple[Line, list[_Cell], int]]:
    """The lines of cells below the heads, each with its number.

    Blank lines may part them, and lines of one cell: a heading of rows, or a cell that goes on.
    """
    between = 0
    for number in range(heads + 1, len(lines)):
        line = lines[number]
        between += 1
        if between > _BETWEEN:
            return
        if _RULE.match(text, line.start, line.end):
            continue
        cells = _cells(text, line)
        if len(cells) == 1 and line.end - line.start <= _SHORT:
            continue
        if not 2 <= len(cells) <= columns + 1 or _heads(text, line) is not None:
            return
        between = 0
        yield line, cells, number


def _of_row(
    text: str, line: Line, row: list[_Cell], heads: list[_Cell], named: dict[int, Head]
) -> Iterator[Laid]:
    """The quantities of a row under the heads that name a measure."""
    under = _columns(text, line, row, heads)
    where = next((c for c, n in under.items() if _is(text, heads[n], "place_heads")), None)
    for cell, column in under.items():
        head = named.get(column)
        told = value_at(text, cell.start, cell.end) if head else None
        if head is None or told is None:
            continue
        quantity, noun = told
        title = text[heads[column].start : heads[column].end]
        yield Laid(
            quantity,
            head.measure,
            "table",
            head=(heads[column].start + head.word[0], heads[column].start + head.word[1]),
            line=(line.start, line.end),
            where=(where.start, where.end) if where else None,
            noun=f"{noun} {_whose(text, under, cell)} {title}".strip(),
            unit=unit_of(noun) or head.unit,
            phase=head.phase,
        )


def _whose(text: str, under: dict[_Cell, int], cell: _Cell) -> str:
    """The first cell of the row, where it may say whom the row counts: "Children | 116"."""
    first = next((c for c, n in under.items() if n == 0), cell)
    told = text[first.start : first.end]
    return told if first is not cell and len(told.split()) <= _FEW else ""


def _is(text: str, head: _Cell, term: str) -> bool:
    told = text[head.start : head.end].lower().split()
    return len(told) <= _FEW and not words("laid_out", term).isdisjoint(told)


def _columns(text: str, line: Line, row: list[_Cell], heads: list[_Cell]) -> dict[_Cell, int]:
    """Under which head each cell stands: by its number, or by its place where one is left out."""
    if len(row) == len(heads) or "|" in text[line.start : line.end]:
        return {cell: n for n, cell in enumerate(row) if n < len(heads)}
    found: dict[_Cell, int] = {}
    for cell in row:
        first, last = cell.left, cell.left + cell.end - cell.start
        reach = [
            min(last, head.left + head.end - head.start) - max(first, head.left) for head in heads
        ]
        best = max(range(len(heads)), key=lambda n: reach[n])
        if reach[best] > -_BESIDE and best not in found.values():
            found[cell] = best
    return found
