"""``harmledger publish``: the site of a book as it stands now."""

from __future__ import annotations

from pathlib import Path

import click

from harmledger.cli.options import any_path, book_argument
from harmledger.cli.progress import Bars
from harmledger.cli.report import build, many
from harmledger.cli.words import pasted, say

__all__ = ["command"]

#: Foreign files of a copy that are named.
_NAMED = 5


@click.command("publish")
@book_argument
@click.argument("out", metavar="[OUT]", required=False, type=any_path)
@click.option("--draft", is_flag=True, help="also while figures are drafts")
def command(book: Path, out: Path | None, draft: bool) -> None:
    """Build the site of a book anew, with all that people decided; reads no report.

    Without OUT it is the draft site in the book's own folder site/. With OUT a copy goes there:
    a new or empty folder, or an earlier copy, which is replaced; what else lies there, such as
    .git, stays. Figures that nobody approved or
    rejected keep a copy back, unless --draft is given; each page says that it is a draft.
    Names of victims are withheld, but read a site before you publish it.
    """
    from harmledger.errors import UsageProblem
    from harmledger.ledger import Book
    from harmledger.site import copy_site

    with Book(book) as held:
        open_yet = sum(figure.status == "draft" for figure in held.figures())
    if out is not None and open_yet and not draft:
        raise UsageProblem(
            f"{many(open_yet, 'draft')} among the figures of {book}",
            hint=f"`harmledger list {pasted(book)} figures --status draft` shows them; "
            "decide about each, or give --draft",
        )
    with Bars() as bars:
        home = build(book, bars)
    if out is not None:
        kept = copy_site(home.parent, out)
        home = out / home.name
        if kept:
            more = f" and {len(kept) - _NAMED} more" if len(kept) > _NAMED else ""
            say(f"left in {out} as not of the site: {', '.join(kept[:_NAMED])}{more}")
    say(f"{many(open_yet, 'draft')} among the figures")
    say(f"look at: {home}")
