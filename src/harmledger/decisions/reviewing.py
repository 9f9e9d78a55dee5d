"""Decisions in force, and the record of what each means now."""

from __future__ import annotations

from collections.abc import Iterable

from harmledger.counters import standing
from harmledger.records import Decision, Review, content_id

__all__ = ["COUNTS", "LOOK_AGAIN", "about", "because", "review"]

COUNTS, LOOK_AGAIN = "counts", "needs_another_look"


def about(decisions: Iterable[Decision], *kinds: str) -> list[Decision]:
    """The decisions in force about these kinds of subject, oldest first.

    Of two that nobody set against each other (they were made side by side on copies of a book)
    the later one counts: one for a subject, and for incidents one for a pair.
    """
    made = sorted(decisions, key=lambda decision: (decision.at, decision.id))
    active = standing(made)
    last: dict[tuple[str, frozenset[str]], Decision] = {}
    for decision in made:
        if decision.subject_kind not in kinds or decision.id not in active:
            continue
        if decision.verdict == "undo":
            continue
        pair = frozenset(filter(None, (decision.subject, decision.edit("with"))))
        last.pop((decision.subject_kind, pair), None)
        last[decision.subject_kind, pair] = decision
    return list(last.values())


def review(
    decision: Decision, current: Iterable[str], sentence: str, *, again: bool = False
) -> Review:
    """The review of a decision; ``again``: it needs another look and has no effect."""
    return Review(
        id=content_id("review", decision.id),
        decision=decision.id,
        subject=decision.subject,
        subject_kind=decision.subject_kind,
        current=tuple(current),
        verdict=decision.verdict,
        state=LOOK_AGAIN if again else COUNTS,
        sentence=sentence,
        by=decision.by,
        at=decision.at,
        reason=decision.reason,
    )


def because(reason: str) -> str:
    """The reason that a person gave, as a sentence to add; nothing where none was given."""
    words = " ".join(reason.split()).rstrip(".")
    return f" Reason given: {words}." if words else ""
