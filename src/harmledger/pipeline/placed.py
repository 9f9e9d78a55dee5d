"""Which records are of a place that a user names."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from harmledger.claims import place_named
from harmledger.records import Where

__all__ = ["stands_in"]


def stands_in(where: Where | None, wanted: str) -> bool:
    """Whether a place is the one wanted, lies in it as its report says, or in that country.

    ``wanted``: a name as reports write it, a country's name or its code of two letters.
    """
    if where is None:
        return False
    names = {name.casefold() for name in (where.name, where.within) if name}
    if wanted.casefold() in names or wanted.upper() == where.country:
        return True
    return where.country is not None and where.country == _country(wanted)


@lru_cache(maxsize=64)
def _country(wanted: str) -> str | None:
    """The code of a country by its name; None for any other place."""
    found = place_named(wanted, Counter())
    return found.country if found.precision == "country" else None
