"""What speaks for two events being one: a scored list of features, each with its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from harmledger.incidents.dates import dates_agree
from harmledger.incidents.nodes import Node
from harmledger.incidents.places import differently_named, is_fine, name_key, places_agree
from harmledger.incidents.wording import day_in_words
from harmledger.incidents.words import Vector, cosine, rarest
from harmledger.vocabulary import load

__all__ = ["Feature", "Link", "compare", "weights", "window"]

#: A report that does not date an event is taken to have been written this many days after it
#: at most.
_REPORT_DAYS = 3


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for or against: its name, what it adds, and in words."""

    name: str
    adds: float
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two events compared: the features that hold and their sum."""

    features: tuple[Feature, ...]
    score: float

    def sentence(self, one: Node, two: Node) -> str:
        """The comparison in one sentence."""
        held = "; ".join(feature.words for feature in self.features)
        return (
            f"{one.document} and {two.document}: {held} "
            f"(score {self.score:.1f}, needed {weights()['threshold']:.1f})."
        )


@cache
def weights() -> dict[str, float]:
    """The weights of ``linking/incidents.toml`` by id."""
    return {term.id: float(term.data["weight"]) for term in load("linking", "incidents").terms}


def window(node: Node) -> tuple[float, float]:
    """Half days in which the event may lie: a day about the stated date, or before the report.

    Without any date it may have been at any time.
    """
    if node.span is not None and not node.span.coarse and not node.span.yearless:
        return 2 * node.span.low - 1.0, 2 * node.span.high + 1.0
    if node.published is None:
        return float("-inf"), float("inf")
    if node.span is not None and node.span.coarse:
        if node.span.yearless or node.span.low <= node.published <= node.span.high:
            return 2 * node.span.low - 1.0, 2 * node.published + 1.0
        return 2 * node.span.low - 1.0, 2 * node.span.high + 1.0
    return 2.0 * (node.published - _REPORT_DAYS), 2 * node.published + 1.0


def compare(one: Node, two: Node, first: Vector, second: Vector) -> Link | None:
    """The link between two events, or None where their times or places contradict.

    ``first`` and ``second`` are the events' word vectors.
    """
    early, late = window(one), window(two)
    if early[0] > late[1] or late[0] > early[1]:
        return None
    dates = dates_agree(one.span, two.span, slack=1)
    places = places_agree(one.place, two.place)
    if dates == "conflict" or places == "apart":
        return None
    features = [
        *_date_features(one, two, dates),
        *_place_features(one, two, places),
        *_figure_features(one, two),
    ]
    names = {feature.name for feature in features}
    if "place_differs" in names and names.isdisjoint({"figure_large", "figure_middle"}):
        # Two towns: words alone, however alike, do not make one event of them.
        return None
    # Where the places were compared, their names must not count again as words.
    named = _place_names(one, two) if places in {"same", "near", "within"} else frozenset()
    likeness = cosine(first, second, named)
    shared = rarest(first, 4, second.keys() - named)
    if shared:
        words = f"they share the words {', '.join(shared)} (likeness {likeness:.2f})"
        features.append(Feature("words", weights()["words"] * likeness, words))
    return Link(tuple(features), round(sum(feature.adds for feature in features), 6))


def _place_names(one: Node, two: Node) -> frozenset[str]:
    places = [place for place in (one.place, two.place) if place is not None]
    return frozenset().union(*(name_key(place.name) for place in places))


def _date_features(one: Node, two: Node, dates: str) -> list[Feature]:
    if dates == "agree" and one.span is not None and two.span is not None:
        dated = one.span if not one.span.yearless else two.span
        day = day_in_words(dated.low, yearless=dated.yearless)
        words = f"both date the event {day}, give or take a day"
        return [Feature("date_stated", weights()["date_stated"], words)]
    if dates == "coarse" or one.published is None or two.published is None:
        return []
    stated = one if one.span is not None else two if two.span is not None else None
    if stated is None or stated.span is None:
        days = abs(one.published - two.published)
        words = (
            "they were published on the same day"
            if days == 0
            else f"they were published {days} day{'s' if days > 1 else ''} apart"
        )
        return [Feature("date_published", weights()["date_published"], words)]
    other = two if stated is one else one
    day = day_in_words(stated.span.low, yearless=stated.span.yearless)
    words = f"{stated.document} dates it {day} and {other.document} was published soon after"
    return [Feature("date_one_stated", weights()["date_one_stated"], words)]


def _place_features(one: Node, two: Node, places: str) -> list[Feature]:
    if places == "unclear" and one.place and two.place and differently_named(one.place, two.place):
        words = f"their places have different names ({one.place.name} and {two.place.name})"
        return [Feature("place_differs", weights()["place_differs"], words)]
    if one.place is None or two.place is None or places in {"unknown", "unclear"}:
        return []
    names = (
        one.place.name
        if one.place.name == two.place.name
        else f"{one.place.name} and {two.place.name}"
    )
    narrow = is_fine(one.place) or "unresolved" in (one.place.precision, two.place.precision)
    if places == "same" and narrow:
        return [Feature("place_same", weights()["place_same"], f"same place ({names})")]
    if places == "near":
        return [Feature("place_near", weights()["place_near"], f"places within 50 km ({names})")]
    words = f"places that hold one another ({names})"
    return [Feature("place_within", weights()["place_within"], words)]


def _figure_features(one: Node, two: Node) -> list[Feature]:
    features: list[Feature] = []
    room = weights()["figures_most"]
    shared = sorted(one.figures & two.figures, key=lambda f: (-_size(f), str(f)))
    for figure in shared:
        size = _size(figure)
        if size == 0 or room <= 0:
            continue
        name = "figure_large" if size >= 10 else "figure_middle" if size >= 3 else "figure_small"
        adds = min(room, weights()[name])
        room -= adds
        features.append(Feature(name, adds, f"both give {size:,} {figure[0]}"))
    if not shared:
        for measure in sorted({f[0] for f in one.figures} & {f[0] for f in two.figures}):
            lows, others = _exact(one, measure), _exact(two, measure)
            if lows and others and _far(lows, others):
                words = f"their figures of {measure} are far apart"
                features.append(Feature("figures_differ", weights()["figures_differ"], words))
    return features


def _size(figure: tuple[str, int | None, int | None]) -> int:
    return figure[1] or figure[2] or 0


def _exact(node: Node, measure: str) -> list[int]:
    return [low for name, low, high in node.figures if name == measure and low and low == high]


def _far(one: Sequence[int], two: Sequence[int]) -> bool:
    return 2 * max(one) < min(two) or 2 * max(two) < min(one)
