"""Incidents and tolls that a decision gave another id: the old one still tells which is meant.

The id of either follows from its claims. The book notes, in its ``meta``, under which id most
claims of one stand after a decision.
"""

from __future__ import annotations

from collections.abc import Iterable

from harmledger.decisions import Groups
from harmledger.ledger import Book
from harmledger.pipeline.beginnings import begins
from harmledger.records import Incident, Toll

__all__ = ["note_renamed", "renamed"]

_META = {"incidents": "renamed_incidents", "tolls": "renamed_tolls"}


def note_renamed(
    book: Book, kind: str, before: Iterable[Incident | Toll], after: Iterable[Incident | Toll]
) -> tuple[tuple[str, str], ...]:
    """Keep the new ids of those that are not there any more, inside a transaction.

    ``kind``: incidents or tolls. Given back are the pairs of old and new ids.
    """
    groups = Groups(after)
    pairs = tuple(
        (group.id, new)
        for group in before
        if (new := groups.again(group.id, group.claims)) is not None and new != group.id
    )
    if pairs:
        known = book.meta(_META[kind])
        lines = [*([known] if known else []), *(f"{old} {new}" for old, new in pairs)]
        book.writer.set_meta(_META[kind], "\n".join(lines))
    return pairs


def renamed(book: Book, wanted: str, kind: str = "incidents") -> str | None:
    """The id that an incident (or toll, by ``kind``) has now, by the one it had or its beginning.

    None where none is known.
    """
    pairs = dict(line.split() for line in (book.meta(_META[kind]) or "").splitlines())
    found = next((old for old in pairs if begins(old, wanted)), None)
    seen: set[str] = set()
    while found is not None and found not in seen:
        if book.one(kind, found) is not None:
            return found
        seen.add(found)
        found = pairs.get(found)
    return None
