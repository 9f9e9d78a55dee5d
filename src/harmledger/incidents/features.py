"""What speaks for and against two events being one: named features, each with a value."""

from __future__ import annotations

import math
from collections.abc import Collection

from harmledger.incidents.dates import Span, dates_agree, round_day
from harmledger.incidents.figures import figure_values
from harmledger.incidents.frequency import RAREST
from harmledger.incidents.node import Node
from harmledger.incidents.places import differently_named, is_fine, name_key, places_agree
from harmledger.incidents.placed_alike import shared_place
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.telling import Name
from harmledger.incidents.unlike import unlike_values
from harmledger.incidents.vectors import cosine, shared_words
from harmledger.incidents.words import stem

__all__ = [
    "FROM",
    "LONG_DAYS",
    "RAREST_NAMES",
    "RAREST_WORDS",
    "SOON_DAYS",
    "above",
    "called_alike",
    "place_words",
    "shared_persons",
    "values_of",
    "window",
]

#: A report that does not date an event is taken to have been written at most so many days after
#: the first ones.
SOON_DAYS = 3

#: From here on the days between two publications count once more.
LONG_DAYS = 10

#: From so many days after it on, a report recalls an event.
OLD_DAYS = 60

#: Times no longer than these tell one event from another, roughly.
MONTH_DAYS, YEAR_DAYS = 31, 366

#: A word or name below this rarity is no evidence by itself.
FROM = 4.0

#: Shared words and names that count by their rarity.
RAREST_WORDS = 5
RAREST_NAMES = 4


def window(node: Node) -> tuple[float, float]:
    """Days in which the event may lie: a day about the stated date, or before the report."""
    if node.outline is not None:
        return node.outline.low, node.outline.high
    span, published = node.span, node.published
    if span is not None and not span.yearless:
        if span.coarse and published is not None and span.low <= published <= span.high:
            return span.low - 0.5, published + 0.5
        return span.low - 0.5, span.high + 0.5
    return float("-inf"), float("inf") if published is None else published + 0.5


def shared_persons(one: Node, two: Node, rarity: Rarity) -> list[Name]:
    """Persons whose age one of them gives, or victims, and whom the other names too."""
    first, second = one.people, two.people
    found = (first.persons & (second.persons | second.names)) | (second.persons & first.names)
    return sorted(name for name in found if not rarity.names.well_known(name))


def values_of(one: Node, two: Node, rarity: Rarity) -> dict[str, float]:
    """The features that hold, by name, most of them from 0 to 1."""
    early, late = window(one), window(two)
    apart_in_time = early[0] > late[1] or late[0] > early[1]
    dates = "conflict" if apart_in_time else dates_agree(one.span, two.span, slack=1)
    places = places_agree(one.place, two.place)
    persons = shared_persons(one, two, rarity)
    values: dict[str, float] = {}
    if persons:
        values["person"] = 1.0
        values["persons"] = min(2, len(persons) - 1) / 2
    _dates(one, two, dates, values)
    _places(one, two, places, values)
    values.update(figure_values(one, two))
    values.update(unlike_values(one, two))
    _words(one, two, places, rarity, values)
    ages = one.people.ages & two.people.ages
    if ages:
        values["ages"] = min(2, len(ages)) / 2
    elif one.people.ages and two.people.ages:
        values["ages_differ"] = 1.0
    return values


def _dates(one: Node, two: Node, dates: str, values: dict[str, float]) -> None:
    if dates == "conflict":
        values["dates_differ"] = 1.0
    elif dates == "agree":
        exact = dates_agree(one.span, two.span) == "agree"
        values["date_same" if exact else "date_near"] = 1.0
        if exact and (_recalls(one) or _recalls(two)):
            values["date_recalled"] = 1.0
        return
    elif dates == "coarse" and _roughly(one.span, two.span, values):
        return
    if one.published is None or two.published is None:
        return
    days = abs(one.published - two.published)
    if dates != "conflict" and days <= SOON_DAYS:
        values["date_soon"] = 1.0
    long = days > LONG_DAYS
    if long and dates != "conflict" and (one.back or two.back):
        # Whenever a report that looks back was written, it may be of that event.
        values["days_back"] = 1.0
        return
    values["days_between"] = min(1.0, math.log1p(days) / 6)
    if long:
        values["days_many"] = 1.0


def _recalls(node: Node) -> bool:
    """Whether it was written long after the day that it gives."""
    span, day = node.span, node.published
    return span is not None and day is not None and not span.yearless and day - span.high > OLD_DAYS


def _roughly(one: Span | None, two: Span | None, values: dict[str, float]) -> bool:
    """Both date the event, one of them roughly; False where that says too little."""
    if one is None or two is None:
        return False
    for first, second in ((one, two), (two, one)):
        day = round_day(first)
        if day is not None and not second.coarse and second.low - 1 <= day <= second.high + 1:
            values["date_round"] = 1.0
            return True
    wide = max(one.high - one.low, two.high - two.low)
    if wide > 2 * YEAR_DAYS:
        return False
    values["date_rough"] = 1.0 if wide <= MONTH_DAYS else 0.5
    return True


def _places(one: Node, two: Node, places: str, values: dict[str, float]) -> None:
    if one.place is None or two.place is None or places == "unknown":
        return
    if places in {"apart", "unclear"} and shared_place(one.places, two.places) is not None:
        values["place_among"] = 1.0
    elif places == "apart":
        values["place_apart"] = 1.0
    elif places == "unclear" and differently_named(one.place, two.place):
        shared = not one.place_words.isdisjoint(two.place_words)
        values["place_within" if shared else "place_differs"] = 1.0
    elif places == "same":
        narrow = is_fine(one.place) or "unresolved" in (one.place.precision, two.place.precision)
        values["place_same" if narrow else "place_within"] = 1.0
    elif places in {"near", "within"}:
        values[f"place_{places}"] = 1.0


def _words(one: Node, two: Node, places: str, rarity: Rarity, values: dict[str, float]) -> None:
    # Where the places were compared, their names must not count again as words.
    compared = places in {"same", "near", "within"}
    named = place_words(one, two, rarity) if compared else frozenset()
    both = shared_words(one.vector, two.vector)
    values["words"] = cosine(both, named)
    if len(one.headline_vector) and len(two.headline_vector):
        values["headline"] = cosine(shared_words(one.headline_vector, two.headline_vector), named)
    rare = sorted((rarity.word(word) for word in both if word not in named), reverse=True)
    values["rare_words"] = round(sum(map(above, rare[:RAREST_WORDS])) / RAREST_WORDS, 9)
    known = called_alike(one, two, both, rarity)
    if known is not None:
        values[known[0]] = round(known[1], 9)
    shared = one.people.names & two.people.names
    if shared:
        places_named = one.place_words | two.place_words
        rare = sorted(
            (rarity.names.of(n) for n in shared if places_named.isdisjoint(n)), reverse=True
        )
        values["names"] = round(sum(map(above, rare[:RAREST_NAMES])) / RAREST_NAMES, 9)


def called_alike(
    one: Node, two: Node, both: Collection[int], rarity: Rarity
) -> tuple[str, float, int] | None:
    """The rarest word by which both call their event, else by which one does and that the other
    has: the feature, its value, and the word. None where there is none that tells anything."""
    for feature, names in (
        ("event_name", one.called & two.called),
        ("event_named", one.called ^ two.called),
    ):
        words = [word for name in names if (word := rarity.number(name)) is not None]
        told = [(above(rarity.word(word)), -word) for word in words if word in both]
        best = max(told, default=(0.0, 0))
        if best[0] > 0:
            return feature, best[0], -best[1]
    return None


def above(rarity: float) -> float:
    """How far a rarity lies above what is no evidence, 0 to 1."""
    return max(0.0, rarity - FROM) / (RAREST - FROM)


def place_words(one: Node, two: Node, rarity: Rarity) -> frozenset[int]:
    """The numbers of the words of their places' names."""
    places = [place for place in (one.place, two.place) if place is not None]
    words = {rarity.number(stem(word)) for place in places for word in name_key(place.name)}
    return frozenset(word for word in words if word is not None)
