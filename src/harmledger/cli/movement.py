"""What a decision did to figures, in lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from harmledger.cli.output import out
from harmledger.cli.report import many
from harmledger.cli.words import pasted, say, short

if TYPE_CHECKING:
    from harmledger.pipeline import Decided, RunReport
    from harmledger.records import Figure

__all__ = ["moved_lines", "tell", "tell_of_site", "what_moved"]


#: Figures moved by a run that are told one by one.
_TOLD = 5


def tell(decided: Decided, what: str) -> None:
    """The decision, each figure that moved with before and after, and what needs another look."""
    out(f"decision {decided.decision.id}: {what}")
    for before, after in decided.changed:
        for line in moved_lines(before, after):
            out(line)
    for was, now in decided.tolls:
        out(f"now: toll {now} (before: {short(was)})")
    own = decided.decision.id
    for review in decided.reviews:
        if review.decision == own and review.subject_kind == "incident" and review.current:
            # Their ids follow from their claims.
            out(f"now: incident {' and incident '.join(review.current)}")
        if review.decision == own and review.changes:
            for change in review.changes:
                out(f"set: {change.field} {change.now} (the program: {change.was})")
            where = review.claim.where if review.claim else None
            placed = any(change.field == "place" for change in review.changes)
            if placed and where is not None and where.precision == "unresolved" and where.within:
                say(f"{where.name}: not found in {where.within}; it has no coordinates")
            elif placed and where is not None and where.precision == "unresolved":
                say(f"{where.name}: not found, or several are called so; it has no coordinates")
                say("hint: name the larger place, too: --set place='Springfield, Illinois'")
        if not review.counts:
            which = "this decision" if review.decision == own else f"decision {review.decision}"
            out(
                f"needs another look: {which} ({review.verdict}, {review.subject_kind} "
                f"{short(review.subject)}). {review.sentence}"
            )


def what_moved(report: RunReport, book: Path) -> Iterator[str]:
    """The figures of before that a run changed or ended, the first of them one by one.

    Of another method they are other figures, which `assess --compare` sets side by side.
    """
    moved = [pair for pair in report.moved or () if pair[0] is not None]
    if not moved or report.method != report.method_before:
        return
    ended = sum(after is None for _, after in moved)
    gone = f", {ended} of them ended" if ended else ""
    yield f"of the figures before, {len(moved)} moved{gone}:"
    for before, after in moved[:_TOLD]:
        for line in moved_lines(before, after):
            yield f"  {line}"
    if len(moved) > _TOLD:
        yield f"  and {len(moved) - _TOLD} more: harmledger list {pasted(book)} figures"


def tell_of_site(book: Path, moved: int) -> None:
    """That the site shows what was before: who publishes it must build it anew."""
    if moved and (book / "site" / "index.html").is_file():
        say(f"{book / 'site'} still shows the figures before; it is built anew by")
        say(f"  harmledger publish {pasted(book)}")


def moved_lines(before: Figure | None, after: Figure | None) -> Iterator[str]:
    """One figure before and after, in at most two lines."""
    figure = after or before
    assert figure is not None
    was = f" (before: {short(before.id)})" if before and before.id != figure.id else ""
    yield f"figure {figure.id}{was}: {_state(before)} -> {_state(after)}. {figure.statement}"
    if before is not None and after is not None and before.statement != after.statement:
        yield f"  before: {before.statement}"


def _state(figure: Figure | None) -> str:
    from harmledger.wording import range_words

    if figure is None:
        return "none"
    status = "" if figure.status == "draft" else f", {figure.status}"
    origins = many(figure.independent_origins, "origin")
    words = range_words(figure.low, figure.high, figure.highest_said)
    return f"{words}, {origins}, {figure.grade}{status}"
