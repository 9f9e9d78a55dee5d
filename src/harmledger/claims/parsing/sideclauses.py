"""Clauses side by side that the small parser takes for one, and what it is given instead.

"A raid in Leeds killed nine, one in Derry killed six", "the raid killed six and five were hurt".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import alternatives
from harmledger.claims.words.numbers import NUMBER

__all__ = ["StandIn", "place_ahead", "stand_ins"]


@dataclass(frozen=True, slots=True)
class StandIn:
    """A stretch of the sentence, and the word that the parser is given in its place."""

    start: int
    end: int
    word: str

    def covers(self, start: int, end: int) -> bool:
        """Whether a number that stands there is no count but the pronoun of an event."""
        return self.word == _EVENT and self.start < end and start < self.end


_EVENT = "raid"


_ONE = re.compile(
    r"\b(?:one|another|second|third|fourth|fifth)\s+(?:in|at|near|outside)\s", re.IGNORECASE
)
_SAID_OF = re.compile(r"\sand\s[^.]*?\s(?:was|were)\s")


@cache
def _harming() -> str:
    """Verbs that harm somebody, as alternatives of a pattern: killed, wounded."""
    done = {
        word
        for word, rows in harm_words().items()
        if word.isalpha() and any(row.frame == "transitive" for row in rows)
    }
    return alternatives(frozenset(done))


#: A number with what may stand before it.
_COUNT = (
    r"(?:(?:at|about|some|up|more|as|nearly|over|an?)\s+)?(?:(?:to|least|than|many\s+as)\s+)?"
    rf"(?i:{NUMBER}|several|dozens|others)(?!\w)"
)


@cache
def _pronoun() -> re.Pattern[str]:
    name = r"[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2}"
    return re.compile(
        r"(?<!\w)(?P<one>(?i:one|another|a\s+(?:second|third|fourth|fifth)))\s+"
        rf"(?:in|at|near|outside)\s+(?:the\s+)?(?P<place>{name})(?:\s+(?:also|alone))?\s+"
        rf"(?:{_harming()})\s+(?P<number>{_COUNT})"
    )


@cache
def _and() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_harming()})\s+{_COUNT}(?:\s+(?!and\b)[a-z]+)?(?P<and>\s+and\s+)(?={_COUNT}"
        r"(?:\s+[a-z]+)?(?:\s+in\s+[A-Z]\w+)?\s+(?:was|were)\s)"
    )


def stand_ins(raw: str) -> list[StandIn]:
    """What the parser is given instead of some words of ``raw``, in order.

    An event for "one in Derry" that killed six; a comma before the "and" behind which a number is
    the subject of a clause of its own.
    """
    # Most sentences have neither: a quick look first.
    ones = _pronoun().finditer(raw) if _ONE.search(raw) else ()
    ands = _and().finditer(raw) if _SAID_OF.search(raw) else ()
    events = (StandIn(*found.span("one"), _EVENT) for found in ones)
    commas = (StandIn(*found.span("and"), ", and ") for found in ands)
    return sorted((*events, *commas), key=lambda one: one.start)


def place_ahead(text: str, start: int, end: int, counted: tuple[int, int]) -> int | None:
    """Where the place begins that such a pronoun has, of the number at ``counted``.

    None where no pronoun in ``text[start:end]`` tells of that number.
    """
    for found in _pronoun().finditer(text, start, end):
        if found.start("number") < counted[1] and counted[0] < found.end("number"):
            return found.start("place")
    return None
