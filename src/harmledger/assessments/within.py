"""Incidents that are parts of others, so that nobody is counted twice."""

from __future__ import annotations

from collections.abc import Iterable

from harmledger.records import Assessment, Incident

__all__ = ["parts_among"]


def parts_among(valued: Iterable[tuple[Incident, Assessment]]) -> frozenset[str]:
    """The ids of those incidents that are told as a part of another one of these of which some
    figure is known: their people are among the people of that one."""
    pairs = list(valued)
    held = {one.id for one, value in pairs if value.low is not None or value.high is not None}
    return frozenset(
        one.id for one, _ in pairs if any(link.incident in held for link in one.part_of)
    )
