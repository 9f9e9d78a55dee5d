"""Figures that a report tells as earlier ones, since replaced: "raising an earlier figure of ten".

The claim is kept as it is; its basis has the words that say so. Harm of an earlier day is none of
this: "an earlier attack killed 12" tells of other people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from harmledger.claims.annotation.earlier_words import (
    ahead,
    behind,
    changed_next,
    grown,
    hinted,
    opening,
    reported_behind,
    turned,
)
from harmledger.claims.annotation.totals_before import COUNTED
from harmledger.claims.persons.single import individual
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["with_earlier"]

#: Characters before a claim, and behind it, in which that must be said.
_REACH = 160
#: Characters from one figure to the next that is told with it: "30 killed and 50 wounded".
_NEAR = 60
#: Nouns for a figure, with of, right before one.
_OF = re.compile(r"\bof\s+(?:\w+\s+){0,2}?$", re.IGNORECASE)

_BOTH = re.compile(r"\s+(?:and|or)(?:\s+(?:then|later))?\s+", re.IGNORECASE)


def with_earlier(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with those marked that the text tells as earlier figures.

    A claim that is denied needs no mark; a zero, one person and a part of a figure have none.
    """
    made: list[Claim] = []
    last: tuple[Claim, str] | None = None
    for at, claim in enumerate(claims):
        said = _said(text, claims, at) if _may_be(claim) else None
        if said is None and last is not None and _may_be(claim) and _goes_on(text, last[0], claim):
            said = last[1]
        if said is not None and claim.basis is not None:
            last = claim, said
            claim = replace(claim, basis=replace(claim.basis, earlier=said))
        made.append(claim)
    return made


def _may_be(claim: Claim) -> bool:
    some = claim.basis is None or claim.basis.only_some or claim.part_of is not None
    one = claim.low == claim.high == 0 or individual(claim)
    return not some and not one and claim.stance in COUNTED


def _said(text: str, claims: Sequence[Claim], at: int) -> str | None:
    """The words that tell the claim as an earlier figure; None where none do."""
    claim = claims[at]
    start = max(claim.sentence_start, claim.start - _REACH)
    if hinted().search(text, start, claim.sentence_end + _REACH) is None:
        return None
    # The words do not reach over another figure: "put at 12 earlier, now 19".
    before = [c.end for c in claims[max(0, at - 3) : at] if c.end <= claim.start]
    after = [c.start for c in claims[at + 1 : at + 4] if c.start >= claim.end]
    first = max([claim.sentence_start, claim.start - _REACH, *before])
    last = min([claim.sentence_end, claim.end + _REACH, *after])
    lead, rest = text[first : claim.start], text[claim.end : last]
    found = (
        _first(ahead(), lead)
        or (_opened(lead, rest, claim) if first == claim.sentence_start else None)
        or next((m for m in (one.match(rest) for one in behind()) if m is not None), None)
        or (reported_behind().match(rest) if last == claim.sentence_end else None)
        or (_changed(lead, rest) if last in after else None)
        or _grown(text, claims, at, lead)
        or _next_sentence(text, claims, at)
    )
    return " ".join(found["said"].split()) if found is not None else None


def _first(patterns: Sequence[re.Pattern[str]], lead: str) -> re.Match[str] | None:
    return next((m for m in (one.search(lead) for one in patterns) if m is not None), None)


def _opened(lead: str, rest: str, claim: Claim) -> re.Match[str] | None:
    """ "Initially officials said ten had died"; "at first ten were thought to have died"."""
    full, short, passive = opening()
    found = verb = full.match(lead)
    if found is None:
        verb = passive.match(rest)
        found = short.match(lead) if verb else None
    past = verb is not None and (verb["past"] or verb["told"])
    if found is None or past or found["said"].casefold() != "earlier":
        return found
    # "Earlier, police said nine were killed at a checkpoint": harm of another hour and place.
    where = claim.where
    placed = where is not None and claim.end <= where.start < claim.sentence_end
    timed = re.match(r"\W*earlier\s+(?:on|in|that|today)\b", lead, re.IGNORECASE)
    return None if placed or timed else found


def _changed(lead: str, rest: str) -> re.Match[str] | None:
    """ "Corrected its figure of ten dead to 22"; "the figure of ten was corrected to 22"."""
    changing, on_to, changed = turned()
    found = changing.search(lead) if on_to.fullmatch(rest) else None
    return found or (changed.fullmatch(rest) if _OF.search(lead) else None)


def _grown(text: str, claims: Sequence[Claim], at: int, lead: str) -> re.Match[str] | None:
    """ "Raised the toll to 95 from 30": behind the new figure."""
    claim = claims[at]
    new = claims[at - 1] if at else claim
    if new.end > claim.start or new.measure != claim.measure or new.start < claim.sentence_start:
        return None
    changing, from_old = grown()
    if from_old.fullmatch(lead) is None:
        return None
    return changing.search(text[max(claim.sentence_start, new.start - _REACH) : new.start])


def _next_sentence(text: str, claims: Sequence[Claim], at: int) -> re.Match[str] | None:
    """ "The figure was later corrected", behind a sentence with no other figure of the measure."""
    claim = claims[at]
    beside = claims[max(0, at - 3) : at + 4]
    alone = all(
        other is claim
        or other.measure != claim.measure
        or other.sentence_start != claim.sentence_start
        for other in beside
    )
    end = claim.sentence_end
    return changed_next().match(text, end, end + _REACH) if alone else None


def _goes_on(text: str, last: Claim, claim: Claim) -> bool:
    """Whether a figure is told with the one before: "had said 30 were killed and 50 wounded"."""
    if last.sentence_start != claim.sentence_start:
        return False
    between = text[last.end : claim.start]
    if last.measure == claim.measure and _people(last) == _people(claim):
        # "Earlier counts of 15 and then 70".
        return _BOTH.fullmatch(between) is not None
    stop = rf"[.;:()]|\b(?:{alternatives(words('told_earlier', 'turns'))})\b"
    joined = re.search(r",|\b(?:and|or)\b", between) is not None
    return joined and len(between) <= _NEAR and not re.search(stop, between, re.IGNORECASE)


def _people(claim: Claim) -> tuple[str | None, ...]:
    told = claim.population
    return (told.status, told.age, told.sex) if told else ()
