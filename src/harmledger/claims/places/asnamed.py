"""A place as a person writes it, apart from any text: "Kunduz", "Springfield, Illinois"."""

from __future__ import annotations

from collections import Counter

from harmledger.claims.words.gazetteer import resolve, resolve_region
from harmledger.records import Where

__all__ = ["place_named"]


def place_named(name: str, context: Counter[str]) -> Where:
    """The place, with what the gazetteer has of it; ``unresolved`` where it is open or unknown.

    Behind a comma stands the larger place that it lies in. ``context``: votes for countries, by
    code. It stands at no place of a text, so its start and end are 0.
    """
    parts = [" ".join(part.split()) for part in name.split(",") if part.strip()]
    own, *larger = parts or [name]
    place = resolve(own, context, larger) or resolve_region(own, context, larger)
    within = larger[0] if larger else None
    if place is None:
        return Where(name=own, start=0, end=0, within=within)
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
