"""Claims by id, with the kind of speaker that the vocabulary knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from harmledger.counters.who import Counters
from harmledger.kept import whole
from harmledger.records import Claim

__all__ = ["KnownClaims"]


class KnownClaims(Mapping[str, Claim]):
    """Claims by id, each with its speaker as :meth:`Counters.as_known` has it.

    ``said``: the claims as they were read; ``held``: those of them that are asked for again and
    again.
    """

    def __init__(
        self,
        said: Mapping[str, Claim],
        counters: Counters,
        held: Mapping[str, Claim] | None = None,
    ) -> None:
        self.said = said
        self._held = held or {}
        self._counters = counters

    def __getitem__(self, claim_id: str) -> Claim:
        claim = self._held.get(claim_id) or self.said[claim_id]
        return self._counters.as_known(whole(claim))

    def __iter__(self) -> Iterator[str]:
        return iter(self.said)

    def __len__(self) -> int:
        return len(self.said)

    def __contains__(self, claim_id: object) -> bool:
        return claim_id in self.said
