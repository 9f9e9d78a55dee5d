"""Marks: a hash of what a subject's rows were made from, and a hash of those rows.

``made_from`` holds ``<from>.<rows>``. The first part tells a run whether there is work to do;
the second tells ``verify`` whether somebody changed the rows afterwards.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

__all__ = ["Marks", "digest", "mark", "rows_part"]


def digest(parts: Iterable[bytes]) -> str:
    """A SHA-256 over parts of known length, so that their borders count."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def mark(made_from: str, rows: Iterable[bytes]) -> str:
    """The mark to keep for a subject."""
    return f"{made_from}.{digest(rows)}"


def rows_part(kept: str) -> str:
    """The part of a mark that hashes the rows."""
    return kept.partition(".")[2]


class Marks:
    """The marks of one stage as they stand when a run begins."""

    def __init__(self, kept: dict[str, str]) -> None:
        self._kept = kept

    def current(self, subject: str, made_from: str) -> bool:
        """Whether the subject's rows were made from exactly this."""
        return self._kept.get(subject, "").partition(".")[0] == made_from
