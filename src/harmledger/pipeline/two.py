"""What a decision about two is made from: which two are meant, and what was seen of them."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.records import Edit

__all__ = ["Two"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Two:
    """Two names of counters (``kind`` name) or two incidents, by id and as readers know them.

    ``seen``: a hash of what was seen; ``edits``: what else the decision must hold;
    ``supersedes``: the id of the decision that it replaces.
    """

    kind: str
    ids: tuple[str, str]
    names: tuple[str, str]
    seen: str
    edits: tuple[Edit, ...] = ()
    supersedes: str | None = None
