"""What a report calls its event: by the name of a place or thing, a flight, a ship or a day.

"The Omagh bombing", "the massacre at El Mozote", "Flight 655", "Bloody Sunday": an event that has
such a name is told under it years later, when no report gives its day or its figures alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from harmledger.incidents.telling import Name, plain_name
from harmledger.incidents.words import stem
from harmledger.vocabulary import alternatives, load

__all__ = ["called_in", "craft_in", "looks_back_in"]

#: A name of one word or more, with the small words that names hold.
_NAME = r"[A-Z][\w’'-]+(?: (?:(?:de|du|la|le|el|al|sur|of|and) )?[A-Z][\w’'-]+){0,4}"

#: Shorter words of a name are no evidence.
_LETTERS = 4


def _any(term: str) -> str:
    return alternatives(load("en", "event_names")[term].words("words"))


@cache
def _names() -> re.Pattern[str]:
    events = _any("events")
    days = "|".join(word.title() for word in load("en", "event_names")["days"].words("words"))
    return re.compile(
        rf"\b(?i:(?:{events})|(?:{_any('those')}))\s+(?:of|at|in|on|near|outside)\s+(?:the\s+)?"
        rf"(?P<behind>{_NAME})"
        rf"|\b(?P<before>{_NAME})\s+(?:[a-z]+\s+)?(?i:{events})\b"
        rf"|\b(?P<day>(?:{days}) [A-Z][a-z]+day)\b"
    )


@cache
def _craft() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:[Ff]light (?:[A-Z]{{1,3}}[- ]?)?(?P<flight>\d{{1,4}})"
        r"|[A-Z]{2,3}[- ]?(?P<code>\d{2,4})"
        rf"|(?:{_any('ships')}) (?P<ship>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?))"
    )


@cache
def _aircraft() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('aircraft')})\b", re.IGNORECASE)


@cache
def _back() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('looking_back')})\b", re.IGNORECASE)


@cache
def _no_names() -> frozenset[str]:
    countries = {form for term in load("en", "countries").terms for form in term.words("forms")}
    return frozenset(countries) | frozenset(load("en", "event_names")["no_names"].words("words"))


def called_in(opening: str) -> frozenset[str]:
    """The stems of the words of the names by which a headline and opening call events."""
    return frozenset(_stems(opening))


def _stems(opening: str) -> Iterator[str]:
    for found in _names().finditer(opening):
        for word in re.split(r"[\s-]+", found["behind"] or found["before"] or found["day"]):
            plain = plain_name(word)
            if len(plain) >= _LETTERS and plain not in _no_names():
                yield stem(plain)


def craft_in(opening: str) -> frozenset[Name]:
    """The flights and ships that a headline and opening name, in the form of a person's name."""
    flies = _aircraft().search(opening) is not None
    named = [found for found in _craft().finditer(opening) if flies or not found["code"]]
    return frozenset(map(_craft_of, named))


def _craft_of(found: re.Match[str]) -> Name:
    if found["ship"]:
        return "ship", plain_name(found["ship"])
    return "flight", (found["flight"] or found["code"]).lstrip("0")


def looks_back_in(opening: str) -> bool:
    """Whether headline and opening say that the report looks back on an event."""
    return _back().search(opening) is not None
