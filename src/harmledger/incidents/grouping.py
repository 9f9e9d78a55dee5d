"""Events into incidents: the strongest links first, each checked against the whole group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from harmledger.incidents.candidates import candidate_pairs
from harmledger.incidents.features import Link, compare, weights, window
from harmledger.incidents.nodes import Node
from harmledger.incidents.places import is_fine, places_agree
from harmledger.incidents.words import vectors
from harmledger.records import Where

__all__ = ["Group", "group"]

#: Members of each of two groups that are compared before the groups are joined.
_COMPARED = 5

#: Different places of one group that a newcomer is checked against.
_MOST_PLACES = 20


@dataclass(slots=True)
class Group:
    """Positions of nodes, the time all of them allow, and why they were joined."""

    nodes: list[int]
    low: float
    high: float
    texts: set[str]
    places: list[Where]
    links: list[tuple[int, int, Link]] = field(default_factory=list)


def group(nodes: Sequence[Node]) -> list[Group]:
    """Groups of positions in ``nodes``; nodes in a stable order give a stable result."""
    words = vectors([node.bag for node in nodes])
    links: list[tuple[float, int, int, Link]] = []
    for one, two in candidate_pairs(nodes, words):
        link = compare(nodes[one], nodes[two], words[one], words[two])
        if link is not None and link.score >= weights()["threshold"]:
            links.append((-link.score, one, two, link))
    links.sort(key=lambda item: item[:3])
    home = [_alone(number, node) for number, node in enumerate(nodes)]

    def mean(first: Group, second: Group) -> float:
        scores = []
        for one in _sample(first.nodes):
            for two in _sample(second.nodes):
                link = compare(nodes[one], nodes[two], words[one], words[two])
                scores.append(link.score if link else 0.0)
        return sum(scores) / len(scores)

    for _, one, two, link in links:
        first, second = home[one], home[two]
        if first is second or not _may_join(first, second):
            continue
        alone = len(first.nodes) == len(second.nodes) == 1
        if not alone and mean(first, second) < weights()["group_threshold"]:
            continue
        larger, smaller = (
            (first, second) if len(first.nodes) >= len(second.nodes) else (second, first)
        )
        _join(larger, smaller, (one, two, link))
        for number in smaller.nodes:
            home[number] = larger
    seen: dict[int, Group] = {}
    for found in home:
        seen.setdefault(id(found), found)
    return list(seen.values())


def _alone(number: int, node: Node) -> Group:
    low, high = window(node)
    places = [node.place] if node.place is not None and is_fine(node.place) else []
    return Group([number], low, high, {event.text_id for event in node.locals}, places)


def _sample(numbers: Sequence[int]) -> list[int]:
    """A few members, spread evenly over the group."""
    ordered = sorted(numbers)
    step = max(1, len(ordered) // _COMPARED)
    return ordered[::step][:_COMPARED]


def _may_join(one: Group, two: Group) -> bool:
    """No day that all allow, a place apart, or a text that told them apart: no."""
    if max(one.low, two.low) > min(one.high, two.high):
        return False
    if not one.texts.isdisjoint(two.texts):
        return False
    return not any(
        places_agree(first, second) == "apart" for first in one.places for second in two.places
    )


def _join(larger: Group, smaller: Group, link: tuple[int, int, Link]) -> None:
    larger.nodes += smaller.nodes
    larger.low = max(larger.low, smaller.low)
    larger.high = min(larger.high, smaller.high)
    larger.texts |= smaller.texts
    known = {(place.geonameid, place.name) for place in larger.places}
    for place in smaller.places:
        if (place.geonameid, place.name) not in known and len(larger.places) < _MOST_PLACES:
            larger.places.append(place)
    larger.links += [*smaller.links, link]
