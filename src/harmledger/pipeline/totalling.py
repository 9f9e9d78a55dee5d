"""Totals of a book, by its own method or another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from harmledger.assessments import after_reports
from harmledger.dates import point, span_of
from harmledger.errors import UsageProblem
from harmledger.figures import totals
from harmledger.ledger import Book
from harmledger.pipeline.assessing import assess_book, method_named
from harmledger.pipeline.measures import check_measure
from harmledger.pipeline.placed import stands_in
from harmledger.pipeline.rules import own_and_decisions
from harmledger.pipeline.standing import standing_base
from harmledger.records import Claim, Incident, Total

__all__ = ["totals_of"]


def totals_of(
    book: Book,
    *,
    by: str = "all",
    measure: str | None = None,
    since: str | None = None,
    until: str | None = None,
    place: str | None = None,
    method: str | None = None,
) -> Iterator[Total]:
    """Totals over the book's incidents; by the book's own method with figures as people set them.

    ``since`` and ``until``: only incidents that surely lie inside (YYYY, YYYY-MM, YYYY-MM-DD);
    ``place``: only those of this place (its name, or a country's name or code). Errors:
    UsageProblem for a date that cannot be read, an ``until`` before ``since`` or an unknown
    measure; VocabularyProblem for an unknown method.
    """
    check_measure(measure)
    name = book.meta("method")
    if name is None:
        raise UsageProblem(
            f"{book.path}: no figures were derived yet", hint="run the input of the book again"
        )
    rules = method_named(book, method or name)
    own = rules.id == method_named(book, name).id
    first, last = _day(since, 0), _day(until, 1)
    if first is not None and last is not None and first > last:
        raise UsageProblem(
            f"no day is since {since} and until {until}: {until} ends before {since} begins",
            hint="since takes the first day that is meant, until the last",
        )
    _own, decisions = own_and_decisions(book)
    judged = standing_base(book.texts(), book.claims(), decisions).judged.claims
    by_id = {claim.id: claim for claim in judged}
    wanted = [
        i
        for i in book.incidents()
        if _inside(i, first, last, by_id) and (place is None or stands_in(i.where, place))
    ]
    made = list(book.assessments()) if own else assess_book(book, rules)[0]
    yield from totals(
        rules,
        made,
        wanted,
        judged,
        by=by,
        measure=measure,
        figures=book.figures() if own else (),
        # A count of many events cannot be cut to a place or a time.
        tolls=book.tolls() if not (since or until or place) else (),
        open_again={one for r in book.reviews() if own and not r.counts for one in r.current},
    )


def _day(words: str | None, side: int) -> int | None:
    if words is None:
        return None
    found = point(words)
    if found is None or not words[:4].isdigit():
        raise UsageProblem(f"{words}: not a date", hint="write 2015, 2015-10 or 2015-10-03")
    return found[side]


def _inside(
    incident: Incident, first: int | None, last: int | None, claims: Mapping[str, Claim]
) -> bool:
    if first is None and last is None:
        return True
    span = span_of(incident.when)
    if span is None or span.yearless:
        return False
    if after_reports(incident, [claims[one] for one in incident.claims if one in claims]):
        return False
    return (first is None or span.low >= first) and (last is None or span.high <= last)
