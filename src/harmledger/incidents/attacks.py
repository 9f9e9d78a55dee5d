"""Attacks that one text tells apart though they were on one day in one town.

A text is cut where its words go over to another attack: "in a separate attack", "hours later a car
bomb", one of several that it announced, or an attack of another kind whose day it states anew.
From a cut to the end of its paragraph claims are of that attack, unless a sentence goes back to
one of another kind; what stands before the first cut is of the first one. Of the rest nothing is
said of which one is meant. A second blast at the same place minutes later is part of one attack.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from harmledger.incidents.attack_words import (
    announced,
    another,
    at_once,
    kinds_in,
    led,
    named,
    ordinals,
)
from harmledger.records import Claim, Text

__all__ = ["Attacks", "attacks_of"]

#: Where a clause may end, so that two attacks of one sentence can be told apart.
_CLAUSE = re.compile(r"[,;:]\s|\band\b|\bwhile\b|\bafter\b|\bbefore\b")

_PARAGRAPH = re.compile(r"\n\s*\n")

_CLOCK = re.compile(
    r"\b(?:at|around|about|by)\s+(\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\b\.?)|\d{1,2}[:.]\d\d)",
    re.IGNORECASE,
)


class Attacks:
    """Which attack a claim of one text is about, as far as the text tells them apart."""

    def __init__(self, cuts: Sequence[int], ends: Sequence[int]) -> None:
        """``cuts``: in order; ``ends``: for each cut where its paragraph ends."""
        self._cuts = cuts
        self._ends = ends

    def __bool__(self) -> bool:
        return bool(self._cuts)

    def of(self, claim: Claim) -> int | None:
        """The number of its attack; None where the text leaves open which one is meant."""
        number = bisect_right(self._cuts, claim.start)
        if number and claim.start >= self._ends[number - 1]:
            return None
        return number


_NONE = Attacks((), ())


def attacks_of(text: Text | None, claims: Sequence[Claim], known: Iterable[int] = ()) -> Attacks:
    """The attacks of a text with these claims of harm in one event, in text order.

    ``known``: where others begin, as the figures tell (see ``series``).
    """
    if text is None or len(claims) < 2:
        return _NONE
    sentences = sorted({(claim.sentence_start, claim.sentence_end) for claim in claims})
    if _summed(text.text, claims):
        return _NONE
    several = announced().search(text.text) is not None
    cuts = set(known)
    for number, (start, end) in enumerate(sentences):
        own = [claim for claim in claims if claim.sentence_start == start]
        words = text.text[start:end]
        if at_once().search(words):
            continue
        if number and (
            led().match(words)
            or _other_hour(text.text, sentences[number - 1], (start, end))
            or _dated_anew(text.text, claims, sentences[number - 1], (start, end))
        ):
            cuts.add(start)
        for match in another().finditer(words):
            cuts.update(_before_claims(text.text, own, start + match.start()))
        if several:
            cuts.update(_by_ordinal(text.text, own, start, end))
            cuts.update(_by_kind(text.text, own))
    first = claims[0].start
    ordered = sorted(cut for cut in cuts if cut > first)
    return Attacks(ordered, [_end(text, cut, sentences) for cut in ordered]) if ordered else _NONE


def _summed(words: str, claims: Sequence[Claim]) -> bool:
    """Whether a sentence that announces several attacks gives them one figure of one event.

    Their parts stay together then, or the sum would be counted beside them.
    """
    return any(
        announced().search(words, claim.sentence_start, claim.sentence_end) for claim in claims
    )


def _before_claims(words: str, own: Sequence[Claim], at: int) -> Iterator[int]:
    """Where the attack named at ``at`` begins: at its clause if a claim of the sentence stands in
    an earlier clause, else at the sentence."""
    if not any(claim.start > at for claim in own):
        # "Gunmen shot dead two in another attack": the claim stands in the same clause.
        last = max(own, key=lambda claim: claim.start)
        yield _clause_start(words, last.sentence_start, last.start)
        return
    yield _clause_start(words, own[0].sentence_start, at)


def _clause_start(words: str, start: int, at: int) -> int:
    ends = [match.end() for match in _CLAUSE.finditer(words, start, at)]
    return ends[-1] if ends else start


def _by_ordinal(words: str, own: Sequence[Claim], start: int, end: int) -> Iterator[int]:
    """The second and later ordinals of a list each begin an attack, also behind what they count:
    "15 died in the second and six in the third"."""
    found = [match.start() for match in ordinals().finditer(words, start, end)]
    if not found or own[0].start > found[0]:
        yield from (at for at in found if any(claim.start > at for claim in own))
        return
    for before, at in zip([start, *found], found, strict=False):
        yield from [claim.start for claim in own if before <= claim.start < at][:1]


def _by_kind(words: str, own: Sequence[Claim]) -> Iterator[int]:
    """Two neighbouring claims of a sentence with attacks of different kinds in their clauses."""
    for one, two in pairwise(own):
        cut = _clause_start(words, one.end, two.start)
        if cut <= one.end:
            continue
        start = _clause_start(words, one.sentence_start, one.start)
        first, second = kinds_in(words[start:cut]), kinds_in(words[cut : two.sentence_end])
        if first and second and first.isdisjoint(second):
            yield cut


def _other_hour(words: str, last: tuple[int, int], own: tuple[int, int]) -> bool:
    """Whether both sentences give an hour, not the same, and name an attack."""
    hours = [_CLOCK.search(words, *span) for span in (last, own)]
    if hours[0] is None or hours[1] is None or hours[0][1] == hours[1][1]:
        return False
    return all(named().search(words, *span) for span in (last, own))


def _dated_anew(
    words: str, claims: Sequence[Claim], last: tuple[int, int], own: tuple[int, int]
) -> bool:
    """Whether both sentences state a day and name attacks of different kinds."""
    for start, end in (last, own):
        days = [
            claim.when
            for claim in claims
            if claim.sentence_start == start and claim.when is not None
        ]
        if not any(start <= day.offset < end for day in days):
            return False
    first, second = (kinds_in(words[start:end]) for start, end in (last, own))
    if not first or not second or not first.isdisjoint(second):
        return False
    return all(named().search(words, *span) for span in (last, own))


def _end(text: Text, cut: int, sentences: Sequence[tuple[int, int]]) -> int:
    """Where the text stops speaking of the attack: at the end of the paragraph, or at a sentence
    that names an attack of another kind."""
    blocks = [block.end for block in text.blocks if block.start <= cut < block.end]
    match = _PARAGRAPH.search(text.text, cut)
    last = min([*blocks, match.start() if match else len(text.text)])
    kinds: frozenset[str] = frozenset()
    for start, end in sentences:
        named = kinds_in(text.text[max(start, cut) : end])
        if end > cut and kinds and named and named.isdisjoint(kinds):
            return min(last, start)
        kinds = kinds or (named if end > cut else kinds)
    return last
