"""``harmledger list``: the records of a book."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from harmledger.cli.options import as_json, book_argument
from harmledger.cli.rows import show_records

if TYPE_CHECKING:
    from harmledger.ledger import Book

__all__ = ["command"]

#: Not taken from the ledger, so that ``--help`` need not load it.
_KINDS = (
    "pages",
    "texts",
    "families",
    "claims",
    "counters",
    "may_be_one",
    "incidents",
    "tolls",
    "assessments",
    "figures",
    "decisions",
    "reviews",
    "corrections",
    "refused",
)

_STATUS = (
    "of claims, tolls, assessments: who; of figures: draft, approved, withdrawn; of reviews: "
    "counts, needs_another_look"
)
_EDGES = "only figures or assessments whose low or high rests on one origin alone: look there first"


@click.command("list")
@book_argument
@click.argument("kind", metavar="KIND", type=click.Choice(_KINDS))
@click.option("--measure", help="only of this measure, such as killed")
@click.option("--document", help="only from this document; * and ? stand for anything")
@click.option("--grade", help="only of this grade, such as confirmed")
@click.option("--status", help=_STATUS)
@click.option("--place", help="only of this place: its name, or a country's code, such as AF")
@click.option("--speaker", metavar="WORDS", help="only claims of this source; part of the name")
@click.option("--edges", is_flag=True, help=_EDGES)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="at most so many")
@as_json
def command(
    book: Path,
    kind: str,
    limit: int | None,
    as_json: bool,
    edges: bool,
    **filters: str | None,
) -> None:
    """List the records of a book, on a terminal what most tell of first.

    JSON Lines keep the book's own order, which is stable.

    KIND: pages, texts, families, claims, counters (who counted, under which names), may_be_one
    (two counters that may be one, with the command that merges them), incidents, tolls,
    assessments, figures, decisions, reviews (what each decision means now), corrections (figures
    that decisions moved), or refused (what was left out and why).
    """
    from harmledger.cli.filters import chosen, why_none
    from harmledger.cli.words import say
    from harmledger.ledger import Book

    given = {name: value for name, value in filters.items() if value is not None}
    with Book(book) as held:
        if kind == "may_be_one":
            _perhaps_one(held, book, given, limit, as_json=as_json)
            return
        if edges:
            given["edges"] = ""
        records = chosen(held, kind, given)
        by = {"claims": "subject", "decisions": "decision"}.get(kind)
        reviews = {getattr(r, by): r for r in held.reviews()} if by else {}
        shown = show_records(kind, records, as_json=as_json, reviews=reviews, limit=limit)
        if not shown and limit != 0:
            say(why_none(held, kind, given))


def _perhaps_one(
    held: Book, book: Path, given: dict[str, str], limit: int | None, *, as_json: bool
) -> None:
    """Pairs of counters that may be one; they have no filters."""
    from harmledger.cli.output import json_lines, out, wants_table
    from harmledger.cli.perhaps_one import perhaps_one_lines
    from harmledger.cli.words import say
    from harmledger.errors import UsageProblem
    from harmledger.pipeline import may_be_one

    for name in given:
        raise UsageProblem(f"--{name}: may_be_one has no {name}", hint="it has --limit alone")
    pairs = list(islice(may_be_one(held), limit))
    if not wants_table(as_json):
        json_lines(pairs)
    for line in perhaps_one_lines(book, pairs) if wants_table(as_json) else ():
        out(line)
    if not pairs and limit != 0:
        say("no two counters of one incident or toll have names that may mean one")
