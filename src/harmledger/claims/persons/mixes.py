"""Counts of which the sentence says that fighters and others are among them.

"Nine people were wounded, including seven clerks and two soldiers" and "eight dead (three soldiers
and five civilians)": the total is mixed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from harmledger.claims.words.people import is_person_word, status_of
from harmledger.records import Claim

__all__ = ["told_mixed"]

#: Characters between a count and the list of those in it, and of the list.
_GAP, _LIST = 60, 110
_OPENS = re.compile(
    r"\b(?:including|among\s+(?:them|both)|of\s+wh(?:om|ich)(?:\s+[\w-]+\s+(?:were|was|are))?|made\s+up\s+of|both|counting)\b"
    r"|--|[—–(:]",
    re.IGNORECASE,
)
#: Where the list ends: at the end of the clause, or where the sentence goes on with another.
_END = re.compile(
    r"[.;)—–]|--|\n[A-Z]\w+:|\b(?:when|while|after|before|during|as|by|in|at|on|near|who|which|that|was|were)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SIDES = {
    "armed_forces": "security",
    "police": "security",
    "armed_group": "armed_group",
    "civilian": "civilian",
}


def told_mixed(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, the unstated ones with people of two sides as mixed."""
    return [_mixed(text, claim) for claim in claims]


def _mixed(text: str, claim: Claim) -> Claim:
    population = claim.population
    if population is None or population.status != "unstated" or claim.low == claim.high == 1:
        return claim
    if claim.low == claim.high == 0:
        return claim
    end = claim.sentence_end
    opening = _OPENS.search(text, claim.end, min(end, claim.end + _GAP))
    if opening is None:
        return claim
    stop = _END.search(text, opening.end(), min(end, opening.end() + _LIST))
    listed = text[opening.end() : stop.start() if stop else min(end, opening.end() + _LIST)]
    if len(_sides(listed)) < 2:
        return claim
    return replace(claim, population=replace(population, status="mixed"))


def _sides(listed: str) -> set[str]:
    """The sides of the plural or counted nouns for people in a list."""
    found: set[str] = set()
    tokens = [match[0].lower() for match in _WORD.finditer(listed)]
    for at, word in enumerate(tokens):
        if is_person_word(word):
            side = _SIDES.get(status_of(word, tuple(tokens[max(0, at - 2) : at])))
            if side is not None:
                found.add(side)
    return found
