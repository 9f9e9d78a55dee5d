"""Parts of a figure have its source: "The ministry has 191 dead, of whom 164 were farmers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from harmledger.records import Claim

__all__ = ["with_shared_sources"]

#: Characters between a figure and its part in another sentence.
_REACH = 300


def with_shared_sources(claims: Sequence[Claim]) -> Iterator[Claim]:
    """``claims`` of one text, in their order; a part that names no source has that of its whole."""
    by_id = {claim.id: claim for claim in claims}
    for claim in claims:
        whole = by_id.get(claim.part_of) if claim.part_of is not None else None
        if (
            claim.speaker is None
            and whole is not None
            and whole.speaker is not None
            and whole.start < claim.start <= whole.end + _REACH
        ):
            claim = replace(claim, speaker=whole.speaker)
        yield claim
