"""A decision in words, the same wherever it is shown."""

from __future__ import annotations

from harmledger.decisions.reviewing import because
from harmledger.records import Review

__all__ = ["decided_words", "done_words"]

_DONE = {
    "approve": "approved",
    "reject": "rejected",
    "edit": "edited",
    "merge": "put together",
    "unmerge": "kept apart",
    "withdraw": "withdrawn",
    "undo": "taken back",
}


def done_words(verdict: str) -> str:
    """The verdict as something that was done: "approved"."""
    return _DONE.get(verdict, verdict)


def decided_words(review: Review, *, ids: bool = True) -> str:
    """Figure 59d9a5... approved by A. Reader on 2024-05-01. What it means, and the reason given.

    ``ids=False`` leaves out what was decided about, where that is plain.
    """
    of = f"{review.subject_kind} {review.subject} ".capitalize() if ids else ""
    done = done_words(review.verdict)
    by = review.by or "somebody who is not named"
    changes = "".join(f" {c.field}: {c.now} (was {c.was})." for c in review.changes)
    state = "" if review.counts else " It needs another look and has no effect."
    words = f"{of}{done} by {by} on {review.at[:10]}. {review.sentence}{changes}"
    return f"{words[0].upper()}{words[1:]}{because(review.reason)}{state}"
