"""A decision put into a book, everything that follows made anew, and what it moved kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from harmledger.decisions import corrects, moved
from harmledger.errors import UsageProblem
from harmledger.ledger import Book
from harmledger.pipeline.keeping import derive_sparing, keep_derived, put_derived, said_in
from harmledger.pipeline.renamed import note_renamed
from harmledger.pipeline.rules import book_method, derivation_key, own_and_decisions
from harmledger.pipeline.watch import Silent, Watcher
from harmledger.records import Correction, Decision, Figure, Review

__all__ = ["Decided", "record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision that was recorded, and the figures before and after it where they differ.

    None stands for a figure that there was not before, or is not any more. ``reviews``: what
    decisions in force mean now where this one changed that (it, or others on the same things).
    ``tolls``: ids of series that have another one now, which follows from their claims.
    """

    decision: Decision
    changed: tuple[tuple[Figure | None, Figure | None], ...]
    reviews: tuple[Review, ...] = ()
    tolls: tuple[tuple[str, str], ...] = ()


def record(
    book: Book, decision: Decision, about: str = "", progress: Watcher | None = None
) -> Decided:
    """Add a decision, derive anew and keep the correction, in one transaction.

    ``about``: what was decided about, in words for readers. Figures are first brought up to
    date, so that what moves is moved by the decision alone. Errors: UsageProblem where the
    book was never derived, or where the decision is there already.
    """
    method = book.meta("method")
    if method is None:
        raise UsageProblem(
            f"{book.path}: no figures were derived yet", hint="run the input of the book again"
        )
    watcher = progress or Silent()
    decision = replace(decision, id=decision.hashed)
    if book.one("decisions", decision.id) is not None:
        raise UsageProblem(
            f"decision {decision.id[:12]} is in the book already",
            hint="`book.decisions()` shows it",
        )
    keep_derived(book, method, watcher)
    before, old = tuple(book.figures()), tuple(book.assessments())
    incidents, tolls = tuple(book.incidents()), tuple(book.tolls())
    known = {(review.decision, review.state) for review in book.reviews()}
    own, decisions = own_and_decisions(book)
    rules = book_method(book, method)
    said = said_in(book)
    derived, kept = derive_sparing(book, said, rules, watcher, own, (*decisions, decision))
    pairs = moved(before, derived.figures, (*old, *derived.assessments))
    corrected = corrects(pairs)
    with book.writer.transaction():
        book.writer.add(decision)
        put_derived(book, derived, method, derivation_key(book, method, said.key), kept)
        note_renamed(book, "incidents", incidents, derived.incidents)
        tolls_moved = note_renamed(book, "tolls", tolls, derived.tolls)
        # That a source fell is told to readers even where no figure moves.
        if corrected or decision.subject_kind == "page":
            made = Correction(
                id="",
                decision=decision.id,
                verdict=decision.verdict,
                subject=decision.subject,
                subject_kind=decision.subject_kind,
                about=about,
                by=decision.by,
                at=decision.at,
                reason=decision.reason,
                moved=corrected,
            )
            book.writer.add(replace(made, id=made.hashed))
    return Decided(
        decision=decision,
        changed=tuple(pairs),
        tolls=tolls_moved,
        reviews=tuple(r for r in derived.reviews if (r.decision, r.state) not in known),
    )
