"""Groups of events that may be one and were not joined are named with each other."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.incidents.compared import Scored
from harmledger.incidents.gathering import Group, placed
from harmledger.incidents.links import Link, weights
from harmledger.incidents.node import Node

__all__ = ["propose", "worth_a_look"]

#: Groups that may be the same event and are named with one.
_MOST_PROPOSED = 3


def propose(left: Sequence[Scored], home: Sequence[Group], nodes: Sequence[Node]) -> None:
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
        if not placed(first, nodes).texts.isdisjoint(placed(second, nodes).texts):
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
