"""``harmledger totals``: sums over incidents, by the method's own rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from harmledger.cli.options import as_json, book_argument
from harmledger.cli.output import json_lines, out, wants_table
from harmledger.cli.summed import total_lines
from harmledger.cli.words import pasted, say

if TYPE_CHECKING:
    from harmledger.ledger import Book

__all__ = ["command"]

#: Not taken from the engine, so that ``--help`` need not load it.
_DIVISIONS = ("all", "year", "month", "country", "place", "actor", "population", "grade")


@click.command("totals")
@book_argument
@click.option(
    "--by", type=click.Choice(_DIVISIONS), default="all", show_default=True, help="divided how"
)
@click.option("--measure", help="only of this measure, such as killed")
@click.option("--since", metavar="DATE", help="only incidents from this day, month or year on")
@click.option("--until", metavar="DATE", help="only incidents up to this day, month or year")
@click.option("--place", metavar="NAME", help="only incidents of this place, or country code")
@click.option("--method", metavar="NAME", help="by another method than the book's")
@as_json
def command(
    book: Path,
    by: str,
    measure: str | None,
    since: str | None,
    until: str | None,
    place: str | None,
    method: str | None,
    as_json: bool,
) -> None:
    """Add up incidents by the method's own rule, which stands beside each number.

    An incident counts once. Where one incident has no upper bound, the total has none: it is
    said for how many, and what the others add up to. Figures that a person withdrew do not
    count. Running counts (tolls) are no incidents; a method may add their rests.
    """
    from harmledger.cli.filters import places_of
    from harmledger.errors import did_you_mean
    from harmledger.ledger import Book
    from harmledger.pipeline import totals_of

    with Book(book) as held:
        found = list(
            totals_of(
                held,
                by=by,
                measure=measure,
                since=since,
                until=until,
                place=place,
                method=method,
            )
        )
        near = did_you_mean(place, places_of(held)) if place and not found else ""
        beside = _told_beside(held, measure) if measure and not found else ""
    if not found:
        say("no incident of this book is counted so" + near + beside)
    elif not wants_table(as_json):
        json_lines(found)
    else:
        for line in total_lines(found):
            out(line)


def _told_beside(book: Book, measure: str) -> str:
    """Where claims of a measure stand that is no harm to people, and of which no incident is."""
    from harmledger.cli.report import many
    from harmledger.incidents import EFFECTS, HARM

    number = sum(1 for _ in book.records("claims", {"measure": measure}))
    if measure in HARM or not number:
        return ""
    listed = f"harmledger list {pasted(book.path)}"
    why = "no claim of it has the day and place of an event"
    if measure not in EFFECTS:
        why = "it is counted by no incident"
    return (
        f": {why}; {many(number, 'claim')} of it: "
        f"{listed} claims --measure {measure}; running counts: {listed} tolls --measure {measure}"
    )
