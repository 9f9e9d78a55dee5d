"""Names that a town has only in another language: "Qana" for Qina in Egypt."""

from __future__ import annotations

import re

from harmledger.claims.words.placerows import Place, fold

__all__ = ["is_stray"]

#: People of a town that is known by its other names far from its country: Kiev, Rangoon.
_KNOWN_FAR = 500_000
#: Consonants by which two spellings are of one name: "Deir Ezzor", "Dayr az Zawr".
_CONSONANTS = 3
_ARTICLES = frozenset(("ar", "ad", "as", "az", "at", "an", "ash"))


def is_stray(place: Place, folded: str) -> bool:
    """Whether a lesser town has this name only in another language: Qina in Egypt for "qana"."""
    own = fold(place.name)
    article, _, rest = own.partition(" ")
    own = rest if article in _ARTICLES else own
    alike = own[:4] == folded[:4] and abs(len(own) - len(folded)) <= 1
    alike = alike or folded.startswith(f"{own} ")  # Gaza City
    bones = _consonants(own)
    alike = alike or (len(bones) >= _CONSONANTS and bones == _consonants(folded))
    return place.population < _KNOWN_FAR and not alike


def _consonants(folded: str) -> str:
    """The consonants of a name, doubled ones once."""
    return re.sub(r"[aeiouwy]", "", re.sub(r"(.)\1+", r"\1", re.sub(r"\W", "", folded)))
