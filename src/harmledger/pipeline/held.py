"""What a check of a book has in hand: its records and their bytes, and names for both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from harmledger.ledger import Record
from harmledger.pipeline.marks import digest

__all__ = ["SHORT_ID", "Held", "name_of"]

#: Characters of a hash that are enough to find a record by.
SHORT_ID = 12
_NAMES = {
    "pages": "page",
    "texts": "text",
    "families": "family",
    "claims": "claim",
    "counters": "counter",
    "incidents": "incident",
    "tolls": "toll",
    "assessments": "assessment",
    "figures": "figure",
    "decisions": "decision",
    "reviews": "review",
    "corrections": "correction",
}


@dataclass(slots=True)
class Held:
    """What a book holds, by kind and id: the records that can be read, and their bytes.

    Marks are checked against the bytes as stored, not as this version would write them: a
    record may have gained a field since.
    """

    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    bodies: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def rows(self, name: str, records: list[Any]) -> str:
        """The digest that a mark keeps of these records."""
        return digest(self.bodies[name][record_id] for record_id in sorted(r.id for r in records))


def name_of(kind: str, record_id: str) -> str:
    """How a check names a record: its kind in one word and the start of its id."""
    return f"{_NAMES[kind]} {record_id if len(record_id) <= 20 else record_id[:SHORT_ID]}"
