"""The kinds of record a book holds, and the few columns each is found and sorted by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import msgspec

from harmledger.errors import UsageProblem
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

__all__ = ["DERIVED", "KINDS", "Kind", "Record", "kind_named"]

Record = (
    Page
    | Text
    | Family
    | Claim
    | Counter
    | Incident
    | Toll
    | Assessment
    | Figure
    | Decision
    | Review
    | Correction
)

#: Widest code point offset that sorts rightly as text.
_OFFSET_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What a row can be looked up by. ``parent`` is the id of what it was made from."""

    sort: tuple[str | int, ...]
    document: str | None = None
    measure: str | None = None
    grade: str | None = None
    status: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of record: its plural name (also its table), its type and its columns.

    ``filters`` are the names ``list`` can filter this kind by.
    """

    name: str
    record: type[Record]
    columns: Callable[[Any], Columns]
    filters: frozenset[str]

    def encode(self, record: Record) -> bytes:
        """The record as JSON, keys in the order of its fields."""
        return _encoder().encode(record)

    def decode(self, body: bytes) -> Record:
        """The record from its JSON; msgspec.DecodeError for anything else."""
        return cast("Record", _decoder(self.name).decode(body))

    def row(self, record: Record) -> tuple[str | bytes | None, ...]:
        """The values of a row: id, sort, document, measure, grade, status, parent, body."""
        c = self.columns(record)
        key = "\x1f".join(
            f"{part:0{_OFFSET_DIGITS}d}" if isinstance(part, int) else part for part in c.sort
        )
        key = f"{key}\x1f{record.id}"
        body = self.encode(record)
        return (record.id, key, c.document, c.measure, c.grade, c.status, c.parent, body)


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder()


@cache
def _decoder(name: str) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind_named(name).record)


def _page(page: Page) -> Columns:
    return Columns(sort=(page.document,), document=page.document)


def _text(text: Text) -> Columns:
    return Columns(sort=(text.document,), document=text.document, parent=text.page_id)


def _family(family: Family) -> Columns:
    return Columns(sort=(min((m.document for m in family.members), default=""),))


def _claim(claim: Claim) -> Columns:
    return Columns(
        sort=(claim.document, claim.text_id, claim.start, claim.end),
        document=claim.document,
        measure=claim.measure,
        status=claim.population.status if claim.population else None,
        parent=claim.text_id,
    )


def _counter(counter: Counter) -> Columns:
    return Columns(sort=(counter.name.casefold(), counter.name))


def _decision(decision: Decision) -> Columns:
    return Columns(sort=(decision.at,), status=decision.verdict, parent=decision.subject)


def _review(review: Review) -> Columns:
    return Columns(sort=(review.at,), status=review.state, parent=review.decision)


def _correction(correction: Correction) -> Columns:
    return Columns(sort=(correction.at,), status=correction.verdict, parent=correction.decision)


def _incident(incident: Incident) -> Columns:
    # "~" sorts after every date: what has no date stands last.
    day = (incident.when.start if incident.when else None) or "~"
    return Columns(sort=(day, incident.title))


def _toll(toll: Toll) -> Columns:
    return Columns(
        sort=(toll.measure, toll.counter, toll.title), measure=toll.measure, status=toll.status
    )


def _assessment(a: Assessment) -> Columns:
    return Columns(
        sort=(a.subject_kind, a.subject, a.measure, a.unit or "", a.status or "", a.method),
        measure=a.measure,
        grade=a.grade,
        status=a.status,
        parent=a.subject,
    )


def _figure(f: Figure) -> Columns:
    return Columns(
        sort=(f.subject_kind, f.subject, f.measure, f.unit or "", f.statement, f.method),
        measure=f.measure,
        grade=f.grade,
        status=f.status,
        parent=f.assessment,
    )


def _kinds(rows: Iterable[tuple[str, type[Record], Callable[[Any], Columns], str]]) -> list[Kind]:
    return [
        Kind(name=name, record=record, columns=columns, filters=frozenset(filters.split()))
        for name, record, columns, filters in rows
    ]


#: In the order of the stream; ``list`` offers them in this order.
KINDS: tuple[Kind, ...] = tuple(
    _kinds(
        (
            ("pages", Page, _page, "document"),
            ("texts", Text, _text, "document"),
            ("families", Family, _family, "document"),
            ("claims", Claim, _claim, "document measure status"),
            ("counters", Counter, _counter, "document"),
            ("incidents", Incident, _incident, "document measure"),
            ("tolls", Toll, _toll, "document measure status"),
            ("assessments", Assessment, _assessment, "document measure grade status"),
            ("figures", Figure, _figure, "document measure grade status"),
            ("decisions", Decision, _decision, ""),
            ("reviews", Review, _review, "status"),
            ("corrections", Correction, _correction, ""),
        )
    )
)

#: The kinds that are made anew from all texts and claims, and replaced together.
DERIVED: tuple[str, ...] = (
    "families",
    "counters",
    "incidents",
    "tolls",
    "assessments",
    "figures",
    "reviews",
)


def kind_named(name: str) -> Kind:
    """The kind of this name; UsageProblem lists the names there are."""
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise UsageProblem(
        f"{name}: a book holds no such records",
        hint="kinds: " + ", ".join(kind.name for kind in KINDS),
    )
