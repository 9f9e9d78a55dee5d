"""The few columns by which a record of each kind is found and sorted."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.records import (
    Assessment,
    Claim,
    Correction,
    Counter,
    Decision,
    Family,
    Figure,
    Incident,
    Page,
    Review,
    Text,
    Toll,
)

__all__ = [
    "Columns",
    "of_assessment",
    "of_claim",
    "of_correction",
    "of_counter",
    "of_decision",
    "of_family",
    "of_figure",
    "of_incident",
    "of_page",
    "of_review",
    "of_text",
    "of_toll",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What a row can be looked up by. ``parent`` is the id of what it was made from."""

    sort: tuple[str | int, ...]
    document: str | None = None
    measure: str | None = None
    grade: str | None = None
    status: str | None = None
    parent: str | None = None


def of_page(page: Page) -> Columns:
    """Of a page."""
    return Columns(sort=(page.document,), document=page.document)


def of_text(text: Text) -> Columns:
    """Of a text."""
    return Columns(sort=(text.document,), document=text.document, parent=text.page_id)


def of_family(family: Family) -> Columns:
    """Of a family."""
    return Columns(sort=(min((m.document for m in family.members), default=""),))


def of_claim(claim: Claim) -> Columns:
    """Of a claim."""
    return Columns(
        sort=(claim.document, claim.text_id, claim.start, claim.end),
        document=claim.document,
        measure=claim.measure,
        status=claim.population.status if claim.population else None,
        parent=claim.text_id,
    )


def of_counter(counter: Counter) -> Columns:
    """Of a counter."""
    return Columns(sort=(counter.name.casefold(), counter.name))


def of_decision(decision: Decision) -> Columns:
    """Of a decision."""
    return Columns(sort=(decision.at,), status=decision.verdict, parent=decision.subject)


def of_review(review: Review) -> Columns:
    """Of a review."""
    return Columns(sort=(review.at,), status=review.state, parent=review.decision)


def of_correction(correction: Correction) -> Columns:
    """Of a correction."""
    return Columns(sort=(correction.at,), status=correction.verdict, parent=correction.decision)


def of_incident(incident: Incident) -> Columns:
    """Of an incident."""
    # "~" sorts after every date: what has no date stands last.
    day = (incident.when.start if incident.when else None) or "~"
    return Columns(sort=(day, incident.title))


def of_toll(toll: Toll) -> Columns:
    """Of a toll."""
    return Columns(
        sort=(toll.measure, toll.counter, toll.title), measure=toll.measure, status=toll.status
    )


def of_assessment(a: Assessment) -> Columns:
    """Of an assessment."""
    return Columns(
        sort=(
            *(a.subject_kind, a.subject, a.measure, a.unit or "", a.phase or ""),
            *(a.status or "", a.method),
        ),
        measure=a.measure,
        grade=a.grade,
        status=a.status,
        parent=a.subject,
    )


def of_figure(f: Figure) -> Columns:
    """Of a figure."""
    return Columns(
        sort=(
            *(f.subject_kind, f.subject, f.measure, f.unit or "", f.phase or ""),
            *(f.statement, f.method),
        ),
        measure=f.measure,
        grade=f.grade,
        status=f.status,
        parent=f.assessment,
    )
