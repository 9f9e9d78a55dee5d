"""Whether two events tell of attacks of different kinds, or on different people."""

from __future__ import annotations

from harmledger.incidents.figures import figures_near, shared_figures
from harmledger.incidents.node import Node

__all__ = ["unlike_values"]

#: Statuses of those who serve a state.
_FORCES = frozenset({"armed_forces", "police"})


def unlike_values(one: Node, two: Node) -> dict[str, float]:
    """``ways_differ``, ``victims_differ`` and ``sites_differ`` where they hold."""
    values = {}
    if one.ways and two.ways and one.ways.isdisjoint(two.ways):
        values["ways_differ"] = 1.0
    if _forces(one) != _forces(two) and None not in (_forces(one), _forces(two)):
        values["victims_differ"] = 1.0
    if _elsewhere_in_town(one, two):
        values["sites_differ"] = 1.0
    return values


def _elsewhere_in_town(one: Node, two: Node) -> bool:
    """Whether both name a district or building and none is the same, nor any figure near another.

    Two reports of one attack may name its market and its district; they then give its figures.
    """
    if not one.sites or not two.sites or not one.sites.isdisjoint(two.sites):
        return False
    killed = [{figure for figure in node.figures if figure[0] == "killed"} for node in (one, two)]
    return all(killed) and not shared_figures(one, two) and figures_near(one, two) is None


def _forces(node: Node) -> bool | None:
    """Whether soldiers or police alone were killed, or none of them; None where that is open.

    Whether others were civilians is what sources of one attack disagree about.
    """
    if not node.statuses or "mixed" in node.statuses:
        return None
    forces = node.statuses & _FORCES
    return None if forces and node.statuses - _FORCES else bool(forces)
