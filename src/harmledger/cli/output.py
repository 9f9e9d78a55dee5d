"""Data on stdout: a table where a person looks, JSON Lines where a program does."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence

import msgspec

from harmledger.cli.words import BREAKS, escaped, plain

__all__ = ["json_line", "json_lines", "out", "table", "wants_table"]


def wants_table(as_json: bool) -> bool:
    """A table is for a terminal, unless JSON was asked for."""
    return sys.stdout.isatty() and not as_json


def out(line: str) -> None:
    """A line for people on stdout, safe to show; a quotation over two lines stands in one."""
    print(plain(BREAKS.sub(" ", line)))


def json_line(record: object) -> None:
    """One record as JSON, its keys in the order of its fields.

    Characters that a terminal would act on are written as JSON escapes: the same data.
    """
    raw = msgspec.json.encode(record).decode("utf-8")
    sys.stdout.write(escaped(raw) + "\n")


def json_lines(records: Iterable[object]) -> int:
    """One JSON object a line; how many there were."""
    number = 0
    for record in records:
        json_line(record)
        number += 1
    return number


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    title: str = "",
    whole: Collection[str] = ("id",),
) -> None:
    """A table on the terminal. Rich honours NO_COLOR. Cells of ``whole`` columns are not broken.

    Columns that are empty throughout are left out, and words are kept whole where they fit, so
    that a window of 80 columns still reads.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [[plain(" ".join(cell.split())) for cell in row] for row in rows]
    shown = [i for i in range(len(columns)) if not cells or any(row[i] for row in cells)]
    grid = Table(title=title or None, title_justify="left", header_style="bold", box=SIMPLE_HEAD,
                 pad_edge=False, padding=(0, 1, 0, 0))  # fmt: skip
    for index in shown:
        grid.add_column(columns[index], overflow="fold", no_wrap=columns[index] in whole)
    for row in cells:
        # As Text, so that no bracket in a report is read as an instruction to rich.
        grid.add_row(*(Text(row[i]) for i in shown))
    Console().print(grid)
