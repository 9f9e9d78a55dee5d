"""Where in a town: the districts, markets and buildings that the sentences of an event name."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from harmledger.vocabulary import load

__all__ = ["sites_in"]

#: Words before the name of a site that are none of it.
_NO_NAMES = frozenset(
    {"the", "a", "an", "in", "at", "on", "of", "from", "near", "north", "south", "east", "west"}
    | {"northern", "southern", "eastern", "western", "central", "old", "new", "another", "one"}
)
#: Where the hurt are taken and where people speak of an attack.
_NO_SITES = re.compile(r"hospital|clinic|medical|court|station|airport|university|college")


@cache
def _named() -> re.Pattern[str]:
    places = load("en", "places")
    kinds = {word for kind in ("facility", "neighbourhood") for word in places[kind].words("words")}
    words = "|".join(
        re.escape(word).replace(r"\ ", r"\s")
        for word in sorted({*kinds, "district"}, key=lambda word: (-len(word), word))
        if not _NO_SITES.search(word)
    )
    return re.compile(
        rf"((?:[A-Z][\w'’-]*\s){{1,3}})(?:[Dd]istrict\s)?((?:{words}))\b"
        rf"|\b(?:district|neighbou?rhood|suburb|quarter)\sof\s([A-Z][\w'’-]*)"
    )


def sites_in(words: str, towns: Set[str]) -> frozenset[str]:
    """The words of their names, in small letters: "the Shorja market", "the Mansour district".

    ``towns``: words of the names of larger places, which tell no site: "Baghdad market".
    """
    flat = " ".join(words.split())
    found: set[str] = set()
    for match in _named().finditer(flat):
        name = (match[1] or match[3] or "").casefold()
        found.update(re.findall(r"\w{3,}", name))
    return frozenset(found - _NO_NAMES - towns)
