"""A group of events while they are put together into incidents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from harmledger.incidents.compared import Scored
from harmledger.incidents.dating import window
from harmledger.incidents.node import Node
from harmledger.places import is_fine
from harmledger.records import Where

__all__ = ["Group", "alone", "placed"]


@dataclass(slots=True)
class Group:
    """Positions of nodes, the time all of them allow, and why they were joined. ``texts`` and
    ``places`` of a single node are empty until they are asked for.

    ``speaks``: some node makes a claim. ``proposed``: links to other groups that may be of the
    same event, the strongest first; the second position of each is in the other group.
    """

    nodes: list[int]
    low: float
    high: float
    texts: set[str]
    places: list[Where]
    speaks: bool
    links: list[Scored] = field(default_factory=list)
    proposed: list[Scored] = field(default_factory=list)


def alone(number: int, node: Node) -> Group:
    """The group of one node."""
    low, high = window(node)
    return Group([number], low, high, set(), [], node.claims)


def placed(group: Group, nodes: Sequence[Node]) -> Group:
    """The group, which knows its texts and places: nobody asks for those of most events."""
    if not group.texts:
        node = nodes[group.nodes[0]]
        group.texts = set(node.text_ids)
        group.places = [node.place] if node.place is not None and is_fine(node.place) else []
    return group
