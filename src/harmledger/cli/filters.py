"""The filters of ``list``: which records of a kind are meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from typing import Any

from harmledger.errors import UsageProblem, did_you_mean
from harmledger.ledger import Book, Record, kind_named
from harmledger.pipeline import stands_in
from harmledger.records import Claim, Refusal, Where

__all__ = ["chosen", "places_of", "why_none"]

_Test = Callable[[Any], bool]


def chosen(book: Book, kind: str, filters: dict[str, str]) -> Iterator[Record | Refusal]:
    """The records of a kind that pass every filter, in the book's order.

    UsageProblem where a filter means nothing for the kind (a page has no measure).
    """
    allowed = frozenset[str]() if kind == "refused" else kind_named(kind).filters
    for name in filters:
        if name not in allowed:
            fitting = ", ".join(f"--{one}" for one in sorted(allowed)) or "none"
            raise UsageProblem(
                f"--{name}: {kind} have no {name}", hint=f"filters of {kind}: {fitting}"
            )
    if kind == "refused":
        return book.refusals()
    by_column = kind_named(kind).by_column
    where = {
        name: wanted
        for name, wanted in filters.items()
        if name in by_column and not (name == "document" and _is_pattern(wanted))
    }
    tests: list[_Test] = []
    if "measure" in filters and "measure" not in where:
        tests.append(_of_measure(filters["measure"]))
    if "document" in filters and "document" not in where:
        tests.append(_of_document(book, kind, filters["document"]))
    if "place" in filters:
        tests.append(_of_place(book, kind, filters["place"]))
    if "edges" in filters:
        tests.append(lambda record: bool(record.edges))
    if "speaker" in filters:
        tests.append(_of_speaker(filters["speaker"]))
    return (record for record in book.records(kind, where) if all(test(record) for test in tests))


def why_none(book: Book, kind: str, filters: dict[str, str]) -> str:
    """Why there is nothing to list, in one line."""
    if kind == "refused":
        return "nothing was left out"
    if not book.count(kind):
        unfinished = book.meta("method") is None
        ended = "; its run has not ended: give the same command again" if unfinished else ""
        return f"this book holds no {kind}{ended}"
    given = " and ".join(f"--{name} {value}".rstrip() for name, value in filters.items())
    there_are = {name: ", ".join(_known(book, kind, name)) for name in filters}
    known = "; ".join(f"{name}: {words}" for name, words in there_are.items() if words)
    near = did_you_mean(filters["place"], places_of(book)) if "place" in filters else ""
    return f"no {kind} fit {given}" + (f" (in this book, {known})" if known else "") + near


def places_of(book: Book) -> list[str]:
    """The names of the places of a book's claims and incidents."""
    claimed = (claim.place for claim in book.claims())
    happened = (incident.where for incident in book.incidents())
    return sorted({where.name for where in (*claimed, *happened) if where is not None})


def _known(book: Book, kind: str, name: str) -> list[str]:
    """The words that a filter can be given in this book; of documents, places and
    speakers there are too many."""
    if name in {"document", "place", "speaker", "edges"}:
        return []
    if name in kind_named(kind).by_column:
        return sorted({word for _id, word in book.column(kind, name) if word})
    return sorted({spread.measure for one in book.incidents() for spread in one.measures})


def _of_measure(wanted: str) -> _Test:
    """Of incidents, which are of several measures; those of other kinds stand in a column."""
    return lambda incident: any(spread.measure == wanted for spread in incident.measures)


def _of_place(book: Book, kind: str, wanted: str) -> _Test:
    """By the name of the place or of the larger one named with it, or of its country."""

    def fits(where: Where | None) -> bool:
        return stands_in(where, wanted)

    if kind == "claims":
        return lambda claim: fits(claim.place)
    if kind == "incidents":
        return lambda incident: fits(incident.where)
    own = {incident.id for incident in book.incidents() if fits(incident.where)}
    own |= {t.id for t in book.tolls() if t.where and t.where.casefold() == wanted.casefold()}
    return lambda record: (record.id if kind == "tolls" else record.subject) in own


def _of_speaker(wanted: str) -> _Test:
    """By a part of the name of whoever said it; of what the report itself says, its publisher."""
    part = wanted.casefold()

    def test(claim: Claim) -> bool:
        one = claim.speaker
        names = (one.name, one.canonical) if one else (claim.reported_by, claim.document)
        return any(part in name.casefold() for name in names if name)

    return test


def _is_pattern(document: str) -> bool:
    return any(sign in document for sign in "*?[")


def _of_document(book: Book, kind: str, wanted: str) -> _Test:
    def fits(document: str) -> bool:
        return document == wanted or fnmatchcase(document, wanted)

    if kind in {"pages", "texts", "claims"}:
        return lambda record: fits(record.document)
    if kind == "families":
        return lambda family: any(fits(member.document) for member in family.members)
    if kind == "counters":
        return lambda counter: any(fits(d) for name in counter.names for d in name.documents)
    # The others are made of claims, so they come from the documents of those.
    claims = {claim for claim, document in book.column("claims", "document") if fits(document)}
    if kind == "figures":
        return lambda figure: any(link.claim_id in claims for link in figure.trace)
    return lambda record: not claims.isdisjoint(record.claims)
