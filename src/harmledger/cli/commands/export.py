"""``harmledger export``: a book's claims and figures for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from harmledger.cli.options import any_path, book_argument
from harmledger.cli.words import say

__all__ = ["command"]


@click.command("export")
@book_argument
@click.option("--to", "form", required=True, type=click.Choice(["csv"]), help="the format")
@click.option(
    "-o",
    "--output",
    type=any_path,
    help="a folder (claims.csv and figures.csv), or a file that ends in .csv",
)
@click.option(
    "--table",
    "tables",
    multiple=True,
    type=click.Choice(["claims", "figures"]),
    help="only this table; may be given twice  [default: both; claims on stdout]",
)
@click.option(
    "--spreadsheet",
    is_flag=True,
    help="the columns that a person reads, with a byte order mark for Excel",
)
@click.option("--names", is_flag=True, help="keep the names of victims, withheld otherwise")
def command(
    book: Path,
    form: str,
    output: Path | None,
    tables: tuple[str, ...],
    spreadsheet: bool,
    names: bool,
) -> None:
    """Write claims and figures. Without -o one table goes to stdout.

    Text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    from harmledger.errors import UsageProblem
    from harmledger.exports import csv_lines, export_csv
    from harmledger.ledger import Book

    with Book(book) as held:
        if output is not None:
            wanted = tables or ("claims", "figures")
            for path in export_csv(held, output, names=names, tables=wanted, to_read=spreadsheet):
                say(f"written: {path}")
            return
        if len(tables) > 1:
            raise UsageProblem("two tables need a place", hint="give a folder with -o")
        table = tables[0] if tables else "claims"
        sys.stdout.writelines(csv_lines(held, table, names=names, to_read=spreadsheet))
        if not tables:
            say("these are the claims; for the figures: --table figures, or both: -o FOLDER")
