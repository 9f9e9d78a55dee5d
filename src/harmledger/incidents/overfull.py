"""Figures that cannot be right: low above high, parts that are more than the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from harmledger.incidents.readings import counted, status_of
from harmledger.records import Claim

__all__ = ["contradictory", "overfull"]

#: A status that leaves open who they were; no person has two of the others, or is of two sides.
_OPEN = frozenset({"mixed", None})


def overfull(claims: Iterable[Claim], by_id: Mapping[str, Claim]) -> frozenset[str]:
    """The ids of parts of a whole that are of different statuses and add up to more than it.

    Of children and women nothing is said: they may be the same people. A part stands in the text
    of its whole.
    """
    parts: dict[tuple[str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        status = status_of(claim)
        if claim.part_of and claim.low is not None and status not in _OPEN and counted(claim):
            whole = by_id.get(claim.part_of)
            if whole is not None and whole.text_id == claim.text_id:
                parts[claim.part_of, claim.measure][status or ""].append(claim)
    found: set[str] = set()
    for (whole_id, measure), by_status in parts.items():
        whole = by_id[whole_id]
        if whole.measure != measure or whole.high is None or len(by_status) < 2:
            continue
        if sum(max(c.low or 0 for c in own) for own in by_status.values()) > whole.high:
            found.update(claim.id for own in by_status.values() for claim in own)
    return frozenset(found)


def contradictory(claim: Claim, by_id: Mapping[str, Claim]) -> bool:
    """A low above its high, or below zero, or a part larger than its whole."""
    low, high = claim.low, claim.high
    if (low is not None and low < 0) or (high is not None and high < 0):
        return True
    if low is not None and high is not None and low > high:
        return True
    whole = by_id.get(claim.part_of) if claim.part_of else None
    if whole is None or whole.high is None or low is None:
        return False
    return whole.measure == claim.measure and whole.unit == claim.unit and low > whole.high
