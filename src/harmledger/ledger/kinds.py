"""The kinds of record a book holds: their types, and how each is stored."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import msgspec

from harmledger.errors import UsageProblem
from harmledger.ledger import columns
from harmledger.ledger.columns import Columns
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
class Kind:
    """One kind of record: its plural name (also its table), its type and its columns.

    ``by_column``: the columns of its table that are filled and that it can be asked for by;
    ``filters``: the names that ``list`` can filter it by, those columns among them.
    """

    name: str
    record: type[Record]
    columns: Callable[[Any], Columns]
    by_column: frozenset[str]
    filters: frozenset[str]

    def encode(self, record: Record) -> bytes:
        """The record as JSON, keys in the order of its fields."""
        return _encoder().encode(record)

    @staticmethod
    def digest(body: bytes) -> bytes:
        """The hash by which a row is known to say the same."""
        return hashlib.blake2b(body, digest_size=16).digest()

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


def _kinds(
    rows: Iterable[tuple[str, type[Record], Callable[[Any], Columns], str, str]],
) -> list[Kind]:
    return [
        Kind(
            name=name,
            record=record,
            columns=columns,
            by_column=frozenset(own.split()),
            filters=frozenset(f"{own} {further}".split()),
        )
        for name, record, columns, own, further in rows
    ]


#: In the order of the stream; ``list`` offers them in this order.
KINDS: tuple[Kind, ...] = tuple(
    _kinds(
        (
            ("pages", Page, columns.of_page, "document", ""),
            ("texts", Text, columns.of_text, "document", ""),
            ("families", Family, columns.of_family, "", "document"),
            ("claims", Claim, columns.of_claim, "document measure status", "place speaker"),
            ("counters", Counter, columns.of_counter, "", "document"),
            ("incidents", Incident, columns.of_incident, "", "document measure place"),
            ("tolls", Toll, columns.of_toll, "measure status", "document place"),
            (
                "assessments",
                Assessment,
                columns.of_assessment,
                "measure grade status",
                "document edges",
            ),
            (
                *("figures", Figure, columns.of_figure),
                *("measure grade status", "document place edges"),
            ),
            ("decisions", Decision, columns.of_decision, "", ""),
            ("reviews", Review, columns.of_review, "status", ""),
            ("corrections", Correction, columns.of_correction, "", ""),
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
