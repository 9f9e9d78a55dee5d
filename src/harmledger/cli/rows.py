"""Records as rows of a table on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any

from msgspec import to_builtins

from harmledger.cli.decided_rows import correction_row, decision_row, review_row, review_words
from harmledger.cli.ordering import for_people
from harmledger.cli.output import json_lines, table, wants_table
from harmledger.cli.spoken import in_options
from harmledger.cli.subject_rows import figure_row, incident_row, toll_row
from harmledger.cli.words import short
from harmledger.records import (
    Assessment,
    Claim,
    Counter,
    Family,
    Page,
    Refusal,
    Review,
    Text,
)
from harmledger.wording import range_words

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
    own = counter.names[0].name if len(counter.names) == 1 else ""
    # One name that is the counter's own says nothing more.
    named = () if own == counter.name else counter.names
    names = "; ".join(f"{name.name} [{short(name.id)}, {name.rule}]" for name in named)
    documents = {document for name in counter.names for document in name.documents}
    return [short(counter.id), counter.name, counter.kind, str(len(documents)), names]


def _assessment(a: Assessment) -> list[str]:
    return [
        short(a.id),
        a.subject_kind,
        a.measure,
        a.status or "",
        range_words(a.low, a.high, a.highest_said),
        a.grade,
        str(a.independent_origins),
        a.method,
    ]


def _refusal(refusal: Refusal) -> list[str]:
    hint = in_options(refusal.hint)
    return [refusal.source, refusal.code, refusal.message, hint, refusal.severity]


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
    "incidents": (["id", "when", "place", "said", "reports", "origins"], incident_row),
    "tolls": (["id", "counter", "what is counted", "last", "of", "readings"], toll_row),
    "assessments": (
        ["id", "of", "measure", "status", "figure", "grade", "origins", "method"],
        _assessment,
    ),
    "figures": (["id", "statement", "grade", "status", "origins"], figure_row),
    "decisions": (
        ["id", "verdict", "about", "by", "on", "why", "replaces", "state"],
        decision_row,
    ),
    "reviews": (
        ["id", "verdict", "about", "state", "means", "set", "by", "why"],
        review_row,
    ),
    "corrections": (
        ["id", "on", "verdict", "about", "by", "why", "figures moved"],
        correction_row,
    ),
    "refused": (["source", "code", "why", "hint", "severity"], _refusal),
}


#: Columns of one word each, whose word is never broken: a few words that mean something.
_WHOLE = frozenset(
    "id type bytes date lang texts measure status reports readings of grade origins method "
    "code severity".split()
)


def show_records(
    kind: str,
    records: Iterable[Any],
    *,
    as_json: bool,
    reviews: Mapping[str, Review] = MappingProxyType({}),
    limit: int | None = None,
) -> int:
    """Records of a kind on stdout: a table on a terminal, else JSON Lines as they come.

    A table has what most tell of first, JSON Lines the book's order. At most ``limit``. How many
    there were; of none there is no table either. ``reviews``: by id of a claim, what a person
    decided: it is added to the claim, which stays as it was read; by id of a decision, what it
    means now.
    """
    if not wants_table(as_json):
        records = islice(records, limit)
        return (
            json_lines(
                {**to_builtins(one), "review": reviews[one.id]} if one.id in reviews else one
                for one in records
            )
            if reviews and kind == "claims"
            else json_lines(records)
        )
    columns, row = TABLES[kind]
    chosen = islice(for_people(kind, records), limit)
    decided = bool(reviews) and kind == "claims"
    if kind == "decisions":
        rows = [decision_row(one, reviews.get(one.id)) for one in chosen]
    elif decided:
        rows = [[*row(one), review_words(reviews.get(one.id))] for one in chosen]
    else:
        rows = [row(one) for one in chosen]
    if rows:
        table([*columns, "decided"] if decided else columns, rows, whole=_WHOLE)
    return len(rows)
