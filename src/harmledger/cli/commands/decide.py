"""``harmledger decide``: names of counters, put together or kept apart by a person."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from harmledger.cli.options import as_json_not_words, book_argument
from harmledger.cli.output import json_line, out
from harmledger.cli.report import many
from harmledger.cli.words import say

__all__ = ["command"]


@click.command("decide")
@book_argument
@click.argument("subject", metavar="SUBJECT")
@click.option(
    "--verdict",
    required=True,
    type=click.Choice(["merge", "unmerge", "undo"]),
    help="one counter; two counters (SUBJECT leaves); take a decision back",
)
@click.option("--with", "other", metavar="NAME", help="the other name (merge and unmerge)")
@click.option("--by", required=True, envvar="HARMLEDGER_BY", help="who decides; or HARMLEDGER_BY")
@click.option("--why", "reason", default="", metavar="TEXT", help="the reason, kept with it")
@as_json_not_words
def command(
    book: Path,
    subject: str,
    verdict: str,
    other: str | None,
    by: str,
    reason: str,
    as_json: bool,
) -> None:
    """Say which names are one counter and which are not; figures are made anew.

    SUBJECT and NAME are names as a report writes them, or ids of names (`list BOOK counters`
    shows both); with undo SUBJECT is the id of a decision. A decision is added and never
    altered. It holds for later runs until another one replaces it or takes it back. Shown are
    the figures that move. The site is built anew by `run` with --site.
    """
    from harmledger.ledger import Book
    from harmledger.pipeline import decide, undo

    if (other is None) is not (verdict == "undo"):
        needs = "takes no --with" if verdict == "undo" else "needs the other name: --with NAME"
        raise click.UsageError(f"--verdict {verdict} {needs}")
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with Book(book, read_only=False) as held:
        if other is None:
            made = undo(held, subject, by=by, at=at, reason=reason)
        else:
            made = decide(held, subject, other, verdict, by=by, at=at, reason=reason)
    if as_json:
        json_line(made)
        return
    one, two = made.decision.edit("name"), made.decision.edit("with_name")
    out(f"decision {made.decision.id}: {verdict} “{one}” and “{two}”")
    for before, after in made.changed:
        figure = after or before
        assert figure is not None
        was = f"{many(before.independent_origins, 'origin')}, {before.grade}" if before else "none"
        now = f"{many(after.independent_origins, 'origin')}, {after.grade}" if after else "none"
        out(f"figure {figure.id}: {was} -> {now}. {figure.statement}")
    say(f"{many(len(made.changed), 'figure')} changed; take it back with")
    say(f"  harmledger decide {book} {made.decision.id} --verdict undo --by NAME")
