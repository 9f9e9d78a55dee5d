"""What a person decided about a claim, as cells of its row."""

from __future__ import annotations

from harmledger.decisions import changes_words, done_words
from harmledger.records import Review

__all__ = ["decided_cells"]


def decided_cells(review: Review | None, fallen: Review | None) -> dict[str, str | None]:
    """``review`` is about the claim, ``fallen`` about its withdrawn page; empty without both."""
    found = fallen or review
    if found is None:
        return dict.fromkeys(("review", "review_by", "review_why", "review_changes"))
    return {
        "review": done_words(found.verdict) if found.counts else found.state,
        "review_by": found.by,
        "review_why": found.reason,
        "review_changes": changes_words(review) if review and review.changes else None,
    }
