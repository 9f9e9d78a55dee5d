"""Headlines that were given apart from their text, as the title of a JSON row is.

What a headline claims is claimed of the report's main event. It ties no reports together: the text
that came with it may be a cookie notice or the list of videos beside the story.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace

from harmledger.incidents.describe import Node
from harmledger.incidents.events import LocalEvent
from harmledger.incidents.grouping import Group, alone

__all__ = ["headlines_alone", "with_headlines"]


def with_headlines(nodes: Sequence[Node]) -> list[Node]:
    """The nodes with the claims of each text's headline at its main event."""
    return [
        _with(node, [_claiming(event) for event in node.locals])
        if any(event.headline for event in node.locals)
        else node
        for node in nodes
    ]


def _claiming(event: LocalEvent) -> LocalEvent:
    return replace(event, claims=[*event.claims, *event.headline])


def _with(node: Node, events: list[LocalEvent]) -> Node:
    other = copy(node)
    other.locals = events
    return other


def headlines_alone(groups: Sequence[Group], nodes: list[Node]) -> list[Group]:
    """A group, and a new node behind ``nodes``, for each text of which only the headline claims.

    Such texts may be copies of one cookie notice: each is of its own event.
    """
    found = []
    for group in groups:
        for number in group.nodes:
            for event in nodes[number].locals:
                if event.claims:
                    node = _with(nodes[number], [event])
                    nodes.append(node)
                    found.append(alone(len(nodes) - 1, node))
    return found
