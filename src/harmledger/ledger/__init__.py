"""The ledger: a book is a folder with ``ledger.db``, ``archive/`` and ``site/``.

It stands above every stage: it knows their records, they do not know it.
"""

from __future__ import annotations

from harmledger.ledger.archive import Archive
from harmledger.ledger.asking import SHORTEST_ID
from harmledger.ledger.book import Book
from harmledger.ledger.kinds import DERIVED, KINDS, Kind, Record, kind_named
from harmledger.ledger.lock import WriteLock
from harmledger.ledger.reader import Location
from harmledger.ledger.unread import Records, Unread

__all__ = [
    "DERIVED",
    "KINDS",
    "SHORTEST_ID",
    "Archive",
    "Book",
    "Kind",
    "Location",
    "Record",
    "Records",
    "Unread",
    "WriteLock",
    "kind_named",
]
