"""What a person judges: a claim, an assessment or a figure, and how it is found again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from harmledger.decisions import assessment_seen, claim_seen, claims_edit, figure_seen
from harmledger.errors import NotFound, UsageProblem
from harmledger.ledger import Book, Record
from harmledger.pipeline.finding import moved_figure
from harmledger.records import Assessment, Claim, Decision, Edit, Figure, Incident, Toll
from harmledger.wording import range_words

__all__ = ["KINDS", "Held", "Subject", "held_in", "subject_of"]

_SHOWN = 3  # claims of an incident that a hint names

Held = Claim | Assessment | Figure

#: What can be judged, and what its kind is called.
KINDS = {Claim: "claim", Assessment: "assessment", Figure: "figure"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is judged: its kind, what the person sees, and how it is found again."""

    kind: str
    id: str
    seen: str
    about: str
    edits: tuple[Edit, ...] = ()


def held_in(book: Book, subject: str) -> Held:
    """The record with this id or beginning of it. NotFound; UsageProblem for another kind."""
    try:
        held = book.get(subject)
    except NotFound as error:
        raise _moved_on(book, subject, error) from error
    if not isinstance(held, Claim | Assessment | Figure):
        raise _no_verdict(subject, held, book)
    return held


def subject_of(held: Held, book: Book, kept: Decision | None) -> Subject:
    """What is judged; ``kept``: the earlier decision on it that still counts."""
    return _claim(held) if isinstance(held, Claim) else _figure(held, book, kept)


def _moved_on(book: Book, subject: str, error: NotFound) -> NotFound:
    """The error, with the id under which a figure lives on that a decision has moved."""
    last = moved_figure(book, subject)
    if last is None:
        return error
    return NotFound(f"{subject}: this figure was moved by a decision", hint=f"it is now {last}")


def _no_verdict(subject: str, held: Record, book: Book) -> UsageProblem:
    """What to do instead, where approve, reject or edit is asked of another record."""
    name = type(held).__name__.lower()
    hint = "approve, reject and edit take the id of a claim, an assessment or a figure"
    if isinstance(held, Incident):
        own = [c for one in held.claims if isinstance(c := book.one("claims", one), Claim)]
        # Those that state place or day give it to the incident.
        own.sort(key=lambda c: (c.where is None, c.when is None))
        shown = ", ".join(f"{c.id[:12]} (“{c.quote}”)" for c in own[:_SHOWN])
        more = f" and {len(own) - _SHOWN} more" if len(own) > _SHOWN else ""
        hint = (
            "its place, day and numbers are those of its claims: edit one of them with "
            f"`place=...`, or reject it: {shown}{more}; its figures can be approved by themselves"
        )
    return UsageProblem(
        f"{subject}: this is the id of a{'n' if name[0] in 'aeiou' else ''} {name}", hint=hint
    )


def _claim(claim: Claim) -> Subject:
    said = f"{range_words(claim.low, claim.high)} {claim.measure}"
    return Subject(
        kind="claim", id=claim.id, seen=claim_seen(claim), about=f"{said}, in {claim.document}"
    )


def _figure(held: Assessment | Figure, book: Book, kept: Decision | None) -> Subject:
    found = held if isinstance(held, Assessment) else book.one("assessments", held.assessment)
    if found is None:
        raise NotFound(f"{held.id}: its assessment is missing", hint="`verify(book)`")
    assessment = cast("Assessment", found)
    group = cast(
        "Incident | Toll | None",
        book.one(f"{assessment.subject_kind}s", assessment.subject),
    )
    if kept is not None:
        # It still counts, so what was seen then is what there would be without it.
        seen = kept.seen
    elif isinstance(held, Figure):
        seen = figure_seen(held, assessment)
    else:
        seen = assessment_seen(held)
    words = held.statement if isinstance(held, Figure) else f"{held.measure} in {held.subject}"
    return Subject(
        kind=KINDS[type(held)],
        id=held.id,
        seen=seen,
        about=words,
        edits=(
            Edit(name="assessment", value=assessment.id),
            Edit(name="group", value=assessment.subject),
            Edit(name="measure", value=assessment.measure),
            Edit(name="unit", value=assessment.unit or ""),
            Edit(name="status", value=assessment.status or ""),
            *((Edit(name="phase", value=assessment.phase),) if assessment.phase else ()),
            Edit(name="claims", value=claims_edit(group.claims if group else assessment.claims)),
        ),
    )
