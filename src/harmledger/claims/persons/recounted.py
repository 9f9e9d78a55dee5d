"""Counts of people whom other counts of the text tell of: rival, revised and repeated ones.

"338. The government's figure" is of civilians where the text has "8,000 displaced people were
killed" and two more such counts, and none of fighters. "First it spoke of 59 rebels killed; by
Saturday that had become 77" and "seven of the attackers died at the gate and two in the yard" go
on with those told just before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["as_counted_elsewhere"]

#: Smaller numbers are of another event as often as not.
_LEAST = 10
#: Other counts needed that are at most so many times as large or small, and how many.
_ALIKE = ((3, 2), (10, 3))
#: Characters before a count in which the one stands that it revises.
_REACH = 350
#: Characters of the words that say that a count is a revised one.
_PHRASE = 60
#: Claims looked at in one sentence.
_SENTENCE = 12
#: How many times as large or small a revised count is at most.
_TIMES = 10
_FURTHER = re.compile(r"\b(?:others?|another|more|further|additional)\b", re.IGNORECASE)


def as_counted_elsewhere(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, in text order, the unstated counts with the status of their like."""
    told = _Told(claims)
    out: list[Claim] = []
    for claim in claims:
        own = claim.population
        if own is not None and own.status == "unstated" and _counts(claim):
            status = _goes_on(text, claim, out) or told.status_of(claim)
            if status is not None:
                claim = replace(claim, population=replace(own, status=status))
                told.add(claim)
        out.append(claim)
    return out


class _Told:
    """The counts of several people in one text whose status is stated, by measure."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._statuses: dict[str, Counter[str]] = defaultdict(Counter)
        self._numbers: dict[str, list[int]] = defaultdict(list)
        self._parts: dict[str, list[int]] = defaultdict(list)
        self._same: set[tuple[str, int | None, int | None]] = set()
        for claim in claims:
            if _status(claim) != "unstated" and _several(claim):
                self.add(claim)

    def add(self, claim: Claim) -> None:
        """Take in one more count whose status is known."""
        self._statuses[claim.measure][_status(claim)] += 1
        self._same.add((claim.measure, claim.low, claim.high))
        number = claim.low or claim.high
        if number:
            insort(self._numbers[claim.measure], number)
            if claim.part_of is not None:
                self._parts[claim.part_of].append(number)

    def status_of(self, claim: Claim) -> str | None:
        """Civilian, where several counts of like size are and none is of others."""
        number = claim.low or claim.high or 0
        if number < _LEAST or claim.part_of is not None or _FURTHER.search(claim.quote):
            return None
        if self._statuses[claim.measure].keys() != {"civilian"}:
            return None
        if (claim.measure, claim.low, claim.high) in self._same:
            return "civilian"
        if claim.scope != "event":
            return None
        numbers = self._numbers[claim.measure]
        for times, least in _ALIKE:
            low, high = number / times, number * times
            alike = bisect_right(numbers, high) - bisect_left(numbers, low)
            alike -= sum(low <= part <= high for part in self._parts[claim.id])
            if alike >= least:
                return "civilian"
        return None


def _goes_on(text: str, claim: Claim, before: Sequence[Claim]) -> str | None:
    """The status of the count just before, where this one revises it or goes on with its list."""
    if not before or claim.part_of is not None or _noun(claim):
        return None
    last = before[-1]
    if last.measure != claim.measure or not _several(last) or _status(last) == "unstated":
        return None
    if last.population is not None and last.population.age == "child":
        return None
    if last.sentence_start == claim.sentence_start:
        alone = len(_statuses_beside(last, before)) == 1
        return _status(last) if alone and not _FURTHER.search(claim.quote) else None
    ahead = text[max(claim.sentence_start, claim.start - _PHRASE) : claim.start]
    if claim.start - last.start >= _REACH or not _revises().search(ahead):
        return None
    told = _statuses_beside(last, before)
    if "mixed" in told:
        return "mixed"
    return told.pop() if len(told) == 1 and _of_like_size(claim, last) else None


def _statuses_beside(claim: Claim, before: Sequence[Claim]) -> set[str]:
    """The statuses of the claims of the same measure in the sentence of ``claim``, up to it."""
    return {
        _status(one)
        for one in before[-_SENTENCE:]
        if one.sentence_start == claim.sentence_start and one.measure == claim.measure
    }


def _of_like_size(claim: Claim, other: Claim) -> bool:
    one, two = (c.low or c.high or 0 for c in (claim, other))
    return claim.scope == other.scope and one <= _TIMES * two and two <= _TIMES * one


@cache
def _revises() -> re.Pattern[str]:
    known = alternatives(words("grammar", "revises"))
    about = alternatives(words("grammar", "around_tolls"))
    return re.compile(rf"\b(?:{known})\s+(?:(?:{about})\s+)*\Z", re.IGNORECASE)


def _counts(claim: Claim) -> bool:
    """Whether a claim counts several people of whom its own words say nothing."""
    own = claim.population
    if own is None or own.named or not _several(claim):
        return False
    noun = _noun(claim)
    return noun is None or noun in words("grammar", "any_people")


def _several(claim: Claim) -> bool:
    return claim.population is not None and (claim.low, claim.high) not in {(0, 0), (1, 1)}


def _noun(claim: Claim) -> str | None:
    """The noun for those counted; None where a word of harm or nothing stands in its place."""
    surface = claim.population.surface if claim.population else None
    noun = surface.lower().split()[-1] if surface else None
    return None if noun in words("grammar", "bare_tolls") else noun


def _status(claim: Claim) -> str:
    return claim.population.status if claim.population else "unstated"
