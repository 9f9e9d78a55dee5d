"""What the gazetteer knows of a name: the towns, regions and countries that bear it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from harmledger.claims.words.lexicon import words
from harmledger.claims.words.placerows import LARGE, Place, fold, tables

__all__ = [
    "bearers",
    "begins_long_name",
    "country_of_name",
    "great_city",
    "in_world",
    "is_capital",
    "known_country",
    "known_name",
    "known_region",
    "large_region",
    "large_town",
    "large_town_spelled",
    "lone_regions",
    "narrowed",
    "rather_region",
    "regions",
    "whole_country",
]

#: A region has so many times the people of a town before its name is not the town's.
_SHARE = 10
#: Degrees between a city and a district of it of the same name.
_SAME_DEGREES = 0.4


def country_of_name(name: str) -> Place | None:
    countries, low = tables().countries, name.lower()
    if low in countries:
        return countries[low]
    return None if low.startswith("el ") else countries.get(fold(name))


def in_world(name: str) -> bool:
    """Whether the name is of a part of the world larger than a country: Europe, the Sahel."""
    return fold(name) in words("places", "world_regions")


def is_capital(name: str) -> bool:
    """Whether a capital bears this as its own name."""
    own, _ = bearers(fold(name))
    capitals = tables().capitals
    return any(capitals.get(place.country) == place for place in own)


def begins_long_name(word: str) -> bool:
    """Whether the name of some town begins with this word and has more: Port, San, Cape."""
    return word.lower() in tables().long_names


def regions(name: str) -> list[Place]:
    """Countries and regions of this name; "IL" and "Ill." are Illinois."""
    rows, folded = tables(), fold(name)
    if len(name) == 2 and name.isupper():
        states = (p for known in rows.regions.values() for p in known if p.country == "US")
        return [p for p in states if p.region == name][:1] or whole_country(name)
    return [*whole_country(name), *rows.regions.get(folded, ())]


def whole_country(name: str) -> list[Place]:
    country = country_of_name(name)
    return [] if country is None else [country]


@lru_cache(maxsize=1 << 13)
def bearers(folded: str) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The towns whose own name this is, also as its first words, and those that have it besides."""
    own: list[Place] = []
    others: list[Place] = []
    for place in sorted(tables().cities.get(folded, ()), key=lambda p: (-p.weight, p.geonameid)):
        name = fold(place.name)
        kin = own if name == folded or name.startswith(_short_of(folded)) else others
        if not any(_one_place(place, larger) for larger in kin):
            kin.append(place)
    return tuple(own), tuple(others)


def _short_of(folded: str) -> tuple[str, str]:
    """How a longer name begins: New York City, Washington, D.C."""
    return f"{folded} ", f"{folded},"


def _one_place(one: Place, two: Place) -> bool:
    """Whether two namesakes are a city and its district, or one place in two rows."""
    if one.lat is None or two.lat is None or one.lon is None or two.lon is None:
        return False
    near = abs(one.lat - two.lat) + abs(one.lon - two.lon) < _SAME_DEGREES
    return near and (one.country, one.region) == (two.country, two.region)


def lone_regions(folded: str) -> list[Place]:
    """The regions of this name in which no town has it, or only a small one besides its own."""
    own, others = bearers(folded)
    return [
        region
        for region in tables().regions.get(folded, ())
        if not any(
            (town.country, town.region) == (region.country, region.region)
            and (fold(town.name) == folded or _SHARE * town.population > region.population)
            for town in (*own, *others)
        )
    ]


def rather_region(name: str) -> bool:
    """Whether the name alone, without a word for its kind, is of a region more than of a town."""
    folded = fold(name)
    own, _ = bearers(folded)
    lone = lone_regions(folded)
    if not lone or is_capital(name):
        return False
    if folded in words("places", "known_regions"):
        return True  # Bali, though a town near Kolkata is called so too
    largest = max((town.population for town in own), default=0)
    return not own or max(p.population for p in lone) > _SHARE * largest


def large_region(name: str) -> bool:
    """Whether a region whose towns have a million people bears this name, and no town in it."""
    regions = tables().regions.get(fold(name), ())
    return rather_region(name) and any(place.population >= 1_000_000 for place in regions)


def large_town(name: str) -> bool:
    """Whether a town of 100,000 people or more bears this name."""
    return any(place.population >= LARGE for place in tables().cities.get(fold(name), ()))


def great_city(name: str, least: int = 200_000) -> bool:
    """Whether this is the main name of a city of ``least`` people or more."""
    folded = fold(name)
    known = tables().cities.get(folded, ())
    return any(place.population >= least and fold(place.name) == folded for place in known)


def large_town_spelled(name: str) -> bool:
    """Whether this is a spelling of the name of a town of 100,000 people or more.

    Mazar-i-Sharif is, but not the White House of Casablanca.
    """
    folded = fold(name)
    known = tables().cities.get(folded, ())
    return any(p.population >= LARGE and fold(p.name)[:3] == folded[:3] for p in known)


def known_name(name: str) -> bool:
    """Whether a town, a country or a state of the USA bears this name."""
    rows, folded = tables(), fold(name)
    return (
        known_country(name)
        or folded in rows.cities
        or any(place.country == "US" for place in rows.regions.get(folded, ()))
    )


def known_region(name: str) -> bool:
    """Whether a region below the country bears this name."""
    return fold(name) in tables().regions


def known_country(name: str) -> bool:
    """Whether a country, or one of the countries of the United Kingdom, bears this name."""
    if country_of_name(name) is not None:
        return True
    return any(place.kind == "country" for place in tables().regions.get(fold(name), ()))


def narrowed(candidates: Iterable[Place], within: Iterable[str]) -> list[Place]:
    """The candidates that lie in the larger places named."""
    left = list(candidates)
    for name in within:
        holders = regions(name)
        if not holders:
            # "Paris, near Dallas"
            town = next(iter(bearers(fold(name))[0]), None)
            where = (town.country, town.region) if town else None
            left = [c for c in left if (c.country, c.region) == where] or left
            continue
        inside = [
            c
            for c in left
            if any(
                c.country == h.country and (h.region in {None, c.region}) and c != h
                for h in holders
            )
        ]
        # "Douma, Damascus": the city, not the region of its name, in which Douma does not lie.
        if inside or country_of_name(name) is not None or fold(name) not in tables().cities:
            left = inside
    return left
