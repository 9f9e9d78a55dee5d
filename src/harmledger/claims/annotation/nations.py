"""Whose people a claim counts: of which country, and whether of another than that of its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from harmledger.claims.words.countryforms import country_forms
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.namesakes import country_of_name
from harmledger.claims.words.placerows import fold, tables
from harmledger.records import Claim

__all__ = ["nation_of", "of_abroad", "speaks_for"]


@cache
def _countries() -> Mapping[str, str]:
    """By form the code of a country: "americans", "american"."""
    forms = country_forms()
    several = {f"{form}s": code for form, code in forms.items()}
    pairs = (pair.split("=", 1) for pair in words("only_some", "nationals"))
    return {**forms, **several, **dict(pairs)}


@cache
def _whose() -> re.Pattern[str]:
    """ "Australian tourists", "injured Australians", "Thai nationals": the word for the country."""
    guests = alternatives(words("only_some", "nationals", "guests"))
    country = r"(?P<country>(?:new\s+)?[a-z.]+(?:\s+citizens)?)"
    return re.compile(rf"(?:[a-z]+ed\s+)?{country}(?:\s+(?:{guests}))?")


def nation_of(claim: Claim) -> str | None:
    """The code of the country whose people the words of the claim name; None where they do not."""
    surface = (claim.population.surface if claim.population else None) or ""
    return _nation(surface.casefold())


@lru_cache(maxsize=10_000)
def _nation(surface: str) -> str | None:
    named = _whose().fullmatch(surface)
    return _countries().get(named["country"]) if named is not None else None


def speaks_for(name: str, nation: str) -> bool:
    """Whether the speaker is of that country: "Australia", "the Canadian government", "London"."""
    plain = " ".join(name.split())
    place = country_of_name(plain)
    if place is not None:
        return place.country == nation
    capital = tables().capitals.get(nation)
    own = {_countries().get(word) for word in re.findall(r"\w+", plain.casefold())}
    return nation in own or (capital is not None and fold(capital.name) == fold(plain))


def of_abroad(claim: Claim) -> bool:
    """Whether the words count people of another country than the one of the place: "Australians
    died in Bali", "the embassy said four of its citizens died"."""
    nation = nation_of(claim)
    here = claim.place.country if claim.place is not None else None
    if nation is not None and here is not None:
        return here != nation
    surface = (claim.population.surface if claim.population else None) or ""
    own = surface.casefold() in words("only_some", "nationals", "own")
    speaker = claim.speaker
    # Where no country of the place is known, its mission abroad says whose they are.
    if speaker is None or not (own or nation) or (here and speaks_for(speaker.name, here)):
        return False
    return _mission().search(speaker.name) is not None


@cache
def _mission() -> re.Pattern[str]:
    missions = alternatives(words("only_some", "nationals", "missions"))
    return re.compile(rf"\b(?:{missions})", re.IGNORECASE)
