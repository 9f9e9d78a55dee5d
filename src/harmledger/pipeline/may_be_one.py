"""Counters of a book whose names may mean one, for a person to decide."""

from __future__ import annotations

from collections.abc import Iterator

from harmledger.counters import from_records, in_force, likely_one
from harmledger.ledger import Book
from harmledger.records import MayBeOne

__all__ = ["may_be_one"]


def may_be_one(book: Book) -> Iterator[MayBeOne]:
    """Pairs of counters of one incident, or of tolls that are rivals, that may be one."""
    tolls = {toll.id: toll for toll in book.tolls()}
    subjects: dict[str, tuple[str, ...]] = {one.id: one.claims for one in book.incidents()}
    for toll in tolls.values():
        rivals = (tolls[rival.toll] for rival in toll.rivals if rival.toll in tolls)
        beside = [claim for other in rivals for claim in other.claims]
        subjects[toll.id] = (*toll.claims, *beside)
    rulings = in_force(book.decisions())
    apart = [(ruling.one, ruling.other) for ruling in rulings if not ruling.together]
    counters = from_records(book.counters(), book.families())
    yield from likely_one(counters, subjects, apart)
