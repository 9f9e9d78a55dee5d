"""What a run did, in a few lines, and the site that goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from harmledger.cli.progress import Bars
from harmledger.cli.words import pasted

if TYPE_CHECKING:
    from harmledger.pipeline import RunReport

__all__ = ["build", "edges_first", "many", "next_steps", "summary"]


#: Withdrawn documents, and edited reports, that are named.
_NAMED = 3


def build(book: Path, bars: Bars) -> Path:
    """Build the book's site; the page to open first."""
    from harmledger.ledger import Book
    from harmledger.site import build_site

    bars.stage("site", None)
    # Open for writing: two builders must not replace the folder at the same time.
    with Book(book, read_only=False) as held:
        folder = build_site(held)
    return folder / "index.html"


def summary(report: RunReport, book: Path, home: Path | None) -> list[str]:
    """What was read, what was left out and why, what there is now, and where to look."""
    held = report.held
    lines = [
        f"read: {many(report.read, 'page')}, {report.new} new, {report.known} known before",
    ]
    codes: dict[str, int] = {}
    for refusal in report.refusals:
        codes[refusal.code] = codes.get(refusal.code, 0) + 1
    if codes:
        why = ", ".join(f"{code} {number}" for code, number in sorted(codes.items()))
        skipped = len(report.refusals) - report.problems
        lines.append(
            f"left out: {many(len(report.refusals), 'input')} ({why}); {report.problems} "
            f"to look into, {skipped} plainly no reports"
        )
    if report.undated:
        left = report.undated - len(report.undated_in)
        more = f" and {left} more" if left else ""
        lines.append(
            f"without a date of publication: {many(report.undated, 'text')} "
            f"({', '.join(report.undated_in)}{more}); a day of the week such as “on Monday” is no "
            "day there (rows of JSON: --published-field; plain text: a line with it below the "
            "title)"
        )
    mute = held["pages"] - held["texts"]
    without = f" ({many(mute, 'page')} gave no text)" if mute > 0 else ""
    lines.append(
        f"the book holds: {many(held['texts'], 'text')} of {many(held['pages'], 'page')}{without} "
        f"in {many(held['families'], 'family')}, "
        f"{many(held['claims'], 'claim')} by {many(held['counters'], 'named counter')}, "
        f"{many(held['incidents'], 'incident')}, {many(held['tolls'], 'toll')}, "
        f"{many(held['figures'], 'figure')}" + ("" if report.derived else " (nothing to change)")
    )
    if report.method_before not in (None, report.method):
        lines.append(
            f"method: {report.method}, before {report.method_before}; every figure was made anew"
            f" (side by side: harmledger assess {pasted(book)} --method "
            f"{report.method_before} --compare {report.method})"
        )
    if report.changed:
        lines.extend(_edited(report, book))
    if report.withdrawn:
        names = ", ".join(report.withdrawn[:_NAMED])
        more = (
            f" and {len(report.withdrawn) - _NAMED} more" if len(report.withdrawn) > _NAMED else ""
        )
        lines.append(
            f"withdrawn, so not counted: {names}{more} (bring a page back with `harmledger "
            f"withdraw {pasted(book)} PAGE --undo --why TEXT`)"
        )
    if report.look_again:
        lines.append(
            f"{many(report.look_again, 'decision')} of people need{'s' * (report.look_again == 1)} "
            f"another look: harmledger list {pasted(book)} reviews --status needs_another_look"
        )
    lines.append(f"look at: {home}" if home else f"look at: harmledger list {pasted(book)} figures")
    return lines


def _edited(report: RunReport, book: Path) -> Iterator[str]:
    """Files that have changed since they were read: both versions stay in the book."""
    number = len(report.changed)
    yield (
        f"changed since an earlier run: {many(number, 'input')}; the earlier version stays in the "
        "book and counts, too, until you take it out:"
    )
    for place, pages in list(report.changed.items())[:_NAMED]:
        yield f"  {place}: harmledger withdraw {pasted(book)} {pages[0][:12]} --by NAME --why TEXT"
    if number > _NAMED:
        yield f"  and {number - _NAMED} more"


def edges_first(book: Path) -> Iterator[str]:
    """Which drafts a person should look at first; nothing where none is so."""
    from harmledger.ledger import Book

    with Book(book) as held:
        found = sum(bool(one.edges) and one.status == "draft" for one in held.figures())
    if found:
        verb, whose = ("rests", "its") if found == 1 else ("rest", "their")
        yield (
            f"{many(found, 'figure')} {verb} at {whose} low or high on one origin alone, far from "
            f"the others; look there first: harmledger list {pasted(book)} figures --edges"
        )


def next_steps(book: Path) -> str:
    """The commands by which a reader goes on from a finished run."""
    return f"next: harmledger list {pasted(book)} figures; harmledger trace {pasted(book)} FIGURE"


def many(number: int, noun: str) -> str:
    """``1 page``, ``2 pages``, ``2 families``."""
    if noun.endswith("y") and number != 1:
        return f"{number} {noun[:-1]}ies"
    return f"{number} {noun}" + ("" if number == 1 else "s")
