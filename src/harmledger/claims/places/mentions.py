"""The places that a sentence names, those that hold one another as one.

"In clashes in the Escalon neighborhood in San Salvador" names one place, the neighbourhood, within
a city: the mention has the name of the most specific of them.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.places.adjectives import country_before, country_behind
from harmledger.claims.places.barenames import bare_names
from harmledger.claims.places.locating import (
    came_from,
    goal_of,
    heals,
    holds,
    is_locative,
    is_treated,
    of_a_life,
)
from harmledger.claims.places.mention import Mention
from harmledger.claims.places.nesting import nested
from harmledger.claims.places.placekinds import COUNTRY, REGION, SITE, TOWN
from harmledger.claims.places.placenames import place_phrases
from harmledger.claims.places.telling import placed_by, told_by
from harmledger.claims.words.gazetteer import (
    great_city,
    in_world,
    known_name,
    rather_region,
    resolve,
)
from harmledger.claims.words.lexicon import alternatives, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Mention", "mention_at", "mentions_of"]


def mentions_of(parsed: Parsed) -> list[Mention]:
    """The places that a sentence names, in text order, nested ones as one."""
    found: list[Mention | None] = []
    taken: set[int] = set()
    for phrase in place_phrases(parsed):
        taken.update(range(phrase.first, phrase.last + 1))
        found.append(
            mention_at(parsed, phrase.first, phrase.last, phrase.rank, phrase.core, phrase.kind)
        )
    for first, last, label in bare_names(parsed, taken):
        name = parsed.doc[first : last + 1].text
        found.append(mention_at(parsed, first, last, _rank(name, label), name))
    return nested(parsed, sorted((m for m in found if m is not None), key=lambda m: m.start))


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


def mention_at(
    parsed: Parsed, first: int, last: int, rank: int, core: str, kind_word: str = ""
) -> Mention | None:
    """The name of the tokens ``first`` to ``last`` as a place; None where it is of none."""
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
    told = placed_by(token) is not None or is_treated(token) or of_a_life(token)
    healing = heals(token)
    # "In a Basra hospital a boy told of it".
    told = told or (healing and told_by(token) is not None)
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
        heals=healing,
        left=token.dep_ == "pobj" and came_from(token.head),
        holds=holds(token),
        country=country_before(doc, first) or country_behind(doc, last),
        site=_site(doc, last) if rank == TOWN else "",
    )


def _site(doc: Doc, last: int) -> str:
    """The lower-case word for a building or ground right behind a name."""
    behind = doc[last + 1] if last + 1 < len(doc) and doc[last].whitespace_ == " " else None
    found = behind is not None and behind.text in words("places", "facility")
    return behind.text if behind is not None and found else ""


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
