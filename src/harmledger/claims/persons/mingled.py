"""Counts of which the text says that fighters and others are counted together.

"The hospital has 54 dead and 160 wounded. Fighters and civilians cannot be told apart in these
figures" counts people of both kinds, and so does "58 were killed, some of the attackers included".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.persons.status_words import says_nothing
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["counted_together"]

_HARM = frozenset(("killed", "injured", "casualties"))
#: Sentences before the one that says it in which counts stand, in one paragraph.
_BEFORE = 3
#: Characters in which those sentences stand.
_REACH = 800
_SENTENCE = re.compile(r"[^.;!?\n]+(?:[.;!?]|\n|\Z)")


def counted_together(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, in text order, bare counts of people of both kinds as mixed."""
    if not any(_open(claim) for claim in claims):
        return list(claims)
    spans = list(_spans(text))  # in text order, by their ends
    ends = [end for _, end in spans]
    return [
        replace(claim, population=replace(claim.population, status="mixed"))
        if claim.population is not None
        and _open(claim)
        and (at := bisect_right(ends, claim.start)) < len(ends)
        and spans[at][0] <= claim.start
        else claim
        for claim in claims
    ]


def _open(claim: Claim) -> bool:
    return claim.measure in _HARM and claim.part_of is None and says_nothing(claim)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where counts stand of which a sentence says it: from some sentences before it to its end."""
    for match in _told().finditer(text):
        near = max(0, match.start() - _REACH)
        own = max(text.rfind("\n", near, match.start()) + 1, near)
        told = [m.start() for m in _SENTENCE.finditer(text, own, match.start())]
        if told:
            yield told[max(0, len(told) - 1 - _BEFORE)], match.end()
        else:
            yield own, match.end()


@cache
def _told() -> re.Pattern[str]:
    armed = alternatives(words("grammar", "armed_people"))
    apart = alternatives(words("grammar", "told_apart"))
    unknown = alternatives(words("grammar", "not_known"))
    both = rf"(?:{armed}|civilians?|non-combatants?)"
    harmed = r"(?:figures?|tolls?|numbers?|counts?|totals?)"
    part = r"(?:some\s+(?:of\s+)?)?(?:the\s+|its\s+|their\s+)?"
    return re.compile(
        rf"\b(?:{both}\b[^.;\n]{{0,60}}\b(?:not|cannot|can't|never|neither)\b[^.;\n]{{0,40}}\b(?:{apart})"
        rf"|(?:not|cannot|can't|without|neither)\b[^.;\n]{{0,40}}\b(?:{apart})\b[^.;\n]{{0,40}}\b{both}"
        rf"|(?:{unknown})\b[^.;\n]{{0,30}}how\s+many\b[^.;\n]{{0,40}}\b{both}"
        rf"|how\s+many\b[^.;\n]{{0,40}}\b{both}\b[^.;\n]{{0,40}}\b(?:{unknown})"
        rf"|{both}\s+and\s+(?:\w+\s+)?{both}\s+(?:are|were|being)\s+(?:counted|put|taken|lumped)\s+together"
        rf"|{harmed}\s+(?:that\s+|which\s+)?(?:also\s+)?includ(?:es?|ed|ing)\s+{part}(?:{armed})"
        rf"|(?:{armed})\s+(?:(?:are|were)\s+)?(?:included|mixed\s+in|among\s+(?:them|the\s+dead)))\b",
        re.IGNORECASE,
    )
