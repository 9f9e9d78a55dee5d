"""Records as rows of a table on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import to_builtins

from harmledger.cli.decided_rows import correction_row, decision_row, review_row, review_words
from harmledger.cli.output import json_lines, table, wants_table
from harmledger.cli.words import short
from harmledger.ledger import range_words
from harmledger.records import (
    Assessment,
    Claim,
    Counter,
    Family,
    Figure,
    Incident,
    Page,
    Refusal,
    Review,
    Text,
    Toll,
)

__all__ = ["TABLES", "show_records"]

#: A table shows the day of publication; the record has the hour.
_DAY = 10


def _page(page: Page) -> list[str]:
    return [short(page.id), page.document, page.media_type, str(page.size), page.url or ""]


def _text(text: Text) -> list[str]:
    dropped = sum(not block.kept for block in text.blocks)
    return [
        short(text.id),
        text.document,
        text.publisher or "",
        (text.published_at or "")[:_DAY],
        text.lang or "",
        text.title or "",
        f"{len(text.blocks)} ({dropped} dropped)",
    ]


def _family(family: Family) -> list[str]:
    members = ", ".join(f"{m.document} ({m.relation})" for m in family.members)
    return [
        short(family.id),
        str(len(family.members)),
        members,
        " ".join(tie.sentence for tie in family.evidence),
    ]


def _claim(claim: Claim) -> list[str]:
    return [
        short(claim.id),
        claim.document,
        claim.measure,
        range_words(claim.low, claim.high),
        claim.quote,
        claim.population.status if claim.population else "",
        claim.speaker.name if claim.speaker else "",
        claim.when.surface if claim.when else "",
    ]


def _counter(counter: Counter) -> list[str]:
    names = "; ".join(f"{name.name} [{short(name.id)}, {name.rule}]" for name in counter.names)
    documents = {document for name in counter.names for document in name.documents}
    return [short(counter.id), counter.name, counter.kind, str(len(documents)), names]


def _incident(incident: Incident) -> list[str]:
    return [
        short(incident.id),
        incident.title,
        (incident.when.start if incident.when else None) or "",
        incident.where.name if incident.where else "",
        "; ".join(f"{m.measure} {range_words(m.low, m.high)}" for m in incident.measures),
        str(len(incident.reports)),
        str(incident.independent_origins),
    ]


def _toll(toll: Toll) -> list[str]:
    last = toll.points[-1] if toll.points else None
    return [
        short(toll.id),
        toll.counter,
        toll.measure,
        toll.definition,
        str(len(toll.points)),
        range_words(last.low, last.high) if last else "",
        str(toll.independent_origins),
    ]


def _assessment(a: Assessment) -> list[str]:
    return [
        short(a.id),
        a.subject_kind,
        a.measure,
        a.status or "",
        range_words(a.low, a.high),
        a.grade,
        str(a.independent_origins),
        a.method,
    ]


def _figure(f: Figure) -> list[str]:
    return [short(f.id), f.statement, f.measure, f.grade, f.status, str(f.independent_origins)]


def _refusal(refusal: Refusal) -> list[str]:
    return [refusal.source, refusal.code, refusal.message, refusal.hint, refusal.severity]


#: Kind to the names of its columns and the function that makes a row.
TABLES: dict[str, tuple[list[str], Callable[[Any], list[str]]]] = {
    "pages": (["id", "document", "type", "bytes", "address"], _page),
    "texts": (["id", "document", "publisher", "date", "lang", "title", "blocks"], _text),
    "families": (["id", "texts", "members", "evidence"], _family),
    "claims": (
        ["id", "document", "measure", "figure", "quote", "status", "speaker", "when"],
        _claim,
    ),
    "counters": (["id", "counter", "kind", "reports", "names"], _counter),
    "incidents": (["id", "incident", "date", "place", "said", "reports", "origins"], _incident),
    "tolls": (["id", "counter", "measure", "what is counted", "points", "last", "origins"], _toll),
    "assessments": (
        ["id", "of", "measure", "status", "figure", "grade", "origins", "method"],
        _assessment,
    ),
    "figures": (["id", "statement", "measure", "grade", "status", "origins"], _figure),
    "decisions": (["id", "verdict", "about", "by", "on", "why", "replaces"], decision_row),
    "reviews": (
        ["id", "verdict", "about", "state", "means", "set", "by", "why"],
        review_row,
    ),
    "corrections": (
        ["id", "on", "verdict", "about", "by", "why", "before and after"],
        correction_row,
    ),
    "refused": (["source", "code", "why", "hint", "severity"], _refusal),
}


#: Columns of one word each, whose word is never broken: a few words that mean something.
_WHOLE = frozenset(
    "id type bytes date lang texts measure status reports points of grade origins method "
    "code severity".split()
)


def show_records(
    kind: str,
    records: Iterable[Any],
    *,
    as_json: bool,
    reviews: Mapping[str, Review] = MappingProxyType({}),
) -> int:
    """Records of a kind on stdout: a table on a terminal, else JSON Lines as they come.

    How many there were; of none there is no table either. ``reviews``: by id of a claim, what a
    person decided: it is added to the claim, which stays as it was read.
    """
    if not wants_table(as_json):
        return (
            json_lines(
                {**to_builtins(one), "review": reviews[one.id]} if one.id in reviews else one
                for one in records
            )
            if reviews
            else json_lines(records)
        )
    columns, row = TABLES[kind]
    rows = [
        [*row(one), *([review_words(reviews.get(one.id))] if reviews else [])] for one in records
    ]
    if rows:
        table([*columns, "decided"] if reviews else columns, rows, whole=_WHOLE)
    return len(rows)
