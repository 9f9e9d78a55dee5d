"""``harmledger decide``: what a person decides about what the program made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from harmledger.cli.movement import tell, tell_of_site
from harmledger.cli.options import as_json_not_words, book_argument, now, who_decides
from harmledger.cli.output import json_line
from harmledger.cli.report import many
from harmledger.cli.words import pasted, say

if TYPE_CHECKING:
    from harmledger.ledger import Book
    from harmledger.pipeline import Decided

__all__ = ["command"]

_TWO = frozenset({"merge", "unmerge"})
#: Verdicts that say that something is wrong: whoever reads it later must know why.
_NEEDS_REASON = frozenset({"reject", "edit"})


@click.command("decide")
@book_argument
@click.argument("subject", metavar="SUBJECT")
@click.option(
    "--verdict",
    required=True,
    type=click.Choice(["approve", "reject", "edit", "merge", "unmerge", "undo"]),
    help="what is decided",
)
@click.option(
    "--set",
    "values",
    multiple=True,
    metavar="FIELD=VALUE",
    help="a value to set (edit), such as low=22 or high=unknown; may be given again",
)
@click.option("--with", "other", metavar="OTHER", help="the other one (merge and unmerge)")
@who_decides(required=True)
@click.option(
    "--why",
    "reason",
    default="",
    metavar="TEXT",
    help="the reason, kept with it; edit and reject need one",
)
@as_json_not_words
def command(
    book: Path,
    subject: str,
    verdict: str,
    values: tuple[str, ...],
    other: str | None,
    by: str,
    reason: str,
    as_json: bool,
) -> None:
    """Decide about a claim, a figure, an incident or a name; figures are made anew.

    SUBJECT is an id or its first characters. approve, reject, edit: of a claim, a figure or an
    assessment. merge and unmerge: of two incidents, or of two names of counters, as written or
    by id; unmerge also takes a report (its name) or a claim out of an incident. undo: of a
    decision. A decision is added and never altered. It holds for later runs until another one
    replaces it or takes it back, or until what was seen has changed; it is then listed as
    needing another look. Shown are the figures that move. The site is built anew by
    `publish`.
    """
    from harmledger.cli.apart import apart_words
    from harmledger.ledger import Book

    if (other is not None) is not (verdict in _TWO):
        needs = "needs the other one: --with ID or NAME" if verdict in _TWO else "takes no --with"
        raise click.UsageError(f"--verdict {verdict} {needs}")
    if verdict in _NEEDS_REASON and not reason.strip():
        raise click.UsageError(f"--verdict {verdict} needs a reason: --why TEXT")
    if values and verdict != "edit":
        raise click.UsageError(f"--verdict {verdict} takes no --set")
    with Book(book, read_only=False) as held:
        note = apart_words(held, subject, other) if other and verdict == "merge" else ""
        made = _made(held, subject, verdict, values, other, by, reason)
    if as_json:
        json_line(made)
        return
    one, two = made.decision.edit("name"), made.decision.edit("with_name")
    kind = made.decision.subject_kind
    what = f"“{one}” and “{two}”" if one else f"{kind} {made.decision.subject}"
    tell(made, f"{verdict} {what}")
    if note:
        say(note)
    say(f"{many(len(made.changed), 'figure')} changed; take it back with")
    say(f"  harmledger decide {pasted(book)} {made.decision.id} --verdict undo --by NAME")
    tell_of_site(book, len(made.changed))


def _made(
    book: Book,
    subject: str,
    verdict: str,
    values: tuple[str, ...],
    other: str | None,
    by: str,
    reason: str,
) -> Decided:
    from harmledger.pipeline import decide, judge, undo

    if verdict == "undo":
        return undo(book, subject, by=by, at=now(), reason=reason)
    if other is None:
        return judge(book, subject, verdict, by=by, at=now(), reason=reason, values=values)
    return decide(book, subject, other, verdict, by=by, at=now(), reason=reason)
