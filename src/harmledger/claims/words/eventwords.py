"""Whether a sentence speaks of an event: of one, of the one just told of, or of another."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import alternatives, words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "definite_event",
    "goes_on",
    "is_event",
    "is_event_word",
    "names_event",
    "names_place",
    "says_where",
    "turns_away",
]


@cache
def _events() -> frozenset[str]:
    known = words("grammar", "event_nouns") | words("grammar", "event_verbs")
    return known | words("places", "events")


def is_event(token: Token) -> bool:
    """Whether the token names what did the harm, or the harm: raid, clashes, killing."""
    return is_event_word(token.lower_)


@cache
def is_event_word(word: str) -> bool:
    """The same of a word in lower case."""
    if word in words("places", "healing") | words("places", "keeping"):
        return False  # where the harmed are treated or held
    return (
        word in _events()
        or word.removesuffix("s") in _events()
        or word.removesuffix("es") in _events()
        # "The stone bears 114 names": rows of what tells harm only beside other words are none.
        or any(not (row.many and row.needs_verb) for row in harm_words().get(word, ()))
    )


@cache
def _nouns() -> str:
    return alternatives(words("grammar", "event_nouns"))


@cache
def _event() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_nouns()})s?\b", re.IGNORECASE)


def definite_event(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` speaks of "the attack", "that strike"."""
    return _definite().search(text, start, end) is not None


@cache
def _definite() -> re.Pattern[str]:
    opener = r"(?:the|this|that|these)\s+(?:\w+\s+){0,2}"
    return re.compile(rf"\b{opener}(?:{_nouns()})s?\b", re.IGNORECASE)


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` goes on about an event: "the attack", or "He was ..."."""
    first = re.compile(r"\W*(\w+)").match(text, start, end)
    if first is not None and first[1].lower() in words("places", "going_on"):
        return not turns_away(text, start, end)
    return definite_event(text, start, end)


@cache
def _another() -> re.Pattern[str]:
    """ "In a separate attack", "an earlier strike": not the event that was just spoken of."""
    other = alternatives(words("grammar", "other_events"))
    return re.compile(rf"\b(?:{other})\s+(?:\w+\s+){{0,2}}(?:{_nouns()})s?\b", re.IGNORECASE)


def turns_away(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` turns to another event: "in a separate attack"."""
    return _another().search(text, start, end) is not None


def names_event(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` names an event: "clashes broke out", "an attack"."""
    return _event().search(text, start, end) is not None


_PLACED = re.compile(
    r"\b(?:in|at|near|on|outside|IN|AT|NEAR|ON|OUTSIDE)\s+(?:the\s+|THE\s+)?[A-Z\d]"
)


def names_place(text: str, start: int, end: int) -> bool:
    """Whether a capital or number stands behind "in", "at" and the like in ``text[start:end]``."""
    return _PLACED.search(text, start, end) is not None


@cache
def _saying_where() -> re.Pattern[str]:
    verbs = words("places", "happening") | words("places", "responses")
    return re.compile(rf"\b(?:{alternatives(verbs)})\b", re.IGNORECASE)


def says_where(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` says where or when an event was.

    "It happened in Mill Street", "police were called at noon".
    """
    return _saying_where().search(text, start, end) is not None
