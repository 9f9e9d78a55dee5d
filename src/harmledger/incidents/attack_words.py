"""The words by which a text names attacks, and of which kind they are."""

from __future__ import annotations

import re
from functools import cache

from harmledger.vocabulary import alternatives, load

__all__ = [
    "announced",
    "another",
    "at_once",
    "both",
    "in_all",
    "kinds_in",
    "led",
    "many",
    "named",
    "one_or_many",
    "ordinals",
    "recalled",
    "recalled_event",
    "ways_in",
]


def kinds_in(words: str) -> frozenset[str]:
    """The kinds of attack that a passage names: bombs, guns, aircraft, shells, blades."""
    return frozenset(kind for kind, pattern in _kinds().items() if pattern.search(words))


def ways_in(words: str) -> frozenset[str]:
    """The same, coarser: with guns, with blades, or with explosives of any kind."""
    kinds = load("en", "attacks")
    return frozenset(str(kinds[kind].data["way"]) for kind in kinds_in(words))


def _any(term: str) -> str:
    return alternatives(load("en", "attacks")[term].words("words"))


@cache
def another() -> re.Pattern[str]:
    """Another attack is named: "a separate attack", "another bombing"."""
    between = r"(?:[\w-]+\s+){0,2}?"
    return re.compile(rf"\b(?:{_any('others')})\s+{between}(?:{_any('events')})s?\b", re.IGNORECASE)


@cache
def recalled_event() -> re.Pattern[str]:
    """An attack of another time is named: "a previous shooting"."""
    between = r"(?:[\w-]+\s+){0,2}?"
    return re.compile(rf"\b(?:{_any('previous')})\s+{between}(?:{_any('events')})\b", re.IGNORECASE)


@cache
def recalled() -> re.Pattern[str]:
    """Words for a time long before: "two years ago"."""
    return re.compile(rf"\b(?:{_any('long_ago')})\b", re.IGNORECASE)


@cache
def at_once() -> re.Pattern[str]:
    """The same place is struck once more, at once."""
    return re.compile(rf"\b(?:{_any('one_attack')})\b", re.IGNORECASE)


@cache
def announced() -> re.Pattern[str]:
    """Several attacks are announced: "two bombings", "a series of attacks"."""
    several, events = _any("several"), _any("events")
    return re.compile(rf"\b(?:{several})\s+(?:[\w-]+\s+){{0,2}}?(?:{events})s\b", re.IGNORECASE)


@cache
def both() -> re.Pattern[str]:
    """Two or three attacks together: "the two attacks", "both bombings"."""
    between = r"(?:[\w-]+\s+){0,2}?"
    return re.compile(rf"\b(?:{_any('both')})\s+{between}(?:{_any('events')})s\b", re.IGNORECASE)


@cache
def one_or_many() -> re.Pattern[str]:
    """An attack, or several, whoever is told of."""
    return re.compile(rf"\b(?:{_any('events')})s?\b", re.IGNORECASE)


@cache
def many() -> re.Pattern[str]:
    """Attacks in the plural: "air strikes"."""
    return re.compile(rf"\b(?:{_any('events')})s\b", re.IGNORECASE)


@cache
def ordinals() -> re.Pattern[str]:
    """One of several attacks: "the second", "another killed"."""
    single = rf"(?:{_any('singles')})\s+(?:{_any('struck')})"
    return re.compile(rf"\b(?:{_any('ordinals')}|{single})\b", re.IGNORECASE)


@cache
def in_all() -> re.Pattern[str]:
    """A sentence that begins with the sum of attacks told before: "in all"."""
    # A few marks only: it is also looked for in whole texts, which may hold long runs of them.
    return re.compile(rf"\W{{0,8}}\b(?:{_any('in_all')})\b", re.IGNORECASE)


@cache
def named() -> re.Pattern[str]:
    """An attack or who attacked, told of for the first time."""
    events = rf"\ban?\s+(?:[\w-]+\s+){{0,3}}?(?:{_any('events')})\b"
    return re.compile(rf"{events}|(?<!the )\b(?:{_any('attackers')})\b", re.IGNORECASE)


@cache
def led() -> re.Pattern[str]:
    """A sentence that opens with a lead and then names an attack for the first time."""
    spans = rf"(?:[\w-]+\s+){{0,3}}?(?:{_any('spans')})"
    return re.compile(
        rf"\W*(?:{_any('leads')}|{spans})\b[^.;]{{0,40}}?(?:{named().pattern})", re.IGNORECASE
    )


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    return {
        term.id: re.compile(rf"\b(?:{_any(term.id)})\b", re.IGNORECASE)
        for term in load("en", "attacks").terms
        if term.data.get("way")
    }
