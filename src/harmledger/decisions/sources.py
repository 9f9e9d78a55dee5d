"""Pages that a person has withdrawn: kept in the archive, out of everything that is counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from harmledger.decisions.reviewing import review
from harmledger.records import Decision, Review, Text

__all__ = ["Fallen", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """Ids of texts that count no longer, and what people decided about their pages."""

    texts: frozenset[str]
    reviews: tuple[Review, ...]


def withdrawn(texts: Iterable[Text], decisions: Iterable[Decision]) -> Fallen:
    """The texts of withdrawn pages. A page that is not in the book needs another look."""
    of_page: dict[str, list[str]] = {}
    for text in texts:
        of_page.setdefault(text.page_id, []).append(text.id)
    gone: set[str] = set()
    reviews = []
    for decision in decisions:
        gone.update(of_page.get(decision.subject, ()))
        said = "Archived still; nothing that it says counts."
        reviews.append(review(decision, (decision.subject,), said))
    return Fallen(texts=frozenset(gone), reviews=tuple(reviews))
