"""Data on stdout: a table where a person looks, JSON Lines where a program does."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import msgspec

from harmledger.cli.words import plain

__all__ = ["json_line", "json_lines", "out", "table", "wants_table"]


def wants_table(as_json: bool) -> bool:
    """A table is for a terminal, unless JSON was asked for."""
    return sys.stdout.isatty() and not as_json


def out(line: str) -> None:
    """A line for people on stdout, safe to show."""
    print(plain(line))


def json_line(record: object) -> None:
    """One record as JSON, its keys in the order of its fields."""
    raw = msgspec.json.encode(record).decode("utf-8")
    sys.stdout.write(raw + "\n")


def json_lines(records: Iterable[object]) -> None:
    """One JSON object a line."""
    for record in records:
        json_line(record)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "") -> None:
    """A table on the terminal. Rich honours NO_COLOR."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(title=title or None, title_justify="left", header_style="bold")
    for column in columns:
        grid.add_column(column, overflow="fold")
    for row in rows:
        # As Text, so that no bracket in a report is read as an instruction to rich.
        grid.add_row(*(Text(plain(" ".join(cell.split()))) for cell in row))
    Console().print(grid)
