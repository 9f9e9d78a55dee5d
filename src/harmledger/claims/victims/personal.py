"""Whether capitalised words may be a person's name, without a parse: for withholding names."""

from __future__ import annotations

import re

from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.words.gazetteer import known_country, known_name, large_town
from harmledger.claims.words.lexicon import words

__all__ = ["may_name_person"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: Terms of the places vocabulary whose words end the name of a place ("Market Street").
_PLACES = ("facility", "street", "neighbourhood", "nature", "town", "region", "crossings")


def may_name_person(name: str, *, among: bool = False) -> bool:
    """False for what the gazetteer or a word in it calls a place, a people, an organisation.

    ``among``: it stands among persons' names, so a small town of that name is not meant.
    """
    found = [word.lower() for word in _WORD.findall(name)]
    place = (known_country(name) or large_town(name)) if among else known_name(name)
    if not found or place or kind_of(name) != "other":
        return False
    if any(found[-1] in words("places", term) for term in _PLACES):
        return False
    other = words("grammar", "not_people") | words("people", "groups") | words("people", "demonyms")
    return other.isdisjoint(found)
