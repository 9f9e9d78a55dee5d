"""What is said of a book that cannot be opened or read."""

from __future__ import annotations

from pathlib import Path

from harmledger.errors import BookDamaged, HarmledgerError

__all__ = ["NoAccess", "damaged", "no_access"]


class NoAccess(HarmledgerError):
    """The system does not let this user read or write the book."""

    code = "no-access"


def no_access(place: Path, why: object) -> NoAccess:
    """The error for a book that is sound, as far as one can see, but closed to this user."""
    return NoAccess(
        f"{place}: the book cannot be opened: {why}",
        hint="see who owns the book's folder and what is in it, and what its permissions are",
    )


def damaged(path: Path, why: object) -> BookDamaged:
    """The error for a ledger that SQLite cannot read."""
    return BookDamaged(
        f"{path}: the ledger cannot be read: {why}",
        hint="the original pages are safe in archive/; restore ledger.db from a copy, "
        "or move it away and run the same input again",
    )
