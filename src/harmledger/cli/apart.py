"""What speaks against a merge that a person asks for: said, and left to the person."""

from __future__ import annotations

from contextlib import suppress

from harmledger.dates import span_of
from harmledger.errors import NotFound
from harmledger.ledger import Book
from harmledger.records import Incident
from harmledger.wording import when_in_words

__all__ = ["apart_words"]


def apart_words(book: Book, one: str, other: str) -> str:
    """In one line that two incidents are of different days or countries; empty where not."""
    found = []
    for wanted in (one, other):
        with suppress(NotFound):
            record = book.get(wanted)
            found += [record] if isinstance(record, Incident) else []
    if len(found) < 2:
        return ""
    first, second = found
    said = []
    spans = [span_of(first.when), span_of(second.when)]
    a, b = spans
    if a and b and a.yearless == b.yearless and (a.high + 1 < b.low or b.high + 1 < a.low):
        said.append(f"days apart ({when_in_words(first.when)}; {when_in_words(second.when)})")
    places = [one.where for one in found if one.where and one.where.country]
    if len(places) == 2 and places[0].country != places[1].country:
        said.append(f"in two countries ({places[0].name}; {places[1].name})")
    return f"note: the two are {' and '.join(said)}; if they are two events, undo" if said else ""
