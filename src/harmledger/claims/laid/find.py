"""All figures of a text that stand outside its sentences, and where its tables are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.claims.laid.arms import arms_figures
from harmledger.claims.laid.beside import beside_figures
from harmledger.claims.laid.figure import Laid, Line, lines_of
from harmledger.claims.laid.labels import label_figures
from harmledger.claims.laid.letters import letter_figures
from harmledger.claims.laid.rivals import rival_figures
from harmledger.claims.laid.spaced import spaced_figures
from harmledger.claims.laid.tables import Region, table_figures
from harmledger.records import Block, Text

__all__ = ["LaidOut", "laid_out"]

#: What is read outside tables: of two figures over each other the first reader's is kept.
_READERS = (label_figures, letter_figures, rival_figures, arms_figures, beside_figures)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The figures in the order of the text, none over another, and the tables among them."""

    figures: tuple[Laid, ...] = ()
    tables: tuple[Region, ...] = ()

    def in_table(self, start: int) -> bool:
        """Whether the character at ``start`` stands in a table that was read."""
        at = bisect_right(self.tables, start, key=lambda table: table.start) - 1
        return at >= 0 and start < self.tables[at].end


def laid_out(text: Text) -> LaidOut:
    """What the layout of the kept blocks of ``text`` tells."""
    tables: list[Region] = []
    figures: list[Laid] = []
    for lines in _runs(text):
        found = list(table_figures(text.text, lines))
        parted = LaidOut(tables=tuple(region for region, _ in found))
        spaced = [line for line in lines if not parted.in_table(line.start)]
        found += spaced_figures(text.text, spaced)
        found.sort(key=lambda table: table[0].start)
        tables.extend(region for region, _ in found)
        figures.extend(laid for _, own in found for laid in own)
        inside = LaidOut(tables=tuple(region for region, _ in found))
        outside = [line for line in lines if not inside.in_table(line.start)]
        for read in _READERS:
            figures.extend(
                laid for laid in read(text.text, outside) if not inside.in_table(laid.start)
            )
    return LaidOut(tuple(_apart(figures)), tuple(tables))


def _runs(text: Text) -> list[list[Line]]:
    """The lines of the kept text, blocks that follow each other together."""
    blocks = text.blocks or (Block(kind="body", start=0, end=len(text.text)),)
    kept = sorted((b for b in blocks if b.kept), key=lambda block: block.start)
    return [[line for block in kept for line in lines_of(text.text, block.start, block.end)]]


def _apart(figures: Sequence[Laid]) -> list[Laid]:
    """The figures in order; of two over each other the one found first."""
    out: list[Laid] = []
    taken: list[tuple[int, int]] = []
    for laid in figures:
        at = bisect_right(taken, (laid.start, laid.end))
        if at and laid.start < taken[at - 1][1]:
            continue
        if at < len(taken) and taken[at][0] < laid.end:
            continue
        taken.insert(at, (laid.start, laid.end))
        out.append(laid)
    return sorted(out, key=lambda laid: (laid.start, laid.end))
