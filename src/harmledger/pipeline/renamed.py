"""Incidents that a decision gave another id, so that the old one still tells which is meant.

The id of an incident follows from its claims. The book notes, in its ``meta``, under which id most
claims of an incident stand after a decision.
"""

from __future__ import annotations

from collections.abc import Iterable

from harmledger.decisions import Groups
from harmledger.ledger import Book
from harmledger.pipeline.beginnings import begins
from harmledger.records import Incident

__all__ = ["note_renamed", "renamed"]

_META = "renamed_incidents"


def note_renamed(book: Book, before: Iterable[Incident], after: Iterable[Incident]) -> None:
    """Keep the new ids of incidents that are not there any more, inside a transaction."""
    groups = Groups(after)
    lines = [
        f"{incident.id} {new}"
        for incident in before
        if (new := groups.again(incident.id, incident.claims)) not in {None, incident.id}
    ]
    if lines:
        known = book.meta(_META)
        book.writer.set_meta(_META, "\n".join([known, *lines] if known else lines))


def renamed(book: Book, wanted: str) -> str | None:
    """The id that an incident has now, by the one it had or its beginning; None: none is known."""
    pairs = dict(line.split() for line in (book.meta(_META) or "").splitlines())
    found = next((old for old in pairs if begins(old, wanted)), None)
    seen: set[str] = set()
    while found is not None and found not in seen:
        if book.one("incidents", found) is not None:
            return found
        seen.add(found)
        found = pairs.get(found)
    return None
