"""Place names to coordinates, offline: GeoNames towns above 15,000 people, regions, countries.

A name of several places is resolved in this order, and is left open where none of it tells:

1. A country's name is the country, a part of the world is no row of the gazetteer.
2. A larger place named with it narrows the choice: "Springfield, Ill.".
3. A place that bears the name as its own goes before one that bears it as a former or foreign
   name (Amman was once Philadelphia), unless the text speaks clearly more of the latter's country
   and the latter is the larger. Of a capital the name is never another's.
4. The place in the country of which the text speaks more, unless another is
   ``FAR_HEAVIER`` times as weighty: a town of the size is then not meant by a passing word.
5. The place that weighs ``_HEAVIER`` times as much as the next; the weight is people times names.
   A capital weighs ``_CAPITAL`` times what a town of its size does.
6. A region is meant by a bare name only where no town inside it has that name ("in Idlib" is the
   city, "Idlib province" the region) and no town elsewhere that is a tenth as large.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from harmledger.claims.words.farnames import is_stray
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.namesakes import (
    bearers,
    begins_long_name,
    country_of_name,
    great_city,
    in_world,
    is_capital,
    known_country,
    known_name,
    known_region,
    large_region,
    large_town,
    large_town_spelled,
    lone_regions,
    narrowed,
    rather_region,
    regions,
)
from harmledger.claims.words.placerows import CAPITAL_OF, REGION, Place, fold, tables

__all__ = [
    "CAPITAL_OF",
    "FAR_HEAVIER",
    "Place",
    "begins_long_name",
    "countries_in",
    "fold",
    "great_city",
    "in_world",
    "is_capital",
    "known_country",
    "known_name",
    "known_region",
    "large_region",
    "large_town",
    "large_town_spelled",
    "rather_region",
    "resolve",
    "resolve_region",
    "weight_of",
]

#: How many times the weight of the next place is one that goes without saying.
_HEAVIER = 5
#: From here on a few words of a country do not make its small namesake the place meant.
FAR_HEAVIER = 30
#: How many times the weight of a region of the same name is one that goes without saying.
_REGION_HEAVIER = 100
#: A capital weighs so many times what a town of its size does.
_CAPITAL = 3
#: Votes for a country that are more than a passing word; a country's name is worth three.
_CLEAR = 3
_MANY = 9
#: From here on a place known by this name besides its own leaves a namesake open.
_OPEN = 30


def resolve_region(
    name: str, context: Counter[str], within: Iterable[str] = (), kind: str = ""
) -> Place | None:
    """The region or country of this name; None if unclear.

    ``kind``: the word for its kind that stands with it. "Orange County" is no region, as no region
    of the first level of that name is a county.
    """
    kind = f"{kind[:-3]}y" if kind.endswith("ies") else kind.removesuffix("s")
    found = regions(name)
    if kind:
        of_kind = [p for p in found if p.kind == kind]
        if of_kind or kind in words("places", "small_kinds"):
            found = of_kind
        elif kind not in words("places", "admin_kinds"):
            found = []  # the Congo River
    return _chosen(narrowed(found, within), context)


def countries_in(names: Iterable[str]) -> Counter[str]:
    """How often each country is spoken of: by its name, or by a place only it has."""
    rows = tables()
    votes: Counter[str] = Counter()
    for name in names:
        folded = fold(name)
        country = country_of_name(name)
        if country is not None:
            votes[country.country] += 3
            continue
        lone = {place.country for place in lone_regions(folded)}
        codes = {place.country for place in rows.cities.get(folded, ())}
        if is_capital(name):
            # Dublin speaks for Ireland and for none of its namesakes overseas.
            own = bearers(folded)[0]
            heaviest = max(map(weight_of, own))
            codes = {p.country for p in own if FAR_HEAVIER * weight_of(p) >= heaviest}
        elif "US" in lone or rather_region(name):
            codes = {"US"} if "US" in lone else lone
        else:
            codes |= lone
        if len(codes) == 1:
            votes[next(iter(codes))] += 2
        else:
            votes.update(dict.fromkeys(codes, 1))
    return votes


def resolve(name: str, context: Counter[str], within: Iterable[str] = ()) -> Place | None:
    """The place of this name; None if unclear.

    ``within``: the names of larger places that the text gives with it ("Springfield, Ill.");
    ``context``: votes for countries.
    """
    folded = fold(name)
    if in_world(name):
        return None
    country = country_of_name(name)
    state = any(p.country == "US" for p in tables().regions.get(folded, ()))
    if country is not None and not (state and context["US"] > 3):
        return country
    own, others = bearers(folded)
    lone = lone_regions(folded)
    within = tuple(within)
    if not rather_region(name) and not within:
        besides_it = _CLEAR + max((context[town.country] for town in own), default=0)
        lone = [p for p in lone if context[p.country] >= besides_it and not is_capital(name)]
    meant = narrowed([*own, *lone], within)
    besides = narrowed(others, within)
    if not meant:
        place = _chosen(besides, context)
        unspoken = place is not None and not context[place.country] and not within
        far = unspoken and max(context.values(), default=0) > 1
        return None if far and place is not None and is_stray(place, folded) else place
    if is_capital(name):
        meant = [p for p in meant if fold(p.name) == folded] or meant  # not Kingston upon Hull
    best = max(meant, key=lambda p: (context[p.country], p.weight))
    rival = max(besides, key=lambda p: (context[p.country], p.weight), default=None)
    if rival is None or rival.weight <= best.weight or is_capital(name):
        return _chosen(meant, context)
    if context[rival.country] >= context[best.country] + _CLEAR:
        return _chosen(besides, context)
    heavier = rival.weight > _OPEN * best.weight and rival.country != best.country
    heavier = heavier and context[rival.country] >= context[best.country]
    return None if heavier else _chosen(meant, context)


def _chosen(candidates: list[Place], context: Counter[str]) -> Place | None:
    """The one meant of several namesakes, by the votes for countries and by weight."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    ranked = sorted(candidates, key=lambda p: (-weight_of(p), p.geonameid or 0))
    ranked.sort(key=lambda p: (-context[p.country], p.precision != "country"))
    first, second = ranked[0], ranked[1]
    if first.precision == "country":
        return first
    if context[first.country] > context[second.country]:
        heaviest = max(ranked, key=weight_of)
        passing = context[first.country] < context[heaviest.country] + _MANY
        far = weight_of(heaviest) > FAR_HEAVIER * weight_of(first)
        return None if passing and far and heaviest.precision != REGION else first
    # What a region weighs is known less well.
    times = _REGION_HEAVIER if second.precision == REGION else _HEAVIER
    return first if weight_of(first) > times * max(weight_of(second), 1) else None


def weight_of(place: Place) -> int:
    """People times names; a capital is named in the news far more than a town of its size."""
    capital = tables().capitals.get(place.country) == place
    return (_CAPITAL if capital else 1) * place.weight
