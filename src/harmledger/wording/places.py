"""Stated places in plain words."""

from __future__ import annotations

from functools import cache

from harmledger.records import Where
from harmledger.vocabulary import load

__all__ = ["place_in_words"]


def place_in_words(where: Where) -> str:
    """Omagh; "Market Street, Omagh": a street or building with the town that is named with it.

    A name in capitals, as a radio transcript has it, is written as a name; the claim keeps it.
    """
    name, inside = _as_a_name(where.name), _as_a_name(where.within or "")
    if not inside or inside.casefold() in name.casefold():
        return name
    last = name.casefold().split()[-1:]
    return f"{name}, {inside}" if _small().intersection(last) else name


def _as_a_name(written: str) -> str:
    """SAN PEDRO DE URABA: San Pedro de Uraba; short capitals (UAE, DRC) are abbreviations."""
    words = written.split()
    if not written.isupper() or all(len(word) < 4 for word in words):
        return " ".join(words)
    links = ("AL", "AND", "DE", "DEL", "DES", "DU", "LA", "LAS", "LOS", "OF", "THE")
    first, *rest = (word.title().replace("'S", "'s") for word in words)
    return " ".join([first, *(one.lower() if one.upper() in links else one for one in rest)])


@cache
def _small() -> frozenset[str]:
    places = load("en", "places")
    terms = (places[term] for term in ("street", "facility", "neighbourhood"))
    return frozenset(word for term in terms for word in term.words("words"))
