"""``harmledger demo``: the bundled case."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from harmledger.cli.options import any_path
from harmledger.cli.output import out
from harmledger.cli.progress import Bars
from harmledger.cli.report import build, many, next_steps, summary

if TYPE_CHECKING:
    from harmledger.ledger import Book
    from harmledger.records import Assessment, Claim, Evidence, Figure, Text

__all__ = ["command"]

#: Figures and quotes shown; the site and ``harmledger list`` show all.
_FIGURES = 8
_QUOTES = 3
#: Characters shown on either side of a quote.
_AROUND = 50


@click.command("demo")
@click.argument("book", default="demo-book", type=any_path)
def command(book: Path) -> None:
    """Run the bundled case into BOOK (default: demo-book) and say what came out.

    Needs no network. Read what it prints, then open the page it names.
    """
    from harmledger.demo import CASE_TITLE, case_paths
    from harmledger.ledger import Book
    from harmledger.pipeline import run

    (case,) = case_paths()
    with Bars(tell=False) as bars:
        # Relative to its own folder: the book must not depend on where the program lies.
        report = run([case.name], book, progress=bars, root=case.parent)
        home = build(book, bars)
    read, *_left_out, holds, look = summary(report, book, home)
    out(CASE_TITLE)
    out("")
    out(read)
    out("left out:" if report.refusals else "left out: nothing")
    for refusal in report.refusals:
        out(f"  {refusal.source}: [{refusal.code}] {refusal.message}")
    with Book(book) as held:
        for line in (*_dropped(held), *_copies(held), *_figures(held)):
            out(line)
    out("")
    out(holds)
    out(look)
    out(next_steps(book))


def _dropped(book: Book) -> Iterator[str]:
    reasons: dict[str, int] = {}
    for text in book.texts():
        for block in text.blocks:
            if not block.kept:
                reason = block.reason or block.kind
                reasons[reason] = reasons.get(reason, 0) + 1
    if reasons:
        yield "within the pages, no claim was read from these blocks:"
    for reason, number in sorted(reasons.items()):
        yield f"  {many(number, 'block')}: {reason}"


def _copies(book: Book) -> Iterator[str]:
    families = [family for family in book.families() if len(family.members) > 1]
    yield ""
    yield f"copies: {many(len(families), 'family')} with more than one text"
    for family in families:
        yield "  " + ", ".join(f"{m.document} ({m.relation})" for m in family.members)
        for tie in family.evidence[:1]:
            yield f"    {tie.sentence}"


def _figures(book: Book) -> Iterator[str]:
    figures = list(book.figures())
    # What most claims tell of first; the id decides between equals.
    figures.sort(key=lambda f: (-len(f.trace), -f.independent_origins, f.id))
    for figure in islice(figures, _FIGURES):
        yield ""
        yield figure.statement
        reports = len({link.text_id for link in figure.trace})
        origins = many(figure.independent_origins, "independent origin")
        yield f"  figure {figure.id}, {many(reports, 'report')}, {origins}"
        for link in _telling(book, figure)[:_QUOTES]:
            yield f"  {_quoted(book, link)}"
        more = len(figure.trace) - _QUOTES
        if more > 0:
            yield f"  and {many(more, 'more claim')}"
    if len(figures) > _FIGURES:
        yield ""
        yield f"and {many(len(figures) - _FIGURES, 'more figure')}"


def _telling(book: Book, figure: Figure) -> list[Evidence]:
    """The trace with the claims that set the lowest and the highest figure first."""
    assessment = cast("Assessment", book.one("assessments", figure.assessment))
    counted = {claim for origin in assessment.origins for claim in origin.claims}
    links: dict[str, Evidence] = {link.claim_id: link for link in figure.trace}
    held = {one: cast("Claim", book.one("claims", one)) for one in links}
    chosen = []
    for wanted in ((figure.low, "low"), (figure.high, "high")):
        bound, side = wanted
        chosen += [
            one
            for one in links
            if one in counted and bound is not None and getattr(held[one], side) == bound
        ][:1]
    rest = sorted(links, key=lambda one: (one in chosen, one not in counted))
    return [links[one] for one in dict.fromkeys([*chosen, *rest])]


def _quoted(book: Book, link: Evidence) -> str:
    """The quote between brackets with the words around it, and where it stands."""
    text = cast("Text", book.one("texts", link.text_id)).text
    # Cut at spaces, so that no half word is shown.
    before = text[: link.start][-_AROUND:].partition(" ")[2]
    after = text[link.end :][:_AROUND].rpartition(" ")[0]
    sentence = " ".join(f"...{before}[{link.quote}]{after}...".split())
    return f"{sentence} ({link.document})"
