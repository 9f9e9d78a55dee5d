"""Tables whose columns one blank parts, as a PDF gives them: "Group Killed Injured", "Men 17 4".

A head line ends in two words or more that each name a measure; each row below it ends in as many
values. The same with a line for each cell: "Group", "Killed", "Injured", "Men", "17", "4".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from harmledger.claims.laid.figure import Laid, Line, value_at
from harmledger.claims.laid.heads import MEASURES, Head, head_of
from harmledger.claims.laid.tables import Region
from harmledger.claims.words.lexicon import words

__all__ = ["spaced_figures"]

_WORD = re.compile(r"\S+")
#: Characters of a line, and words of what stands before the values.
_WIDE, _LABEL = 80, 5
_NAME = re.compile(r"[A-Za-z][\w'’.,()/&-]*\Z")
_VALUE = re.compile(r"(?:[<>~≥≤]=?)?\d[\d,]*[*+†]?\Z|[–—-]\Z|nil\Z|none\Z", re.IGNORECASE)
_HEADS = 2
#: Empty lines between two rows, at most.
_GAP = 2


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word of a line, or a whole line: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Table:
    """The heads of the values, what stands before them, and the number of the line behind."""

    named: list[tuple[_Piece, Head]]
    first: _Piece | None
    at: int


def spaced_figures(text: str, lines: Sequence[Line]) -> Iterator[tuple[Region, list[Laid]]]:
    """The tables of a block with their figures, in order."""
    at = 0
    while at < len(lines):
        table = _heads(text, lines[at], at) or _stacked(text, lines, at)
        if table is None:
            at += 1
            continue
        stacked = table.at > at + 1
        figures: list[Laid] = []
        last, number = lines[table.at - 1], table.at
        while (row := _row(text, lines, number, len(table.named), stacked=stacked)) is not None:
            label, values, number = row
            figures.extend(_of_row(text, label, values, table))
            last = lines[number - 1]
        if figures:
            yield Region(lines[at].start, last.end), figures
        at = max(number, at + 1)


def _words(text: str, line: Line) -> list[_Piece]:
    if not 0 < line.end - line.start <= _WIDE:
        return []
    return [_Piece(m.start(), m.end()) for m in _WORD.finditer(text, line.start, line.end)]


def _measure(text: str, piece: _Piece) -> tuple[_Piece, Head] | None:
    told = text[piece.start : piece.end]
    head = head_of(told) if told.lower() in _named() else None
    return (piece, head) if head is not None else None


@cache
def _named() -> frozenset[str]:
    return frozenset().union(*(words("laid_out", measure) for measure in MEASURES))


def _heads(text: str, line: Line, at: int) -> _Table | None:
    """ "Group Killed Injured": one to three words that name no measure, then measures only."""
    pieces = _words(text, line)
    named: list[tuple[_Piece, Head]] = []
    while pieces and (head := _measure(text, pieces[-1])) is not None:
        named.insert(0, head)
        pieces.pop()
    plain = all(_NAME.match(text[p.start : p.end]) for p in pieces) and len(pieces) <= _HEADS
    if len(named) < _HEADS or not plain or any(_measure(text, p) for p in pieces):
        return None
    first = _Piece(pieces[0].start, pieces[-1].end) if pieces else None
    return _Table(named, first, at + 1)


def _stacked(text: str, lines: Sequence[Line], at: int) -> _Table | None:
    """A line of one or two words, and below it two lines or more that each name a measure."""
    pieces = _words(text, lines[at])
    if not 0 < len(pieces) <= _HEADS or any(_measure(text, p) for p in pieces):
        return None
    named: list[tuple[_Piece, Head]] = []
    number = at + 1
    for number in range(at + 1, len(lines)):
        own = _words(text, lines[number])
        head = _measure(text, own[0]) if len(own) == 1 else None
        if head is None:
            break
        named.append(head)
    else:
        return None
    first = _Piece(pieces[0].start, pieces[-1].end)
    return _Table(named, first, number) if len(named) >= _HEADS else None


def _row(
    text: str, lines: Sequence[Line], at: int, columns: int, *, stacked: bool
) -> tuple[_Piece, list[_Piece], int] | None:
    """The label and the values of the row at line ``at``, and the number of the line behind it."""
    gap = 0
    while not stacked and at < len(lines) and lines[at].start == lines[at].end and gap < _GAP:
        at, gap = at + 1, gap + 1
    if at >= len(lines):
        return None
    pieces = _words(text, lines[at])
    behind = at + 1
    if stacked:
        more = [_words(text, line) for line in lines[at + 1 : at + 1 + columns]]
        if len(more) < columns or any(len(own) != 1 for own in more):
            return None
        pieces, behind = [*pieces, *(own[0] for own in more)], at + 1 + columns
    label, values = pieces[:-columns], pieces[-columns:]
    named = 0 < len(label) <= _LABEL and all(_NAME.match(text[p.start : p.end]) for p in label)
    if not named or not all(_VALUE.match(text[v.start : v.end]) for v in values):
        return None
    return _Piece(label[0].start, label[-1].end), values, behind


def _of_row(text: str, label: _Piece, values: Sequence[_Piece], table: _Table) -> Iterator[Laid]:
    told = text[label.start : label.end]
    first = text[table.first.start : table.first.end].lower().split() if table.first else []
    place = not words("laid_out", "place_heads").isdisjoint(first)
    for value, (piece, head) in zip(values, table.named, strict=True):
        found = value_at(text, value.start, value.end, nouns=False)
        if found is None:
            continue
        yield Laid(
            found[0],
            head.measure,
            "table",
            head=(piece.start, piece.end),
            line=(label.start, value.end),
            where=(label.start, label.end) if place else None,
            noun=f"{told} {text[piece.start : piece.end]}",
            unit=head.unit,
            phase=head.phase,
        )
