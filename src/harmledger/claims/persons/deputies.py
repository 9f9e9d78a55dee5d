"""Deputies of a parliament, whom the word alone does not tell from those of a sheriff."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["as_members_of_parliament"]

_WORD = re.compile(r"[^\W\d_]+")


def as_members_of_parliament(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, its deputies civilians where it tells of a parliament or parties."""
    if not any(map(_deputy, claims)) or _sheriff().search(text) or not _politics().search(text):
        return list(claims)
    return [
        replace(claim, population=replace(claim.population, status="civilian"))
        if _deputy(claim) and claim.population
        else claim
        for claim in claims
    ]


def _deputy(claim: Claim) -> bool:
    own = claim.population
    if own is None or own.status != "police":
        return False
    told = {word.lower() for word in _WORD.findall(f"{claim.quote} {own.surface or ''}")}
    return bool(told & {"deputy", "deputies"})


@cache
def _sheriff() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('people', 'sheriffs'))})\b", re.IGNORECASE)


@cache
def _politics() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('people', 'politics'))})\b", re.IGNORECASE)
