"""Events into incidents: the strongest links first, each checked against the whole group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from harmledger.incidents.candidates import candidates
from harmledger.incidents.compared import Comparer, Scored
from harmledger.incidents.describe import Node, weigh
from harmledger.incidents.features import window
from harmledger.incidents.links import Link, weights
from harmledger.incidents.places import is_fine, places_agree
from harmledger.incidents.rarity import Rarity
from harmledger.kept import Kept
from harmledger.records import Where

__all__ = ["Group", "alone", "group", "worth_a_look"]

#: Members of each of two groups that are compared before the groups are joined.
_COMPARED = 5

#: Different places of one group that a newcomer is checked against.
_MOST_PLACES = 20

#: Features that say of the event itself that it is the same, not only of the reports.
_OF_THE_EVENT = (
    *("person", "ages", "date_same", "date_near", "place_same", "place_near", "place_within"),
    *("figure_large", "figure_middle"),
)

#: Groups that may be the same event and are named with one.
_MOST_PROPOSED = 3


@dataclass(slots=True)
class Group:
    """Positions of nodes, the time all of them allow, and why they were joined.

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


def group(nodes: Sequence[Node], kept: Kept | None = None) -> tuple[list[Group], Rarity]:
    """Groups of positions in ``nodes``; nodes in a stable order give a stable result.

    ``kept``: pairs that were compared before.
    """
    rarity = weigh(nodes)
    comparer = Comparer(nodes, rarity, kept)
    links = comparer.links(candidates(nodes, rarity))
    # Main events first: no background event may take the place of its report's own. Reports that
    # claim nothing last: they join what stands, and bring nothing together.
    silent = [not node.claims for node in nodes]
    beside = [not node.chief for node in nodes]
    links.sort(
        key=lambda item: (
            silent[item[0]] or silent[item[1]],
            beside[item[0]] or beside[item[1]],
            -item[2].score,
            item[0],
            item[1],
        )
    )
    home = [alone(number, node) for number, node in enumerate(nodes)]
    left: list[Scored] = []
    for one, two, link in links:
        first, second = home[one], home[two]
        if first is second:
            continue
        if not (
            _enough(nodes[one], nodes[two], first, second, link)
            and _may_join(first, second, link)
            and _alike(first, second, comparer)
        ):
            left.append((one, two, link))
            continue
        larger, smaller = (
            (first, second) if len(first.nodes) >= len(second.nodes) else (second, first)
        )
        _join(larger, smaller, (one, two, link))
        for number in smaller.nodes:
            home[number] = larger
    comparer.keep()
    _propose(left, home)
    seen: dict[int, Group] = {}
    for found in home:
        seen.setdefault(id(found), found)
    return list(seen.values()), rarity


def _enough(one: Node, two: Node, first: Group, second: Group, link: Link) -> bool:
    """Whether the link by itself may join two groups.

    A report that claims nothing joins one group that claims something, by a link that is clear;
    so must one be by which nothing of the event itself is the same: two reports on one league share
    days and words, whatever befell whom.
    """
    bar = weights()["threshold"]
    if not any(link.has(name) for name in _OF_THE_EVENT):
        bar += weights()["words_only"]
    if not (one.claims and two.claims):
        if first.speaks == second.speaks:
            return False
        bar += 0.0 if link.has("person") else weights()["silent"]
    return not link.contradicted and link.score >= bar


def _alike(first: Group, second: Group, comparer: Comparer) -> bool:
    """Whether the members of two groups are alike in the mean, so that no chain joins them."""
    if len(first.nodes) == len(second.nodes) == 1:
        return True
    samples = _sample(first.nodes), _sample(second.nodes)
    scores = [comparer.alike(one, two) for one in samples[0] for two in samples[1]]
    return sum(scores) / len(scores) >= weights()["group_threshold"]


def _propose(left: Sequence[Scored], home: Sequence[Group]) -> None:
    """Note the links that joined nothing with both groups, the strongest first, unless a text
    tells the two apart or the link is of a kind that is hardly ever right."""
    noted: set[tuple[int, int]] = set()
    for one, two, link in sorted(left, key=lambda item: (-item[2].score, item[0], item[1])):
        if not worth_a_look(link):
            continue
        first, second = home[one], home[two]
        pair = (min(id(first), id(second)), max(id(first), id(second)))
        if first is second or pair in noted or not (first.speaks and second.speaks):
            continue
        if not first.texts.isdisjoint(second.texts):
            continue
        noted.add(pair)
        for here, there, own in ((one, two, first), (two, one, second)):
            if len(own.proposed) < _MOST_PROPOSED:
                own.proposed.append((here, there, link))


def worth_a_look(link: Link) -> bool:
    """False for links that are hardly ever right, unless a person is named in both.

    Both give ages and none is the same; or times and places leave it open, other reports of the two
    are unlike, and it is either of reports far apart in time (often one publisher's own words), or
    of no place that both name and not clearly above the threshold (a figure, an age or a word that
    many events have).
    """
    if link.has("person"):
        return True
    if link.has("ages_differ"):
        return False
    if link.contradicted:
        return True
    clear = link.score >= weights()["threshold"] + weights()["clear"]
    here = link.has("place_same") or link.has("place_near")
    return not link.has("days_many") and (here or clear)


def alone(number: int, node: Node) -> Group:
    """The group of one node."""
    low, high = window(node)
    places = [node.place] if node.place is not None and is_fine(node.place) else []
    return Group([number], low, high, {event.text_id for event in node.locals}, places, node.claims)


def _sample(numbers: Sequence[int]) -> list[int]:
    """A few members, spread evenly over the group."""
    ordered = sorted(numbers)
    step = max(1, len(ordered) // _COMPARED)
    return ordered[::step][:_COMPARED]


def _may_join(one: Group, two: Group, link: Link) -> bool:
    """A text that told them apart: no. No day that all allow or a place apart: only where the same
    person is named."""
    if not one.texts.isdisjoint(two.texts):
        return False
    if link.has("person") or link.has("dates_differ") or link.has("place_apart"):
        # It is clear that the same persons are told of, or the link would be contradicted.
        return True
    if max(one.low, two.low) > min(one.high, two.high):
        return False
    return not any(
        places_agree(first, second) == "apart" for first in one.places for second in two.places
    )


def _join(larger: Group, smaller: Group, link: Scored) -> None:
    larger.nodes += smaller.nodes
    low, high = max(larger.low, smaller.low), min(larger.high, smaller.high)
    if low <= high:
        # Else the same person joined them: the larger group's time stands.
        larger.low, larger.high = low, high
    larger.texts |= smaller.texts
    larger.speaks |= smaller.speaks
    known = {(place.geonameid, place.name) for place in larger.places}
    for place in smaller.places:
        if (place.geonameid, place.name) not in known and len(larger.places) < _MOST_PLACES:
            larger.places.append(place)
    larger.links += [*smaller.links, link]
