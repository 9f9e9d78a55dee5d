"""Names that only a far-off town bears, and only besides its own: no Qana of Lebanon is in Egypt.

GeoNames knows no village, so the sole bearer of a village's name may be a town elsewhere that is
called so in another language. Where a text speaks of other countries alone, be it by their name or
of their people and forces, that is not the place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from harmledger.claims.words.countryforms import country_forms
from harmledger.claims.words.farnames import is_stray
from harmledger.claims.words.gazetteer import countries_in
from harmledger.claims.words.lexicon import alternatives
from harmledger.claims.words.namesakes import (
    bearers,
    country_of_name,
    lone_regions,
)
from harmledger.claims.words.placerows import fold

__all__ = ["without_strays"]

#: Votes by which one town speaks for its country.
_TOLD = 2


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(frozenset(country_forms()))})\b", re.IGNORECASE)


def _told_of(text: str) -> set[str]:
    """The codes of countries that the text tells of in any form: Lebanon, "the Lebanese army"."""
    found = {" ".join(one[0].lower().split()) for one in _forms().finditer(text)}
    return {country_forms()[form] for form in found}


def without_strays(text: str, names: Iterable[str], context: Counter[str]) -> Counter[str]:
    """``context``, the votes for countries, without those that only strays give.

    ``names``: the places that the text names. A country left without a vote is not spoken of, and
    no stray is then resolved to it.
    """
    every = list(names)
    known = {name: fold(name) for name in set(every)}
    strays = {
        name: places[0].country
        for name, folded in known.items()
        if country_of_name(name) is None
        and not lone_regions(folded)
        and not bearers(folded)[0]
        and len(places := bearers(folded)[1]) == 1
        and is_stray(places[0], folded)
    }
    if not strays:
        return context
    rest = countries_in(name for name in every if name not in strays)
    rest.update(dict.fromkeys(_told_of(text), _TOLD))
    unspoken = {country for country in strays.values() if not rest[country]}
    if max(rest.values(), default=0) < _TOLD or not unspoken:
        return context
    return Counter(
        {code: votes for code, votes in (context | rest).items() if code not in unspoken}
    )
