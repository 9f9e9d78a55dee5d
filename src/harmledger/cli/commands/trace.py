"""``harmledger trace``: from a figure back to its sentences."""

from __future__ import annotations

from pathlib import Path

import click

from harmledger.cli.options import as_json_not_words, book_argument
from harmledger.cli.output import json_line, out

__all__ = ["command"]


@click.command("trace")
@book_argument
@click.argument("figure")
@as_json_not_words
def command(book: Path, figure: str, as_json: bool) -> None:
    """Show how a figure came about: rules, claims, sentences, who said it, archived pages.

    FIGURE is the figure's id or its first characters. With --json: one link of the trace a
    line (claim, text, page, the exact span).
    """
    from harmledger.ledger import Book
    from harmledger.pipeline import trace
    from harmledger.records import Figure

    with Book(book) as held:
        if not as_json:
            for line in trace(held, figure):
                out(line)
            return
        record = held.get(figure, kind="figures")
        if isinstance(record, Figure):
            for link in record.trace:
                json_line(link)
