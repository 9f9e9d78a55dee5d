"""What a run with more reports did to the figures that a book had before."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.decisions import moved
from harmledger.errors import BookDamaged
from harmledger.ledger import Book
from harmledger.records import Assessment, Figure

__all__ = ["MOST_HELD", "Before", "Pair", "before_run"]

#: A figure before and after; None: there was none, or is none any more.
Pair = tuple[Figure | None, Figure | None]

#: Figures of a larger book are not held through a run to be compared after it.
MOST_HELD = 5_000


@dataclass(frozen=True, slots=True)
class Before:
    """The figures of a book before a run, with their assessments."""

    figures: tuple[Figure, ...]
    assessments: tuple[Assessment, ...]

    def moved_in(self, book: Book) -> tuple[Pair, ...]:
        """The figures that a reader sees differ now, in the order of those before."""
        assessed = (*self.assessments, *book.assessments())
        return tuple(moved(self.figures, tuple(book.figures()), assessed))


def before_run(book: Book) -> Before | None:
    """The figures as they stand; None where the book has none yet, or too many to hold.

    None also where they cannot be read: a run makes them anew.
    """
    if book.meta("method") is None or book.count("figures") > MOST_HELD:
        return None
    try:
        return Before(tuple(book.figures()), tuple(book.assessments()))
    except BookDamaged:
        return None
