"""Figures that may be the sum of several attacks, and where the attacks begin that make one up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from harmledger.claims import adds_to_a_count
from harmledger.dates import dates_agree, span_of
from harmledger.incidents.attack_words import (
    announced,
    in_all,
    kinds_in,
    many,
    one_or_many,
    ordinals,
)
from harmledger.incidents.events import HARM, TELLING
from harmledger.records import Claim, Text

__all__ = ["cuts_that_add_up", "sums_told"]

#: Days between the first and the last of a series.
_DAYS = 1

#: Two or three of a few are made up by any others.
_LEAST = 4

#: Attacks of one series.
_MOST = 12

#: Figures of one text that are tried as sums of what follows.
_TRIED = 8


def sums_told(text: Text | None, claims: Sequence[Claim]) -> Iterator[tuple[list[Claim], bool]]:
    """Claims of one text, in text order, that may be the sums of a series, with those that repeat
    such a figure; and whether its parts must make it up exactly (see :func:`cuts_that_add_up`).
    """
    if text is None or len(claims) < 2:
        return
    if announced().search(text.text) or in_all().search(text.text):
        found = _sums(text.text, claims, announced())
        if found:
            yield found, False
    by_figure: dict[object, list[Claim]] = defaultdict(list)
    for claim in _sums(text.text, claims, many()) if many().search(text.text) else ():
        by_figure[_figure(claim)].append(claim)
    yield from ((own, True) for own in list(by_figure.values())[:_TRIED])


def _sums(words: str, claims: Sequence[Claim], several: re.Pattern[str]) -> list[Claim]:
    by_sentence: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _may_be_a_sum(claim):
            by_sentence[claim.sentence_start].append(claim)
    found: set[str] = set()
    for own in by_sentence.values():
        found.update(claim.id for claim in _sums_of_sentence(words, own, several))
    said: dict[object, Claim] = {}
    for claim in claims:
        if claim.id in found:
            said.setdefault(_figure(claim), claim)
    return [
        claim
        for claim in claims
        if claim.id in found or (_may_be_a_sum(claim) and _again(claim, said.get(_figure(claim))))
    ]


def _again(claim: Claim, said: Claim | None) -> bool:
    """Whether it repeats a sum, as a headline does; behind it a small figure is more likely that of
    others."""
    if said is None or (claim.start > said.start and (claim.low or 0) < TELLING):
        return False
    return dates_agree(span_of(claim.time), span_of(said.time)) != "conflict"


def _may_be_a_sum(claim: Claim) -> bool:
    if claim.measure not in HARM or claim.stance in {"hypothetical", "denied"} or not claim.low:
        return False
    if claim.qualifier == "vague" or claim.low < _LEAST:
        return False
    span = span_of(claim.time)
    return not adds_to_a_count(claim) and (span is None or span.high - span.low <= _DAYS)


def _sums_of_sentence(
    words: str, own: Sequence[Claim], several: re.Pattern[str]
) -> Iterator[Claim]:
    """The figures that a sentence gives for several attacks together: all of them, or the first of
    each measure where the sentence goes on to the single ones."""
    start, end = own[0].sentence_start, own[0].sentence_end
    if not (several.search(words, start, end) or in_all().match(words, start, end)):
        return
    single = ordinals().search(words, start, end) is not None
    seen: set[str] = set()
    for claim in own:
        if not (single and claim.measure in seen):
            yield claim
        seen.add(claim.measure)


def _figure(claim: Claim) -> tuple[object, ...]:
    return claim.measure, claim.low, claim.high, claim.unit


def cuts_that_add_up(
    text: Text | None, sums: Sequence[Claim], claims: Sequence[Claim]
) -> list[int]:
    """Where the parts of a sum begin: claims in sentences of their own that each name an attack and
    one after another make it up exactly. Empty where none do."""
    tried = {_figure(one): one for one in sums}
    for one in list(tried.values())[:_TRIED] if text is not None else ():
        own = [c for c in claims if c.measure == one.measure and text and _told_alone(text.text, c)]
        for first in range(len(own)):
            total = 0
            for last in range(first, min(len(own), first + _MOST)):
                total += own[last].low or 0
                run = own[first : last + 1]
                if total == one.low and last > first and _sentences(run, one) == len(run) + 1:
                    return [claim.sentence_start for claim in run]
    return []


def _told_alone(words: str, claim: Claim) -> bool:
    """Whether the claim has a sentence that names an attack, and is stated as a part of nothing.

    Single persons are told of again and again: they make up any sum.
    """
    several = claim.low is not None and claim.low > 1
    told = several and claim.low == claim.high and claim.part_of is None
    start, end = claim.sentence_start, claim.sentence_end
    named = one_or_many().search(words, start, end) or kinds_in(words[start:end])
    return told and bool(named)


def _sentences(run: Sequence[Claim], one: Claim) -> int:
    return len({claim.sentence_start for claim in (*run, one)})
