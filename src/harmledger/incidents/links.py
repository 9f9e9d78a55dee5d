"""Two events compared: the features that hold, by their weights, and their sum."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from harmledger.incidents.dating import comes_round, day_told, window
from harmledger.incidents.features import values_of
from harmledger.incidents.figures import LARGE, shared_figures
from harmledger.incidents.node import Node
from harmledger.incidents.rarity import Rarity
from harmledger.vocabulary import load

__all__ = ["Link", "compare", "contradicted", "held_link", "weights"]

#: Events that lie further apart than this are compared only where they share an age or a person.
_FAR_DAYS = 10


@dataclass(frozen=True, slots=True)
class Link:
    """Two events compared: the features that hold, what each adds, and their sum.

    ``contradicted``: their times or places contradict each other, and it is not clear that the
    same persons are told of. A large book has a link for each few reports, so the names of
    features are held once for all links, and what they add as plain numbers.
    """

    features: tuple[str, ...]
    points: array[float]
    score: float
    contradicted: bool = False

    @property
    def adds(self) -> Iterator[tuple[str, float]]:
        """Each feature with what it adds."""
        return zip(self.features, self.points, strict=True)

    def has(self, name: str) -> bool:
        """Whether the feature holds."""
        return name in self.features


@cache
def weights() -> dict[str, float]:
    """The weights and bars of ``linking/incidents.toml`` by id."""
    return {term.id: float(term.data["weight"]) for term in load("linking", "incidents").terms}


def compare(one: Node, two: Node, rarity: Rarity) -> Link | None:
    """The link between two events; None where nothing speaks for it."""
    if one.summed != two.summed and not _one_figure(one, two):
        return None
    early, late = window(one), window(two)
    gap = max(early[0] - late[1], late[0] - early[1])
    if gap > _FAR_DAYS and not (_someone(one, two) or _may_be_of_one_day(one, two)):
        return None
    values = values_of(one, two, rarity)
    weight = weights()
    features = _held_once(tuple(name for name, value in values.items() if value))
    points = array("d", [round(weight[name] * values[name], 6) for name in features])
    score = round(sum(points), 6)
    if score <= 0:
        return None
    clear = score >= weight["threshold"] + weight["clear"]
    apart = contradicted(values) and not ("ages" in values and clear)
    return Link(features, points, score, apart)


def held_link(
    features: tuple[str, ...], points: array[float], score: float, contradicted: bool
) -> Link:
    """A link again, of what a book keeps of it."""
    return Link(_held_once(features), points, score, contradicted)


@cache
def _held_once(features: tuple[str, ...]) -> tuple[str, ...]:
    """The same object for equal features."""
    return features


def _may_be_of_one_day(one: Node, two: Node) -> bool:
    """Whether what their reports tell beside their claims speaks for one day."""
    return day_told(one, two) is not None or comes_round(one, two) or comes_round(two, one)


def _one_figure(one: Node, two: Node) -> bool:
    """Whether both give a figure of ten or more: what is told of a series is not told of one of its
    attacks, however alike the words are, and one attack may have most of the dead."""
    shared = shared_figures(one, two)
    return bool(shared and shared[0][1] >= LARGE)


def _someone(one: Node, two: Node) -> bool:
    """Whether a name or an age of one is also told by the other."""
    first, second = one.people, two.people
    return not (
        first.ages.isdisjoint(second.ages)
        and first.persons.isdisjoint(second.persons | second.names)
        and second.persons.isdisjoint(first.names)
    )


def contradicted(values: Mapping[str, float]) -> bool:
    """Whether times or places contradict each other, and no person is shared.

    Two towns, or two sites with figures of their own: words alone, however alike, do not make one
    event of them.
    """
    if "person" in values:
        return False
    towns = "place_differs" in values and values.keys().isdisjoint(
        {"figure_large", "figure_middle", "event_name", "date_recalled"}
    )
    apart = {"dates_differ", "place_apart", "sites_differ"}
    return towns or not apart.isdisjoint(values)
