"""Harm that a report recalls of another time without a date that can be compared.

"A student who was killed in a previous attack", "whose brother was shot dead two years ago": such a
sentence behind the opening is of an event of its own, or its dead would be counted with those of
the day. Where the opening itself speaks of another time, the report is about that.
"""

from __future__ import annotations

import re
from datetime import date

from harmledger.claims import name_of
from harmledger.dates import day_number
from harmledger.incidents.attack_words import recalled, recalled_event
from harmledger.incidents.telling import plain_name
from harmledger.records import Claim, Text

__all__ = ["Recall", "recall_of"]

#: Characters of the story that say what it is about.
_OPENING = 600

#: Characters on either side of a claim in which its time is looked for.
_REACH = 150

#: "In 2009", "on Sept. 16, 2010", "of May 2011".
_YEAR = re.compile(
    r"\b(?:in|since|of|during|(?:[A-Z][a-z]{2,8}\.?)(?:\s+\d{1,2},?)?)\s+((?:1[5-9]|20)\d\d)\b"
)


class Recall:
    """Tells which claims of one text recall another event, and by which words."""

    def __init__(self, words: str, opening: tuple[int, int], title: str, year: int | None) -> None:
        self._words = words
        self._end = opening[1]
        self._year = year
        self._opening = f"{title}\n{words[slice(*opening)]}"
        self._named = frozenset(map(plain_name, re.findall(r"[\w'’-]+", self._opening)))
        self._speaks_of_the_past = self._past(self._opening) is not None

    def of(self, claim: Claim) -> str | None:
        """The words that set the claim apart; None where nothing does.

        A claim with a time of its own is told apart by that. Whoever the opening names is no
        other one.
        """
        if claim.start < self._end or self._speaks_of_the_past or claim.when is not None:
            return None
        if not self._named.isdisjoint(name_of(claim)[-1:]):
            return None
        start = max(claim.sentence_start, claim.start - _REACH)
        end = min(claim.sentence_end, claim.end + _REACH)
        return self._past(self._words[start:end])

    def _past(self, words: str) -> str | None:
        for pattern in (recalled_event(), recalled()):
            if found := pattern.search(words):
                return " ".join(found[0].split())
        for found in _YEAR.finditer(words) if self._year is not None else ():
            if int(found[1]) < (self._year or 0):
                return found[0]
        return None


def recall_of(text: Text | None) -> Recall | None:
    """For a text; None where there is none to look into."""
    if text is None:
        return None
    start = next((block.start for block in text.blocks if block.kept), 0)
    day = day_number(text.published_at)
    year = date.fromordinal(day).year if day is not None else None
    return Recall(text.text, (start, start + _OPENING), text.title or "", year)
