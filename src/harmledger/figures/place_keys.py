"""The places under which incidents are added up: one town is one place, two namesakes are two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from harmledger.records import Incident, Where
from harmledger.wording import place_in_words

__all__ = ["NO_PLACE", "place_keys"]

NO_PLACE = "place not known"

#: A place of the gazetteer, or all that is written so in a country.
_Identity: TypeAlias = tuple[str, object]


def place_keys(incidents: Iterable[Incident]) -> Mapping[str, str]:
    """For the id of each incident the name of its place: one name for one place, however written.

    A place is what the gazetteer resolved it to: AHMEDABAD and Ahmedabad are one, Tripoli in Libya
    and Tripoli in Lebanon two ("Tripoli (LY)"), and a street or building counts with the town that
    it has its coordinates from. What is not resolved is one place with all that is written so. A
    place is called as most of its incidents call it, by a name before a description ("Sarajevo"
    before "Bosnian capital").
    """
    where = {one.id: one.where for one in incidents if one.where}
    called: dict[_Identity, Counter[str]] = defaultdict(Counter)
    one_of: dict[_Identity, Where] = {}
    for place in where.values():
        called[_identity(place)][_name(place)] += 1
        one_of.setdefault(_identity(place), place)
    names = {identity: _chosen(counted) for identity, counted in called.items()}
    for more in (_country, _point):
        sharing = Counter(names.values())
        names = {
            identity: name if sharing[name] == 1 else f"{name} ({more(one_of[identity])})"
            for identity, name in names.items()
        }
    return {one: names[_identity(place)] for one, place in where.items()}


def _identity(place: Where) -> _Identity:
    if place.geonameid is not None:
        return "resolved", place.geonameid
    return "written", (_name(place).casefold(), place.country)


def _name(place: Where) -> str:
    """Its own name, or the town of a street or building."""
    words, inside = (
        place_in_words(place),
        place_in_words(Where(name=place.within or "", start=0, end=0)),
    )
    if inside and place.geonameid is not None and words.endswith(f", {inside}"):
        return inside
    return words


def _chosen(counted: Counter[str]) -> str:
    def rank(name: str) -> tuple[bool, int, str]:
        return name.rpartition(" ")[2].islower(), -counted[name], name

    return min(counted, key=rank)


def _country(place: Where) -> str:
    return place.country or "country not known"


def _point(place: Where) -> str:
    """Namesakes of one country: where they lie."""
    if place.geonameid is None or place.lat is None or place.lon is None:
        return "which one is not known"
    north, east = "N" if place.lat >= 0 else "S", "E" if place.lon >= 0 else "W"
    return f"{abs(place.lat):.1f} {north}, {abs(place.lon):.1f} {east}"
