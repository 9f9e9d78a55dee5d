"""Rows of what people decided, and of what that moved."""

from __future__ import annotations

from collections.abc import Iterator

from harmledger.cli.words import short
from harmledger.records import Correction, Decision, Review, Snapshot
from harmledger.wording import range_words

__all__ = ["correction_lines", "correction_row", "decision_row", "review_row", "review_words"]

#: Figures of a correction that a table names.
_CHANGES = 3
#: A table shows the day; the record has the hour.
_DAY = 10


def decision_row(decision: Decision, review: Review | None = None) -> list[str]:
    """``review``: what it means now, if it is in force."""
    names = " / ".join(filter(None, (decision.edit(key) for key in ("name", "with_name"))))
    when = decision.at[:_DAY]
    replaces = short(decision.supersedes) if decision.supersedes else ""
    subject = names or f"{decision.subject_kind} {short(decision.subject)}"
    return [
        *(short(decision.id), decision.verdict, subject, decision.by, when, decision.reason),
        replaces,
        _state(decision, review),
    ]


def _state(decision: Decision, review: Review | None) -> str:
    if review is not None:
        return review.state.replace("_", " ")
    # To take something back is done once; what it takes back is in force no longer.
    return "done" if decision.verdict == "undo" else "replaced or undone"


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
    """The figures that moved by their numbers: `show` has the sentences before and after."""
    changes = [
        f"{_short_state(one.before)} -> {_short_state(one.after)}" for one in correction.moved
    ]
    more = f", and {len(changes) - _CHANGES} more" if len(changes) > _CHANGES else ""
    return [
        short(correction.id),
        correction.at[:_DAY],
        correction.verdict,
        correction.about,
        correction.by,
        correction.reason,
        f"{len(changes)}: {'; '.join(changes[:_CHANGES])}{more}",
    ]


def correction_lines(correction: Correction) -> Iterator[str]:
    """What was decided, and each figure that moved with what it said before and says now."""
    why = f": {correction.reason}" if correction.reason else ""
    yield (
        f"  {correction.verdict} of {correction.about}, by {correction.by} on "
        f"{correction.at[:_DAY]}{why} (decision {short(correction.decision)})"
    )
    for one in correction.moved:
        known = one.after or one.before
        yield ""
        yield (
            f"  figure {short(known.figure) if known else ''}: {_short_state(one.before)} -> "
            f"{_short_state(one.after)}"
        )
        yield f"    before: {one.before.statement if one.before else 'there was none'}"
        yield f"    after: {one.after.statement if one.after else 'there is none any more'}"


def _short_state(snapshot: Snapshot | None) -> str:
    return range_words(snapshot.low, snapshot.high) if snapshot else "none"
