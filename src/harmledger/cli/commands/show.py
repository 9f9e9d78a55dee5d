"""``harmledger show``: one record of a book."""

from __future__ import annotations

from pathlib import Path

import click

from harmledger.cli.options import as_json_not_words, book_argument
from harmledger.cli.output import json_line, out

__all__ = ["command"]


@click.command("show")
@book_argument
@click.argument("record_id", metavar="ID")
@as_json_not_words
def command(book: Path, record_id: str, as_json: bool) -> None:
    """Show one record: of a claim, its sentence with the quote marked; of an incident, its
    figures, its reports, and why they stand together; of a family, what is a copy of what.

    ID may be the first characters of the id, six or more, one from before a decision, or the
    name or address of a report.
    """
    from harmledger.cli.readable import readable
    from harmledger.ledger import Book
    from harmledger.pipeline import find_record

    with Book(book) as held:
        record = find_record(held, record_id)
        if as_json:
            json_line(record)
            return
        for line in readable(held, record):
            out(line)
