"""Harm in what an attack set off: riots, clashes with the army, reprisals.

"A gunman killed 43 at prayer. Riots broke out, and eight were shot dead by soldiers in clashes":
the eight are no count of those killed at prayer, though it was the same day in the same town.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from harmledger.records import Claim, Text
from harmledger.vocabulary import alternatives, load

__all__ = ["aftermath_of"]

#: Characters of the first paragraph that say what the report is about.
_OPENING = 600
#: Measures of harm that unrest does.
_HARM = frozenset(("killed", "injured", "casualties"))
#: Characters before a sentence in which the one before it stands.
_BACK = 300
_PARAGRAPH = "\n\n"
_SENTENCE = re.compile(r"[.!?][\"”’)]?\s+")


def _any(term: str) -> str:
    return alternatives(load("en", "attacks")[term].words("words"))


@cache
def _unrest() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('unrest')})\b", re.IGNORECASE)


@cache
def _gatherings() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('gatherings')})\b", re.IGNORECASE)


@cache
def _onset() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('onsets')})\b", re.IGNORECASE)


@cache
def _outright() -> re.Pattern[str]:
    """ "In the ensuing riots", "in clashes that followed", "in revenge"."""
    return re.compile(
        rf"\b(?:ensuing|subsequent|resulting)\s+(?:[\w-]+\s+){{0,2}}?(?:{_any('unrest')})\b"
        rf"|\b(?:{_any('unrest')})\s+(?:that|which)\s+(?:then\s+)?(?:followed|ensued)\b"
        rf"|\b(?:{_any('in_return')})\b",
        re.IGNORECASE,
    )


def aftermath_of(text: Text | None, claims: Sequence[Claim]) -> dict[str, str]:
    """By the ids of claims that are of what the attack set off the words that say so.

    ``claims``: of harm in one event, in text order. Nothing where the report opens with unrest, or
    counts nobody before: it is about that; nor where it gives the number of one told before.
    """
    if text is None or len(claims) < 2:
        return {}
    found: dict[str, str] = {}
    for at, claim in enumerate(claims):
        if claim.measure not in _HARM or claim.part_of is not None:
            if claim.part_of in found:
                found[claim.id] = found[claim.part_of]
            continue
        before = [one for one in claims[:at] if one.id not in found and one.measure in _HARM]
        if not before or any(_same(one, claim) for one in before):
            continue
        own = _segment(text.text, claims, at)
        said = _outright().search(own)
        if said is None:
            said = _broken_out(text, claim, own)
        if said is not None:
            found[claim.id] = " ".join(said[0].split())
    return found


def _same(one: Claim, two: Claim) -> bool:
    return (one.measure, one.low, one.high) == (two.measure, two.low, two.high)


def _segment(words: str, claims: Sequence[Claim], at: int) -> str:
    """What the sentence of a claim says between the claims beside it."""
    claim = claims[at]
    beside = [
        other
        for other in claims[max(0, at - 1) : at + 2]
        if other is not claim and other.sentence_start == claim.sentence_start
    ]
    first = max([claim.sentence_start, *(o.end for o in beside if o.start < claim.start)])
    last = min([claim.sentence_end, *(o.start for o in beside if o.start > claim.start)])
    return words[first:last]


def _broken_out(text: Text, claim: Claim, own: str) -> re.Match[str] | None:
    """The unrest that the claim's part of the sentence names, or that broke out right before."""
    words = text.text
    ahead = words[max(0, claim.sentence_start - _BACK) : claim.sentence_start]
    ahead = ahead.rpartition(_PARAGRAPH)[2].rstrip()
    before = _SENTENCE.split(ahead)[-1] if ahead else ""
    began = _onset().search(before)
    named = _unrest().search(own)
    if named is not None and (began or _onset().search(own)):
        said = named
    elif began is not None and _struck_by_force(own):
        said = _unrest().search(before) or began
    else:
        return None
    start = next((block.start for block in text.blocks if block.kept), 0)
    last = claim.sentence_start - (len(before) if began else 0)
    last = min(start + _OPENING, last)
    opening = f"{text.title or ''}\n{words[start:last].partition(_PARAGRAPH)[0]}"
    return None if _unrest().search(opening) or _gatherings().search(opening) else said


def _struck_by_force(own: str) -> bool:
    """Whether forces did it: "troops opened fire", "shot dead by soldiers"."""
    return _forces().search(own) is not None


@cache
def _forces() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:soldiers|troops|police|policemen|gendarmes|army|security forces|officers)\b",
        re.IGNORECASE,
    )
