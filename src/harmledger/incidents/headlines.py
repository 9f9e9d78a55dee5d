"""Headlines that were given apart from their text, as the title of a JSON row is.

What a headline claims is claimed of the report's main event. It ties no reports together: the text
that came with it may be a cookie notice or the list of videos beside the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy

from harmledger.incidents.gathering import Group, alone
from harmledger.incidents.node import Node
from harmledger.kept import digest

__all__ = ["add_headlines", "headlines_alone"]


def add_headlines(nodes: Sequence[Node]) -> None:
    """Give the claims of each text's headline to its main event."""
    for node in nodes:
        for event in node.locals if node.headlined else ():
            if event.headline:
                event.claims = [*event.claims, *event.headline]


def headlines_alone(groups: Sequence[Group], nodes: list[Node]) -> Iterator[Group]:
    """A group, and a new node behind ``nodes``, for each text of which only the headline claims.

    Such texts may be copies of one cookie notice: each is of its own event.
    """
    for group in groups:
        for number in group.nodes:
            # Nobody but a headline claims anything in such a group.
            for event in nodes[number].locals if nodes[number].headlined else ():
                if event.claims:
                    node = copy(nodes[number])
                    node.locals, node.text_ids = [event], (event.text_id,)
                    # What was asked of all events is not true of this one.
                    node.outline = None
                    node.content = digest(node.content, event.text_id)
                    nodes.append(node)
                    yield alone(len(nodes) - 1, node)
