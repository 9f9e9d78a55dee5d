"""A place as a person writes it, apart from any text: "Kunduz", "Springfield, Illinois"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from harmledger.claims.words.gazetteer import Place, resolve, resolve_region
from harmledger.claims.words.namesakes import country_of_name, regions
from harmledger.claims.words.placerows import tables
from harmledger.records import Where

__all__ = ["place_named"]


def place_named(name: str, context: Counter[str]) -> Where:
    """The place, with what the gazetteer has of it; ``unresolved`` where it is open or unknown.

    Behind a comma stands the larger place that it lies in, a country also by its code of two
    letters. A place of the name in another country is not the one meant: it is then unresolved
    in the country that was named. ``context``: votes for countries, by code. It stands at no
    place of a text, so its start and end are 0.
    """
    parts = [" ".join(part.split()) for part in name.split(",") if part.strip()]
    own, *larger = parts or [name]
    place, lies_in = None, larger
    # "IL" is Illinois, and where no such place lies there, Israel.
    for lies_in in _readings(larger):
        place = resolve(own, context, lies_in) or resolve_region(own, context, lies_in)
        if place is not None and all(
            place.country in (_holding(x) or {place.country}) for x in lies_in
        ):
            break
        place = None
    within = larger[0] if larger else None
    if place is None:
        return Where(name=own, start=0, end=0, country=_country_in(larger), within=within)
    return Where(
        name=own,
        start=0,
        end=0,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
        geonameid=place.geonameid,
        country=place.country,
        within=within,
    )


def _readings(larger: Sequence[str]) -> list[list[str]]:
    """The larger places as written, and then with codes of countries by the country's name."""
    codes = _names_by_code()
    named = [codes.get(part, part) for part in larger]
    return [list(larger), named] if named != list(larger) else [list(larger)]


def _holding(larger: str) -> set[str]:
    """The codes of the countries in which a larger place of this name lies; empty: not known."""
    found = {place.country for place in regions(larger)}
    if not found and larger in _names_by_code():
        return {larger}
    if not found and (town := resolve(larger, Counter())):
        found = {town.country}
    return found


def _country_in(larger: Sequence[str]) -> str | None:
    """The country that these names tell, the outermost first; None where they leave it open."""
    for part in reversed(larger):
        country = country_of_name(part)
        if country is not None:
            return country.country
        found = _holding(part)
        if part in _names_by_code():
            found = found | {part}  # "IL": Illinois or Israel
        if found:
            return found.pop() if len(found) == 1 else None
    return None


@lru_cache(maxsize=1)
def _names_by_code() -> dict[str, str]:
    countries: dict[str, Place] = tables().countries
    return {place.country: name for name, place in countries.items()}
