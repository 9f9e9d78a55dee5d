"""Whose forces a text tells of: "killed in Tripoli, the Lebanese army said" is Tripoli in Lebanon.

The army, police or government of a country acts in that country, so it chooses among namesakes; but
not a village of the name instead of a city that is many times larger.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from harmledger.claims.words.countryforms import country_forms
from harmledger.claims.words.gazetteer import FAR_HEAVIER, countries_in, weight_of
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.namesakes import bearers, lone_regions
from harmledger.claims.words.placerows import fold

__all__ = ["with_forces"]

#: Characters before a force in which the name of its country may stand.
_AHEAD = 80
#: Votes by which the forces of a country speak for it, as its name does.
_VOTES = 3


@cache
def _forces() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "Army", "police"; and before it "the Lebanese", "Lebanon's security", "Spanish national".

    Countries have some hundred names, so they are looked for only where a force is told of.
    """
    forms = alternatives(frozenset(country_forms()))
    bodies = alternatives(words("places", "forces"))
    return (
        re.compile(rf"\b(?:{bodies})\b", re.IGNORECASE),
        re.compile(rf"\b(?P<country>{forms})(?:['’]s)?\s+(?:[a-z]+\s+){{0,2}}?\Z", re.IGNORECASE),
    )


def _acting_in(text: str) -> set[str]:
    """The codes of countries whose forces the text tells of."""
    body, country = _forces()
    told = set()
    for found in body.finditer(text):
        ahead = country.search(text[max(0, found.start() - _AHEAD) : found.start()])
        if ahead is not None:
            # A name may be broken over two lines.
            told.add(" ".join(ahead["country"].lower().split()))
    return {country_forms()[form] for form in told}


def with_forces(text: str, names: Sequence[str], context: Counter[str]) -> Counter[str]:
    """``context``, the votes for countries, with those of countries whose forces act in ``text``.

    ``names``: the places that the text names. Only a name that several countries have is decided,
    and only where the rest of the text does not speak more of another of them.
    """
    shared = []
    for name in sorted(set(names)):
        folded = fold(name)
        meant = [*bearers(folded)[0], *lone_regions(folded)]
        if len({place.country for place in meant}) > 1:
            shared.append((folded, meant))
    acting = _acting_in(text) if shared else set()
    if not acting:
        return context
    made = Counter(context)
    for folded, meant in shared:
        mine = [place for place in meant if place.country in acting]
        others = {place.country for place in meant} - acting
        if not others or len({place.country for place in mine}) != 1:
            continue
        country = mine[0].country
        if max(map(weight_of, meant)) > FAR_HEAVIER * max(map(weight_of, mine)):
            continue
        rest = countries_in(other for other in names if fold(other) != folded)
        if rest[country] + _VOTES > max(rest[code] for code in others):
            made[country] = max([made[country], *(made[code] + _VOTES for code in others)])
    return made
