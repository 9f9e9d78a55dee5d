"""Whether what somebody typed is an id or the beginning of one."""

from __future__ import annotations

from harmledger.ledger import SHORTEST_ID

__all__ = ["begins"]


def begins(record_id: str, wanted: str) -> bool:
    """Whether ``wanted`` is this id or a beginning of it, as long as the book's own ``get`` asks
    for: with fewer characters almost anything is the beginning of some id."""
    start = wanted.strip().lower()
    return len(start) >= SHORTEST_ID and record_id.startswith(start)
