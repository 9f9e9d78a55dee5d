"""Claims of what befell or was done by another, told only to say who somebody is."""

from __future__ import annotations

from bisect import bisect_right

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.places.related import of_another
from harmledger.records import Claim

__all__ = ["is_of_kin"]


def is_of_kin(reading: Reading, claim: Claim) -> bool:
    """ "A nephew of a commander killed last year": not at the place of the report's event."""
    starts = [sentence.start for sentence in reading.sentences]
    parsed = reading.parsed.get(bisect_right(starts, claim.sentence_start) - 1)
    if parsed is None or claim.basis is None:
        return False
    at = claim.basis.start
    return any(of_another(t) for t in parsed.doc if parsed.start(t) == at)
