"""Whether two events tell of attacks of different kinds, or on different people."""

from __future__ import annotations

from harmledger.incidents.node import Node

__all__ = ["unlike_values"]

#: Statuses of those who serve a state.
_FORCES = frozenset({"armed_forces", "police"})


def unlike_values(one: Node, two: Node) -> dict[str, float]:
    """``ways_differ`` and ``victims_differ`` where they hold."""
    values = {}
    if one.ways and two.ways and one.ways.isdisjoint(two.ways):
        values["ways_differ"] = 1.0
    if _forces(one) != _forces(two) and None not in (_forces(one), _forces(two)):
        values["victims_differ"] = 1.0
    return values


def _forces(node: Node) -> bool | None:
    """Whether soldiers or police alone were killed, or none of them; None where that is open.

    Whether others were civilians is what sources of one attack disagree about.
    """
    if not node.statuses or "mixed" in node.statuses:
        return None
    forces = node.statuses & _FORCES
    return None if forces and node.statuses - _FORCES else bool(forces)
