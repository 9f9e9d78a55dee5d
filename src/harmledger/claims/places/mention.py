"""One place name of a text, and how it stands in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Mention"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name at ``start:end`` of the text.

    ``token`` heads it; ``rank`` is of its kind (0 a building, 3 a town, 5 a country); ``core`` is
    what the gazetteer may know of it. ``locative``: it places something ("in X"). ``told``: it is
    where something was told, or where someone was treated. ``goal``: the token of the verb of
    going or taking that leads there, else -1. ``within``: the larger places named with it, from
    small to large. ``bearing``: a distance is measured from it: "9 km east of X". ``kind``: the
    word for its kind that stands with it, in lower case. ``heals``: a house of healing stands with
    it: "a Basra clinic". ``left``: somebody came from there: "fled from Basra". ``country``: the
    one whose adjective stands before its kind: Lebanon for "the Lebanese village of Qana".
    ``holds``: a house where people are held stands with it: "a jail in Basra". ``site``: what
    stands right behind it and may have it for a name: cemetery in "the Santa Cruz cemetery".
    """

    start: int
    end: int
    name: str
    token: int
    rank: int
    core: str
    locative: bool
    told: bool
    goal: int = -1
    within: tuple[Mention, ...] = ()
    bearing: bool = False
    kind: str = ""
    heals: bool = False
    left: bool = False
    country: str = ""
    holds: bool = False
    site: str = ""
