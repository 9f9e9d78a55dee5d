"""What a claim's own sentence says: when and where, and whether it counts all who were harmed."""

from __future__ import annotations

from harmledger.places import is_bare
from harmledger.records import Claim, Where

__all__ = ["named_place", "of_all", "states_nothing", "states_time"]


def of_all(claim: Claim) -> bool:
    """Whether it counts two or more people who are told as no part of others."""
    some = claim.basis is not None and claim.basis.only_some
    return (claim.low or 0) > 1 and claim.part_of is None and not some


def named_place(claim: Claim) -> Where | None:
    """Where it happened, unless that has no name: "the village" is where the report is."""
    place = claim.place
    return None if place is None or is_bare(place) else place


def states_nothing(claim: Claim) -> bool:
    """Whether its own sentence says neither when nor where."""
    where = claim.where
    placed = where is not None and claim.sentence_start <= where.start < claim.sentence_end
    return not placed and not states_time(claim)


def states_time(claim: Claim) -> bool:
    """Whether its own sentence says when."""
    when = claim.time
    return (
        when is not None
        and when.offset is not None
        and claim.sentence_start <= when.offset < claim.sentence_end
    )
