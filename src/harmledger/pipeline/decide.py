"""Decisions about two names or incidents, and taking any decision back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import cast

from harmledger.counters import standing
from harmledger.errors import NotFound, UsageProblem
from harmledger.ledger import Book
from harmledger.pipeline.recording import Decided, record
from harmledger.pipeline.two_incidents import is_incident, two_incidents
from harmledger.pipeline.two_names import refuse_contradiction, two_names
from harmledger.pipeline.watch import Watcher
from harmledger.records import Decision, Edit

__all__ = ["decide", "undo"]


def decide(
    book: Book,
    one: str,
    other: str,
    verdict: str,
    *,
    by: str,
    at: str,
    reason: str = "",
    progress: Watcher | None = None,
) -> Decided:
    """Put two together (``merge``) or keep them apart (``unmerge``).

    Two names of counters: as a report writes them, or the id of a name (or its first characters);
    with ``unmerge`` the first leaves the counter that both are in. Two incidents: by id or its
    beginning; to take something out of an incident that was never two, ``other`` is a claim or a
    text (its id or document's name) in it. ``at``: UTC, ISO 8601. The decision holds for later
    runs, until another is made on the same two. Errors: NotFound, and UsageProblem where there is
    nothing to put together or apart, or where another decision stands against it.
    """
    if is_incident(book, one):
        two = two_incidents(book, one, other, verdict)
    else:
        two = two_names(book, one, other)
    decision = Decision(
        id="",
        subject=two.ids[0],
        subject_kind=two.kind,
        seen=two.seen,
        verdict=verdict,
        edits=(
            Edit(name="with", value=two.ids[1]),
            Edit(name="name", value=two.names[0]),
            Edit(name="with_name", value=two.names[1]),
            *two.edits,
        ),
        reason=reason,
        by=by,
        at=at,
        supersedes=two.supersedes,
    )
    decision = replace(decision, id=decision.hashed)
    if two.kind == "name":
        refuse_contradiction(book, decision)
    return record(book, decision, f"“{two.names[0]}” and “{two.names[1]}”", progress)


def undo(
    book: Book,
    decision_id: str,
    *,
    by: str,
    at: str,
    reason: str = "",
    progress: Watcher | None = None,
) -> Decided:
    """Take a decision, of whatever kind, back by another one, so that it counts no longer.

    ``decision_id`` may be the beginning of the id. Errors: NotFound; UsageProblem where the
    decision has been replaced or undone already.
    """
    earlier = _decision(book, decision_id)
    if earlier.id not in standing(book.decisions()):
        raise UsageProblem(
            f"{decision_id}: this decision counts no longer: a later one replaced or undid it",
            hint="`book.decisions()` shows which",
        )
    undone = replace(
        earlier, id="", verdict="undo", reason=reason, by=by, at=at, supersedes=earlier.id
    )
    return record(book, undone, f"the decision to {earlier.verdict} of {earlier.at}", progress)


def _decision(book: Book, decision_id: str) -> Decision:
    """The decision; NotFound, which for the id of anything else says what was decided about it."""
    try:
        return cast("Decision", book.get(decision_id, kind="decisions"))
    except NotFound as error:
        with suppress(NotFound):
            about = book.get(decision_id).id
            found = [r.decision for r in book.reviews() if about in {r.subject, *r.current}]
            if found:
                error.hint = f"decided about it: {', '.join(found)}; undo one of these"
        raise
