"""The filters of ``list``: which records of a kind are meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from typing import Any

from harmledger.errors import UsageProblem
from harmledger.ledger import Book, Record, kind_named
from harmledger.records import Refusal

__all__ = ["chosen"]

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
    tests: list[_Test] = []
    if "measure" in filters:
        tests.append(_of_measure(filters["measure"]))
    if "document" in filters:
        tests.append(_of_document(book, kind, filters["document"]))
    if "grade" in filters:
        tests.append(lambda record: record.grade == filters["grade"])
    if "status" in filters:
        tests.append(_of_status(filters["status"]))
    return (record for record in book.records(kind) if all(test(record) for test in tests))


def _of_measure(wanted: str) -> _Test:
    def test(record: Any) -> bool:
        if hasattr(record, "measures"):
            return any(spread.measure == wanted for spread in record.measures)
        return bool(record.measure == wanted)

    return test


def _of_status(wanted: str) -> _Test:
    def test(record: Any) -> bool:
        if hasattr(record, "population"):
            return record.population is not None and record.population.status == wanted
        return bool(record.status == wanted)

    return test


def _of_document(book: Book, kind: str, wanted: str) -> _Test:
    def fits(document: str) -> bool:
        return document == wanted or fnmatchcase(document, wanted)

    if kind in {"pages", "texts", "claims"}:
        return lambda record: fits(record.document)
    if kind == "families":
        return lambda family: any(fits(member.document) for member in family.members)
    # The others are made of claims, so they come from the documents of those.
    claims = {claim.id for claim in book.claims() if fits(claim.document)}
    if kind == "figures":
        return lambda figure: any(link.claim_id in claims for link in figure.trace)
    return lambda record: not claims.isdisjoint(record.claims)
