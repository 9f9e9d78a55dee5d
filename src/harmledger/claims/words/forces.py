"""Whose forces a text tells of: "killed in Tripoli, the Lebanese army said" is Tripoli in Lebanon.

The army, police or government of a country acts in that country, so it chooses among namesakes; but
not a village of the name instead of a city that is many times larger.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from harmledger.claims.words.gazetteer import FAR_HEAVIER, countries_in, weight_of
from harmledger.claims.words.lexicon import LANGUAGE, alternatives, words
from harmledger.claims.words.namesakes import bearers, lone_regions
from harmledger.claims.words.placerows import fold
from harmledger.vocabulary import load

__all__ = ["with_forces"]

#: Votes by which the forces of a country speak for it, as its name does.
_VOTES = 3


@cache
def _forms() -> dict[str, str]:
    terms = load(LANGUAGE, "countries").terms
    return {form.lower(): term.id for term in terms for form in term.words("forms")}


@cache
def _forces() -> re.Pattern[str]:
    """ "The Lebanese army", "Lebanon's security forces", "the Spanish national police"."""
    forms = alternatives(frozenset(_forms()))
    bodies = alternatives(words("places", "forces"))
    return re.compile(
        rf"\b(?P<country>{forms})(?:['’]s)?\s+(?:[a-z]+\s+){{0,2}}?(?:{bodies})\b", re.IGNORECASE
    )


def with_forces(text: str, names: Sequence[str], context: Counter[str]) -> Counter[str]:
    """``context``, the votes for countries, with those of countries whose forces act in ``text``.

    ``names``: the places that the text names. Only a name that several countries have is decided,
    and only where the rest of the text does not speak more of another of them.
    """
    # A name may be broken over two lines.
    told = {" ".join(found["country"].lower().split()) for found in _forces().finditer(text)}
    acting = {_forms()[form] for form in told}
    if not acting:
        return context
    made = Counter(context)
    for name in sorted(set(names)):
        folded = fold(name)
        meant = [*bearers(folded)[0], *lone_regions(folded)]
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
