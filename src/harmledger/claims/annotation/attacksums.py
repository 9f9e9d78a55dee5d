"""Sums of attacks that the text told apart: "in all 17 people died in the capital on Monday".

Such a figure is of none of the attacks, so it is a count of several events.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.records import Claim
from harmledger.vocabulary import load

__all__ = ["with_attack_sums"]

#: Attacks that one sum may hold.
_MOST = 8


def with_attack_sums(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text in text order, the sums of its attacks as counts of several events."""
    ordered = list(claims)
    if len(ordered) <= 2 or not any(_in_all().match(text, c.sentence_start) for c in ordered):
        return ordered
    sums = {(one.measure, one.low) for one in ordered if _is_sum(text, one, ordered)}
    # With the headline that gives the sum again.
    return [
        replace(claim, scope="cumulative")
        if claim.scope == "event" and claim.low == claim.high and (claim.measure, claim.low) in sums
        else claim
        for claim in ordered
    ]


def _is_sum(text: str, claim: Claim, claims: Sequence[Claim]) -> bool:
    if claim.scope != "event" or claim.part_of or not claim.low or claim.low != claim.high:
        return False
    if not _in_all().match(text, claim.sentence_start):
        return False
    before = [
        one
        for one in claims
        if one.measure == claim.measure
        and one.sentence_end <= claim.sentence_start
        and one.scope == "event"
        and not one.part_of
        and one.low
        and one.stance in {"asserted", "hedged"}
    ]
    for first in range(max(0, len(before) - _MOST), len(before) - 1):
        own = before[first:]
        if sum(one.low or 0 for one in own) == claim.low:
            return _another().search(text, own[0].end, claim.sentence_start) is not None
    return False


@cache
def _in_all() -> re.Pattern[str]:
    words = "|".join(map(re.escape, _words("in_all")))
    return re.compile(rf"\W*(?:{words})\b", re.IGNORECASE)


@cache
def _another() -> re.Pattern[str]:
    """ "In a separate attack", "another bombing", "a second blast"."""
    others = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in _words("others"))
    events = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in _words("events"))
    between = r"(?:[\w-]+\s+){0,2}?"
    return re.compile(rf"\b(?:{others})\s+{between}(?:{events})s?\b", re.IGNORECASE)


def _words(term: str) -> list[str]:
    found = load("en", "attacks")[term].words("words")
    return sorted(found, key=lambda word: (-len(word), word))
