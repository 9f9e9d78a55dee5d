"""Events into incidents: the strongest links first, each checked against the whole group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from harmledger.incidents.candidates import candidates
from harmledger.incidents.captivity import one_captivity
from harmledger.incidents.compared import Comparer, Scored
from harmledger.incidents.gathering import Group, alone, placed
from harmledger.incidents.links import Link, weights
from harmledger.incidents.node import Node
from harmledger.incidents.proposing import propose
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.weighing import outline_of, weigh
from harmledger.kept import Kept
from harmledger.places import places_agree

__all__ = ["group"]

#: Members of each of two groups that are compared before the groups are joined.
_COMPARED = 5

#: Different places of one group that a newcomer is checked against.
_MOST_PLACES = 20

#: Features that say of the event itself that it is the same, not only of the reports.
_OF_THE_EVENT = (
    *("person", "ages", "date_same", "date_near", "place_same", "place_near", "place_within"),
    *("place_among", "place_told", "date_round", "date_told"),
    *("event_name", "figure_large", "figure_middle"),
)


def group(nodes: Sequence[Node], kept: Kept | None = None) -> tuple[list[Group], Rarity]:
    """Groups of positions in ``nodes``; nodes in a stable order give a stable result.

    ``kept``: pairs that were compared before.
    """
    rarity = weigh(nodes)
    comparer = Comparer(nodes, rarity, kept)
    links = comparer.links(candidates(nodes, rarity))
    for node in nodes:
        node.outlined(outline_of).let_all_go()
    home = [alone(number, node) for number, node in enumerate(nodes)]
    left: list[Scored] = []
    for one, two, link in _in_order(links, nodes):
        first, second = home[one], home[two]
        if first is second:
            continue
        if not (
            _enough(nodes[one], nodes[two], first, second, link)
            and _may_join(
                placed(first, nodes),
                placed(second, nodes),
                link,
                siege=one_captivity(nodes[one], nodes[two]),
            )
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
    propose(left, home, nodes)
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


def _in_order(links: Sequence[Scored], nodes: Sequence[Node]) -> Iterator[Scored]:
    """Main events first: no background event may take the place of its report's own. Reports that
    claim nothing last: they join what stands, and bring nothing together."""
    import numpy as np

    one, two = np.array([link[:2] for link in links], np.int64).reshape(-1, 2).T
    silent = np.array([not node.claims for node in nodes], bool)
    beside = np.array([not node.chief for node in nodes], bool)
    scores = np.array([link.score for _, _, link in links], float)
    order = np.lexsort((two, one, -scores, beside[one] | beside[two], silent[one] | silent[two]))
    for at in order.tolist():
        yield links[at]


def _sample(numbers: Sequence[int]) -> list[int]:
    """A few members, spread evenly over the group."""
    ordered = sorted(numbers)
    step = max(1, len(ordered) // _COMPARED)
    return ordered[::step][:_COMPARED]


def _may_join(one: Group, two: Group, link: Link, *, siege: bool) -> bool:
    """A text that told them apart: no. No day that all allow or a place apart: only where the same
    person is named. ``siege``: the days are those of one captivity."""
    if not one.texts.isdisjoint(two.texts):
        return False
    if link.has("person") or link.has("dates_differ") or link.has("place_apart"):
        # It is clear that the same persons are told of, or the link would be contradicted.
        return True
    told = siege or link.has("date_told") or link.has("date_round")
    if max(one.low, two.low) > min(one.high, two.high) and not told:
        return False
    how = {places_agree(first, second) for first in one.places for second in two.places}
    named = link.has("place_among") or link.has("place_told")
    return "apart" not in how or named or bool(how & {"same", "near"})


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
