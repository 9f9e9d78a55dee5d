"""``harmledger assess``: what a method makes of a book, or two methods side by side."""

from __future__ import annotations

from pathlib import Path

import click

from harmledger.cli.compared import compared_lines, compared_sums
from harmledger.cli.options import as_json, book_argument
from harmledger.cli.output import json_lines, out, wants_table
from harmledger.cli.rows import show_records
from harmledger.cli.words import say

__all__ = ["command"]


@click.command("assess")
@book_argument
@click.option(
    "--method",
    required=True,
    metavar="NAME",
    help="NAME, NAME@VERSION or your own FILE.toml",
)
@click.option("--compare", "other", metavar="NAME", help="a second method, side by side")
@click.option("--measure", help="only of this measure, such as killed")
@as_json
def command(book: Path, method: str, other: str | None, measure: str | None, as_json: bool) -> None:
    """Carry out a method over the claims of a book. The book is not changed.

    With --compare: both methods for each subject, and why they differ: the rules that fired
    under one and not under the other, in words. On a terminal those with another number come
    first, and the rules are told of them alone. To make a book's own figures by another method,
    give `run` its --method.
    """
    from harmledger.ledger import Book
    from harmledger.pipeline import assess_book, check_measure, compare_methods, method_named

    check_measure(measure)
    with Book(book) as held:
        first = method_named(held, method)
        if other is None:
            found = [a for a in assess_book(held, first)[0] if measure in {None, a.measure}]
            if not show_records("assessments", found, as_json=as_json):
                say(f"{first.id} assesses nothing in this book")
            return
        second = method_named(held, other)
        pairs = [
            one for one in compare_methods(held, first, second) if measure in {None, one.measure}
        ]
    if not wants_table(as_json):
        json_lines(pairs)
    else:
        for line in compared_lines(first.id, second.id, pairs):
            out(line)
    say(compared_sums(pairs))
