"""``harmledger verify``: whether a book or a site can be relied on."""

from __future__ import annotations

from pathlib import Path

import click

from harmledger.cli.options import any_path
from harmledger.cli.output import out
from harmledger.cli.progress import Bars
from harmledger.cli.report import many
from harmledger.cli.words import say

__all__ = ["command"]


@click.command("verify")
@click.argument("place", metavar="BOOK|SITE", type=any_path)
def command(place: Path) -> int:
    """Check a book or a site; each problem is a line on stdout, and the exit status is 1.

    Of a book: every archived file is hashed again, every span sliced again, and every figure
    derived again from the texts and claims. Of a site: its links and
    marks, and that every file is as it was built.
    """
    if (place / "index.html").is_file() and not (place / "ledger.db").exists():
        return _site(place)
    return _book(place)


def _book(place: Path) -> int:
    from harmledger.ledger import Book
    from harmledger.pipeline import verify

    found = 0
    with Book(place) as book, Bars() as bars:
        for problem in verify(book, bars):
            out(str(problem))
            found += 1
        counts = ", ".join(many(book.count(f"{one}s"), one) for one in ("page", "claim", "figure"))
    return _end(found, f"{place}: {counts} checked")


def _site(place: Path) -> int:
    from harmledger.site import verify_site

    found = 0
    for problem in verify_site(place):
        out(str(problem))
        found += 1
    return _end(found, f"{place}: site checked")


def _end(found: int, checked: str) -> int:
    say(f"{checked}: " + (many(found, "problem") if found else "nothing wrong"))
    return 1 if found else 0
