"""Decisions about claims, assessments and figures: approved, rejected, or set by a person."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.decisions import CLAIM_FIELDS, COUNTS, FIGURE_FIELDS, about, as_set, checked
from harmledger.errors import UsageProblem
from harmledger.ledger import Book
from harmledger.pipeline.recording import Decided, record
from harmledger.pipeline.sound import sound_claim, sound_figure
from harmledger.pipeline.subjects import KINDS, Held, held_in, subject_of
from harmledger.pipeline.watch import Watcher
from harmledger.records import Claim, Decision, Edit

__all__ = ["VERDICTS", "judge"]

#: What can be decided about a claim, an assessment or a figure.
VERDICTS = ("approve", "reject", "edit")


def judge(
    book: Book,
    subject: str,
    verdict: str,
    *,
    by: str,
    at: str,
    reason: str = "",
    values: Sequence[str] = (),
    progress: Watcher | None = None,
) -> Decided:
    """Approve, reject or edit a claim, an assessment or a figure.

    ``subject``: its id or the beginning of it. ``values``: ``FIELD=VALUE`` for an edit. What an
    earlier decision had set stays set unless ``values`` or a rejection replaces it. ``at``: UTC,
    ISO 8601. Errors: NotFound; UsageProblem for a field or value that cannot be set, and
    for an edit that would change nothing.
    """
    held = held_in(book, subject)
    earlier, kept = _earlier(book, held)
    one = subject_of(held, book, kept)
    before = as_set(kept.edits) if kept and verdict != "reject" else {}
    new = _values(one.kind, verdict, values)
    # What was rejected counts again once it is edited, whatever is set.
    back = kept is not None and kept.verdict == "reject"
    if isinstance(held, Claim):
        fields = sound_claim(book, held, before, new, back=back)
    else:
        fields = sound_figure(book, held, before, new, back=back)
    decision = Decision(
        id="",
        subject=one.id,
        subject_kind=one.kind,
        seen=one.seen,
        verdict=verdict,
        edits=(*one.edits, *(Edit(name=f"set:{name}", value=fields[name]) for name in fields)),
        reason=reason,
        by=by,
        at=at,
        supersedes=earlier.id if earlier else None,
    )
    return record(book, decision, one.about, progress)


def _earlier(book: Book, held: Held) -> tuple[Decision | None, Decision | None]:
    """The decision in force on it, by the id it had then or has now, and the same if it counts."""
    reviews = {review.decision: review for review in book.reviews()}
    now = {one: review.current[0] for one, review in reviews.items() if review.current}
    standing = about(book.decisions(), KINDS[type(held)])
    earlier = next((d for d in standing if held.id in {d.subject, now.get(d.id)}), None)
    last = reviews.get(earlier.id) if earlier else None
    counts = last is not None and last.state == COUNTS
    return earlier, earlier if counts else None


def _values(kind: str, verdict: str, values: Sequence[str]) -> dict[str, str]:
    """The fields that ``FIELD=VALUE`` set. UsageProblem where they do not suit the verdict."""
    new = checked(values, CLAIM_FIELDS if kind == "claim" else FIGURE_FIELDS, f"a {kind}")
    fields = as_set(new)
    if kind == "assessment" and "statement" in fields:
        raise UsageProblem(
            "an assessment has no statement", hint="edit the statement of its figure"
        )
    if bool(new) is not (verdict == "edit"):
        if verdict == "edit":
            raise UsageProblem("verdict edit needs a value", hint="give one, such as `low=22`")
        raise UsageProblem(f"verdict {verdict} takes no values")
    return fields
