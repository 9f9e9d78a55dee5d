"""How two stated places agree: the same, near, one within the other, or apart."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

from harmledger.records import Where
from harmledger.vocabulary import load

__all__ = [
    "NEAR_KM",
    "differently_named",
    "distance_km",
    "is_bare",
    "is_fine",
    "is_site",
    "name_key",
    "places_agree",
    "sites_apart",
]

#: Two resolved places this close are taken for one place across reports.
NEAR_KM = 50.0

#: A province's centre may lie this far from a town inside it.
_PROVINCE_KM = 300.0

#: A town's name has few words.
_TOWN_WORDS = 3

_EARTH_KM = 6371.0

#: Precisions too wide to tell two events apart (names as casualty recorders use them).
_WIDE = frozenset({"country", "sea", "region", "area"})
_PROVINCE = frozenset({"province_governorate", "province", "state", "adm1", "district", "adm2"})
_COARSE = _WIDE | _PROVINCE
_ARTICLES = frozenset(
    {"the", "of", "in", "near", "city", "town", "village", "province", "district"}
)


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> frozenset[str]:
    """The words of a place's name that carry it, case folded."""
    words = re.findall(r"\w+", name.casefold())
    return frozenset(words) - _ARTICLES or frozenset(words)


def differently_named(one: Where | None, two: Where | None) -> bool:
    """True for the names of two towns without a word in common; a building may be in a town."""
    if one is None or two is None or not (_town(one.name) and _town(two.name)):
        return False
    if _of_the_world(one.name) or _of_the_world(two.name):
        return False  # "East Africa" is no town
    return name_key(one.name).isdisjoint(name_key(two.name))


@cache
def _world() -> frozenset[str]:
    return frozenset(load("en", "places")["world_regions"].words("words"))


def _of_the_world(name: str) -> bool:
    return " ".join(re.findall(r"\w+", name.casefold())) in _world()


def is_site(where: Where) -> bool:
    """True for a building, a street or a quarter, by its name: it may lie in a town named apart."""
    return _site(where.name)


def is_bare(where: Where) -> bool:
    """True for "the village" and "the east gate", which have no name: they lie where the report is.

    A written name has a capital letter, also in "the Old City"."""
    return where.geonameid is None and where.name == where.name.casefold()


def sites_apart(one: Where, two: Where) -> bool:
    """True for two sites of one kind whose names have no other word in common: Mill Square and Hope
    Square. A bare "the market" has no name; a block of flats may stand in the street that is named
    beside it, so that two kinds tell nothing."""
    kinds = [name_key(where.name) & _sites() for where in (one, two)]
    if kinds[0].isdisjoint(kinds[1]):
        return False
    first, second = (_name_of_site(where) for where in (one, two))
    return bool(first and second) and first.isdisjoint(second)


def _name_of_site(where: Where) -> frozenset[str]:
    """The words of its name, but for its kind and the town that is named with it."""
    town = name_key(where.within) if where.within else frozenset[str]()
    return name_key(where.name) - _sites() - town


@lru_cache(maxsize=1 << 14)
def _site(name: str) -> bool:
    words = re.findall(r"\w+", name.casefold())
    return bool(words) and (words[0][0].isdigit() or not _sites().isdisjoint(words))


@cache
def _sites() -> frozenset[str]:
    places = load("en", "places")
    kinds = ("facility", "street", "neighbourhood", "nature")
    return frozenset(word for kind in kinds for word in places[kind].words("words"))


@lru_cache(maxsize=1 << 14)
def _town(name: str) -> bool:
    """One to three words, each with a capital, none of them a thing (market, hospital)."""
    words = re.findall(r"\w+", name)
    things = load("en", "counters")["event_nouns"].words("words")
    return (
        0 < len(words) <= _TOWN_WORDS
        and all(word[0].isupper() for word in words)
        and {word.casefold() for word in words}.isdisjoint(things)
    )


def is_fine(where: Where) -> bool:
    """Resolved, and to less than a province."""
    return where.lat is not None and where.lon is not None and where.precision not in _COARSE


def distance_km(one: Where, two: Where) -> float | None:
    """Great-circle distance; None where either place is not resolved."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    first, second = math.radians(one.lat), math.radians(two.lat)
    half = math.radians(two.lon - one.lon) / 2
    chord = (
        math.sin((second - first) / 2) ** 2
        + math.cos(first) * math.cos(second) * math.sin(half) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def places_agree(one: Where | None, two: Where | None) -> str:
    """``same``, ``near``, ``within``, ``unknown`` (one is not stated), ``unclear``, ``apart``.

    ``unclear``: two names of which one is not resolved; they may be a building and its town.
    """
    if one is None or two is None:
        return "unknown"
    if one.geonameid is not None and one.geonameid == two.geonameid:
        # Two sites of one town have its coordinates both.
        apart = is_site(one) and is_site(two) and name_key(one.name).isdisjoint(name_key(two.name))
        return "unclear" if apart else "same"
    distance = distance_km(one, two)
    wide = [where.precision in _WIDE for where in (one, two)]
    if one.country and two.country and (any(wide) or distance is None):
        if one.country != two.country:
            return "apart"
        if any(wide):
            return "same" if all(wide) else "within"
    if distance is not None:
        if not any(wide) and (one.precision in _PROVINCE or two.precision in _PROVINCE):
            same_country = not one.country or not two.country or one.country == two.country
            return "within" if same_country and distance <= _PROVINCE_KM else "apart"
        return "near" if distance <= NEAR_KM else "apart"
    first, second = name_key(one.name), name_key(two.name)
    if first == second:
        return "same"
    return "within" if first <= second or second <= first else "unclear"
