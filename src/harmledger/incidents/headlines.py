"""Headlines that were given apart from their text, as the title of a JSON row is.

What a headline claims is claimed of the report's main event. It ties no reports together: the text
that came with it may be a cookie notice or the list of videos beside the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy

from harmledger.incidents.describe import Node
from harmledger.incidents.grouping import Group, alone
from harmledger.kept import digest
from harmledger.records import Claim, Text

__all__ = ["add_headlines", "headlines_alone", "in_headline_apart"]


def in_headline_apart(claim: Claim, text: Text | None) -> bool:
    """Whether the claim stands in a headline behind the text, where one given apart is put."""
    if text is None or len(text.blocks) < 2 or text.blocks[-1].kind != "headline":
        return False
    return claim.start >= text.blocks[-1].start


def add_headlines(nodes: Sequence[Node], headlines: Mapping[str, Sequence[Claim]]) -> None:
    """Give the claims of each text's headline to its main event."""
    for node in nodes:
        for event in node.locals:
            if event.main and event.text_id in headlines:
                event.claims += headlines[event.text_id]


def headlines_alone(groups: Sequence[Group], nodes: list[Node]) -> Iterator[Group]:
    """A group, and a new node behind ``nodes``, for each text of which only the headline claims.

    Such texts may be copies of one cookie notice: each is of its own event.
    """
    for group in groups:
        for number in group.nodes:
            for event in nodes[number].locals:
                if event.claims:
                    node = copy(nodes[number])
                    node.locals = [event]
                    node.content = digest(node.content, event.text_id)
                    nodes.append(node)
                    yield alone(len(nodes) - 1, node)
