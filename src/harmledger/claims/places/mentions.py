"""The places that a sentence names, those that hold one another as one.

"In clashes in the Escalon neighborhood in San Salvador" names one place, the neighbourhood, within
a city: the mention has the name of the most specific of them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.places.barenames import bare_names
from harmledger.claims.places.clause import placed_by
from harmledger.claims.places.locating import goal_of, heals, is_locative, is_of_person, is_treated
from harmledger.claims.places.placekinds import COUNTRY, REGION, SITE, TOWN
from harmledger.claims.places.placenames import place_phrases
from harmledger.claims.words.gazetteer import (
    great_city,
    in_world,
    known_name,
    rather_region,
    resolve,
)
from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["Mention", "mentions_of"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name at ``start:end`` of the text.

    ``token`` heads it; ``rank`` is of its kind (0 a building, 3 a town, 5 a country); ``core`` is
    what the gazetteer may know of it. ``locative``: it places something ("in X"). ``told``: it is
    where something was told, or where someone was treated. ``goal``: the token of the verb of
    going or taking that leads there, else -1. ``within``: the larger places named with it, from
    small to large. ``bearing``: a distance is measured from it: "9 km east of X". ``kind``: the
    word for its kind that stands with it, in lower case. ``heals``: a house of healing stands with
    it: "a Basra clinic".
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


def mentions_of(parsed: Parsed) -> list[Mention]:
    """The places that a sentence names, in text order, nested ones as one."""
    found: list[Mention | None] = []
    taken: set[int] = set()
    for phrase in place_phrases(parsed):
        taken.update(range(phrase.first, phrase.last + 1))
        found.append(
            _mention(parsed, phrase.first, phrase.last, phrase.rank, phrase.core, phrase.kind)
        )
    for first, last, label in bare_names(parsed, taken):
        name = parsed.doc[first : last + 1].text
        found.append(_mention(parsed, first, last, _rank(name, label), name))
    return _nested(parsed, sorted((m for m in found if m is not None), key=lambda m: m.start))


def _rank(name: str, label: str) -> int:
    if in_world(name):
        return COUNTRY
    place = resolve(name, Counter())
    if place is not None and place.precision == "country":
        return COUNTRY
    if rather_region(name):
        return REGION
    # The model takes many a large town for a river or a building.
    town = great_city(name, least=_LARGE)
    return TOWN if town else {"FAC": SITE, "LOC": REGION}.get(label, TOWN)


def _mention(
    parsed: Parsed, first: int, last: int, rank: int, core: str, kind_word: str = ""
) -> Mention | None:
    doc = parsed.doc
    start, end = parsed.start(doc[first]), parsed.end(doc[last])
    name = parsed.text[start:end]
    kind = kind_of(name)
    town = rank == TOWN and not known_name(core)
    if " " in core and great_city(core):
        kind = "other"  # General Santos is a city
    # "The department of": of Homeland Security as well as of Boyacá.
    body = rank in {TOWN, REGION} and _is_body(name) and not known_name(core)
    if kind == "belligerent" or body or (town and kind != "other"):
        return None  # an organisation is no place
    lowered = name.lower()
    if lowered in words("people", "demonyms") or lowered in words("grammar", "not_places"):
        return None
    if not any(c.isalpha() for c in name) or (rank >= TOWN and name[0].isdigit()):
        return None
    token = doc[first : last + 1].root
    locative = is_locative(doc, first, last, token, rank)
    told = placed_by(token) is not None or is_treated(token) or is_of_person(token)
    bearing = _bearing().search(parsed.text, max(0, start - _BEARING_REACH), start) is not None
    return Mention(
        start,
        end,
        name,
        token.i,
        rank,
        core,
        locative,
        told,
        goal_of(token),
        bearing=bearing,
        kind=kind_word,
        heals=heals(token),
    )


#: People of a town that is meant by its name also where the model sees a river or a building.
_LARGE = 100_000


def _is_body(name: str) -> bool:
    """Whether the name is of a body of people: Homeland Security, the Border Patrol."""
    return name.lower().split()[-1] in words("places", "institutions")


#: Characters before a name in which a distance from it is sought.
_BEARING_REACH = 50


@cache
def _bearing() -> re.Pattern[str]:
    """ "9 km east of", "70 miles from", at the end of what stands before a name."""
    return re.compile(
        rf"\d\s*-?(?:{alternatives(words('places', 'distances'))})\s+(?:to\s+the\s+)?"
        rf"(?:(?:{alternatives(words('places', 'directions'))})\s+)?(?:of|from)\s+(?:the\s+)?$",
        re.IGNORECASE,
    )


@cache
def _inside() -> re.Pattern[str]:
    """What stands between a place and the larger one it lies in."""
    between = alternatives(
        words("places", "directions") | words("places", "with_of") | words("grammar", "place_nouns")
    )
    return re.compile(
        rf"[\s,(]*(?:['’]s\s+)?(?:also\s+)?"
        rf"(?:(?:{alternatives(words('places', 'lying'))})\s+)?"
        rf"(?:(?:\w+\s+)?\d+\s*(?:{alternatives(words('places', 'distances'))})\s+)?(?:to\s+)?"
        rf"(?:(?:{alternatives(words('places', 'inside'))})\s+)?(?:(?:the|an?)\s+)?"
        rf"(?:(?:{between})\s+(?:of\s+)?(?:the\s+)?)*\(?",
        re.IGNORECASE,
    )


#: "Basra, Mosul and Kirkuk", "Basra, Mosul, Kirkuk": a list, in which no place holds another.
_LISTED = re.compile(r"\s*,?\s*(?:and|or|&)\b|\s*,\s*[A-Z]", re.IGNORECASE)


def _nested(parsed: Parsed, ordered: list[Mention]) -> list[Mention]:
    """The mentions with those that hold one another as one, named by its most specific part."""
    chains: list[list[Mention]] = []
    for mention in ordered:
        last = chains[-1][-1] if chains else None
        gap = parsed.text[last.end : mention.start] if last else ""
        if last and mention.start > last.end and gap.strip() and _inside().fullmatch(gap):
            if gap[0] in "'’":
                chains[-1].insert(-1, mention)  # "the North Side's Mill neighborhood"
            else:
                chains[-1].append(mention)
        else:
            chains.append([mention])
    return [_one(parsed, chain) for chain in chains]


def _one(parsed: Parsed, chain: list[Mention]) -> Mention:
    chosen = min(chain, key=lambda m: (m.bearing, m.rank))
    listed = _LISTED.match(parsed.text, chain[-1].end) is not None
    larger = [m for m in chain if m.rank > chosen.rank or (m.rank == chosen.rank and not listed)]
    return replace(
        chosen,
        locative=any(m.locative for m in chain),
        told=chain[0].told or chosen.told,
        goal=max(m.goal for m in chain),
        heals=any(m.heals for m in chain),
        within=tuple(sorted((m for m in larger if m is not chosen), key=lambda m: m.rank)),
    )
