"""What speaks for and against two events being one: named features, each with a value."""

from __future__ import annotations

from collections.abc import Collection

from harmledger.incidents.beside import names_place
from harmledger.incidents.dating import date_values
from harmledger.incidents.figures import figure_values
from harmledger.incidents.frequency import RAREST
from harmledger.incidents.node import Node
from harmledger.incidents.placed_alike import shared_place
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.telling import Name
from harmledger.incidents.unlike import unlike_values
from harmledger.incidents.vectors import cosine, shared_words
from harmledger.incidents.words import stem
from harmledger.places import differently_named, is_fine, name_key, places_agree

__all__ = [
    "FROM",
    "RAREST_NAMES",
    "RAREST_WORDS",
    "above",
    "called_alike",
    "place_words",
    "shared_persons",
    "values_of",
]

#: A word or name below this rarity is no evidence by itself.
FROM = 4.0

#: Shared words and names that count by their rarity.
RAREST_WORDS = 5
RAREST_NAMES = 4


def shared_persons(one: Node, two: Node, rarity: Rarity) -> list[Name]:
    """Persons whose age one of them gives, or victims, and whom the other names too."""
    first, second = one.people, two.people
    found = (first.persons & (second.persons | second.names)) | (second.persons & first.names)
    return sorted(name for name in found if not rarity.names.well_known(name))


def values_of(one: Node, two: Node, rarity: Rarity) -> dict[str, float]:
    """The features that hold, by name, most of them from 0 to 1."""
    places = places_agree(one.place, two.place)
    persons = shared_persons(one, two, rarity)
    values: dict[str, float] = {}
    if persons:
        values["person"] = 1.0
        values["persons"] = min(2, len(persons) - 1) / 2
    values.update(date_values(one, two))
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


def _places(one: Node, two: Node, places: str, values: dict[str, float]) -> None:
    if one.place is None or two.place is None or places == "unknown":
        return
    if places in {"apart", "unclear"} and shared_place(one.places, two.places) is not None:
        values["place_among"] = 1.0
    elif _contradict(one, two, places) and (
        names_place(one.place, two.named) or names_place(two.place, one.named)
    ):
        values["place_told"] = 1.0
    elif places == "apart":
        values["place_apart"] = 1.0
    elif places == "unclear" and differently_named(one.place, two.place):
        values["place_differs" if _contradict(one, two, places) else "place_within"] = 1.0
    elif places == "same":
        narrow = is_fine(one.place) or "unresolved" in (one.place.precision, two.place.precision)
        values["place_same" if narrow else "place_within"] = 1.0
    elif places in {"near", "within"}:
        values[f"place_{places}"] = 1.0


def _contradict(one: Node, two: Node, places: str) -> bool:
    """Whether places lie apart, or are two names of towns without a word in common."""
    if places != "unclear":
        return places == "apart"
    shared = not one.place_words.isdisjoint(two.place_words)
    return not shared and differently_named(one.place, two.place)


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
