"""Incidents that are parts of others, so that nobody is counted twice."""

from __future__ import annotations

from collections.abc import Iterable

from harmledger.records import Incident

__all__ = ["parts_among"]


def parts_among(incidents: Iterable[Incident]) -> frozenset[str]:
    """The ids of those that are told as a part of another one of these: their people are among
    the people of that one."""
    own = list(incidents)
    held = {incident.id for incident in own}
    return frozenset(one.id for one in own if any(link.incident in held for link in one.part_of))
