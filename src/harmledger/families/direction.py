"""The rows of ``linking/originals.toml``: what tells which text came first, and how strongly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from harmledger.vocabulary import load

__all__ = ["DECIDES", "Told", "row", "strength_of", "told"]

#: The strength that decides where nothing says the opposite.
DECIDES = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A mark of one text that makes it the later of two.

    ``kind``: a row of ``linking/originals.toml``. ``what`` goes on after the text's name and
    has ``{other}`` where the other's stands.
    """

    kind: str
    what: str
    strength: int
    words: tuple[str, ...] = ()


@cache
def row(kind: str) -> dict[str, Any]:
    """The keys of a row."""
    return load("linking", "originals")[kind].data


def strength_of(kind: str, count: float) -> int:
    """0 below ``least``, 1 up to ``decides``, then the row's own; rows without them: the row's."""
    known = row(kind)
    if count < known.get("least", 0):
        return 0
    return int(known["strength"]) if count >= known.get("decides", 0) else 1


def told(kind: str, count: float, what: str, words: tuple[str, ...] = ()) -> list[Told]:
    """The mark, where there is enough of it."""
    strength = strength_of(kind, count)
    return [Told(kind, what, strength, words[:_MOST_WORDS])] if strength else []


#: Words shown of one mark.
_MOST_WORDS = 6
