"""A toll beside which others may be set: what its definition is read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.records import Claim, Toll

__all__ = ["Count"]


@dataclass(frozen=True, slots=True)
class Count:
    """A toll with what its definition is read from.

    ``what``: whom it counts, in words; ``period``: equal for counts that begin together; ``of``:
    the country in the counter's name, for counts that name no area.
    """

    toll: Toll
    claims: Sequence[Claim]
    counter: object
    what: str
    period: object
    of: str | None = None
