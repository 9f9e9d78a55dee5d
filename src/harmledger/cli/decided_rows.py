"""Rows of what people decided, and of what that moved."""

from __future__ import annotations

from harmledger.cli.words import short
from harmledger.records import Correction, Decision, Moved, Review, Snapshot
from harmledger.wording import range_words

__all__ = ["correction_row", "decision_row", "review_row", "review_words"]

#: A table shows the day; the record has the hour.
_DAY = 10


def decision_row(decision: Decision) -> list[str]:
    names = " / ".join(filter(None, (decision.edit(key) for key in ("name", "with_name"))))
    when = decision.at[:_DAY]
    replaces = short(decision.supersedes) if decision.supersedes else ""
    subject = names or f"{decision.subject_kind} {short(decision.subject)}"
    return [
        *(short(decision.id), decision.verdict, subject, decision.by, when, decision.reason),
        replaces,
    ]


def review_row(review: Review) -> list[str]:
    changes = "; ".join(f"{c.field} {c.now} (was {c.was})" for c in review.changes)
    return [
        short(review.decision),
        review.verdict,
        f"{review.subject_kind} {short(review.current[0] if review.current else review.subject)}",
        review.state.replace("_", " "),
        review.sentence,
        changes,
        review.by,
        review.reason,
    ]


def review_words(review: Review | None) -> str:
    """A decision about a claim in a few words: "edited: low 22 (was 20)"."""
    # Here, not above: `harmledger list --help` need not load the stages.
    from harmledger.decisions import done_words

    if review is None:
        return ""
    if not review.counts:
        return "needs another look"
    changes = "; ".join(f"{c.field} {c.now} (was {c.was})" for c in review.changes)
    return done_words(review.verdict) + (f": {changes}" if changes else "")


def correction_row(correction: Correction) -> list[str]:
    moved = "; ".join(
        f"{_short_state(one.before)} -> {_short_state(one.after)}: {_statement(one)}"
        for one in correction.moved
    )
    return [
        short(correction.id),
        correction.at[:_DAY],
        correction.verdict,
        correction.about,
        correction.by,
        correction.reason,
        moved,
    ]


def _statement(moved: Moved) -> str:
    one = moved.after or moved.before
    return one.statement if one else ""


def _short_state(snapshot: Snapshot | None) -> str:
    return range_words(snapshot.low, snapshot.high) if snapshot else "none"
