"""Cells of a figure's row that come of its incident or toll, and what to know before adding it."""

from __future__ import annotations

from typing import cast

from harmledger.figures import disputed, of_words
from harmledger.ledger import Book
from harmledger.records import Assessment, Claim, Figure, Incident, Toll

__all__ = ["caveat_cells", "subject_cells"]


def subject_cells(book: Book, figure: Figure) -> dict[str, str | int | float | None]:
    """Title, when and where of an incident; title, area and last day of a running count."""
    subject = cast("Incident | Toll | None", book.one(f"{figure.subject_kind}s", figure.subject))
    incident = subject if isinstance(subject, Incident) else None
    toll = subject if isinstance(subject, Toll) else None
    when = incident.when if incident else None
    where = incident.where if incident else None
    last = toll.points[-1] if toll and toll.points else None
    name = where.name if where else toll.where if toll else None
    return {
        "title": subject.title if subject else None,
        "when_start": when.start if when else None,
        "when_end": when.end if when else None,
        "when_precision": when.precision if when else None,
        "where_name": " ".join(name.split()) if name else None,
        "where_country": where.country if where else None,
        "where_lat": where.lat if where else None,
        "where_lon": where.lon if where else None,
        "where_precision": where.precision if where else None,
        "as_of": last.as_of if last else None,
    }


def caveat_cells(book: Book, assessment: Assessment | None) -> dict[str, str]:
    """Whether no source gives a number, and whether who was harmed is disputed (its low is 0)."""
    words = who = False
    if assessment is not None:
        ids = (claim for origin in assessment.origins for claim in origin.claims)
        found = [book.one("claims", one) for one in ids]
        words = of_words(assessment, [cast("Claim", one) for one in found if one is not None])
        who = disputed(assessment)
    return {"words_only": "true" if words else "false", "disputed": "true" if who else "false"}
