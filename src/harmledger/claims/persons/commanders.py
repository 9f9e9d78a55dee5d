"""Commanders with a title, and who stands behind them in a list of the fighters killed.

"A Taliban commander, Mullah Karim" is no cleric who was killed; of "25 militants, including their
commander and five civilians" the civilians are no militants.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import status_of
from harmledger.records import Claim

__all__ = ["commanders_and_others"]

_FIGHTERS = frozenset(("armed_forces", "police", "armed_group", "perpetrator"))
#: Characters beside a name in which the office stands.
_NEAR = 70
#: What may stand between one of a list and the next: a name or office, a comma, "and".
_JOINED = re.compile(r"[^.;:]{0,80}?(?:,|\band)\s+$", re.IGNORECASE)


def commanders_and_others(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text: no commander a civilian by a title, no civilian part of fighters."""
    by_id = {claim.id: claim for claim in claims}
    made: list[Claim] = []
    for claim in claims:
        people = claim.population
        if people is not None and people.status == "civilian":
            whole = by_id.get(claim.part_of or "")
            told = _commands(text, claim, whole) if claim.low == claim.high == 1 else None
            if told is not None:
                claim = replace(claim, population=replace(people, status=told))
            elif whole is not None and _beside_fighters(text, claim, whole, made):
                basis, own = claim.basis, whole.basis
                if basis is not None and own is not None:
                    basis = replace(basis, rule=own.rule)
                claim = replace(claim, part_of=None, basis=basis)
        made.append(claim)
    return made


@cache
def _titled() -> re.Pattern[str]:
    """ "Mullah Karim", "Dr. Karim", at the end of the words for one person."""
    titles = alternatives(words("people", "titles"))
    return re.compile(rf"\b(?:{titles})\.?\s+(?:[A-Z][\w’'-]+\s*){{1,4}}$", re.IGNORECASE)


@cache
def _office() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The office of a fighter before a name or in its words, behind it, and "their leader"."""
    offices = alternatives(words("people", "commands"))
    leads = alternatives(words("people", "commands", "of_fighters"))
    office = rf"\b(?P<front>(?:[\w-]+\s+){{0,4}}?)(?P<office>{offices})\b"
    return (
        re.compile(rf"{office}[^.;:]{{0,30}}$", re.IGNORECASE),
        re.compile(rf",\s+(?:an?|the|their|its|one)\s+{office}", re.IGNORECASE),
        re.compile(rf"\b(?:their|the|its)\s+(?:[\w-]+\s+)?(?:{leads})\b[^.;:]{{0,30}}$", re.I),
    )


def _commands(text: str, claim: Claim, whole: Claim | None) -> str | None:
    """The status of a name with a title that is told to be a commander, else None.

    One of several fighters is what they are, "their leader" too.
    """
    if _titled().search(claim.quote) is None:
        return None
    ahead, behind, leads = _office()
    before = text[max(claim.sentence_start, claim.start - _NEAR) : claim.end]
    found = ahead.search(before) or behind.match(text, claim.end, claim.end + _NEAR)
    if found is not None:
        front = tuple(found["front"].casefold().split())
        return _side(whole) or status_of(found["office"].casefold(), front)
    return _side(whole) if leads.search(before) else None


def _side(whole: Claim | None) -> str | None:
    """The status of those counted where they are fighters, else None."""
    status = whole.population.status if whole is not None and whole.population else None
    return status if status in _FIGHTERS else None


def _beside_fighters(text: str, claim: Claim, whole: Claim, before: Sequence[Claim]) -> bool:
    """Whether civilians stand in a list behind one of the fighters whom it opens with.

    "12 fighters, two of them civilians" and "12 rebels, including three boys" say it themselves.
    """
    people = claim.population
    if _side(whole) is None or people is None or people.age == "child":
        return False
    first = next((c for c in before if c.part_of == whole.id and c.start > whole.start), None)
    if first is None or first.population is None or first.sentence_start != claim.sentence_start:
        return False
    last = max((c.end for c in before if c.part_of == whole.id), default=first.end)
    # The first was given its own status just before.
    fights = first.population.status in _FIGHTERS | {"unstated"}
    return fights and _JOINED.fullmatch(text, last, claim.start) is not None
