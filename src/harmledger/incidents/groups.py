"""Where nobody speaks of all: what claims about children, women or staff say of the whole."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.incidents.readings import Reading, described, largest_low, reading_of, status_of
from harmledger.records import Claim

__all__ = ["readings_of_groups", "smaller_groups"]


def smaller_groups(claims: Sequence[Claim]) -> list[Claim]:
    """Where all are of one status: the claims about children or women only, if others remain."""
    if len({status_of(claim) for claim in claims}) != 1:
        return []
    limited = [claim for claim in claims if described(claim) != (None, None)]
    return limited if len(limited) < len(claims) else []


def readings_of_groups(claims: Sequence[Claim]) -> list[Reading]:
    """Children here, women there, soldiers elsewhere: the largest group is a lower bound.

    Groups of one figure may be the same people in other words: the figure then stands.
    """
    groups = {(status_of(claim), *described(claim)) for claim in claims}
    figures = {(claim.low, claim.high) for claim in claims}
    if len(groups) > 1 and len(figures) > 1:
        return [Reading(largest_low(claims), None, tuple(claims))]
    return [reading_of(claim) for claim in claims]
