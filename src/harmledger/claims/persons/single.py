"""Single victims: whether a claim is of one person, and whether two claims can be of one."""

from __future__ import annotations

import re

from harmledger.records import Claim

__all__ = ["described", "individual", "is_open", "name_of", "same_person", "status_of"]

#: Claims with one of these, or without a population, are about people of any status.
_GENERAL = frozenset({"unstated", "mixed"})
_NUMBERED_ONE = re.compile(r"\b(1|one|single|sole|only)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OTHER = re.compile(r"\b(?:another|other|second|third|fourth|fifth)\b", re.IGNORECASE)
_AGE = re.compile(r"\b(\d{1,2})[\s-]+(?:years?|months?|yr)[\s-]+old\b", re.IGNORECASE)


def status_of(claim: Claim) -> str | None:
    """The stated status; None for people of any or of unstated status."""
    if claim.population is None or claim.population.status in _GENERAL:
        return None
    return claim.population.status


def described(claim: Claim) -> tuple[str | None, str | None]:
    """Age and sex, where stated."""
    if claim.population is None:
        return None, None
    return claim.population.age, claim.population.sex


def individual(claim: Claim) -> bool:
    """One person named or described, not counted: "a policeman", "Dr Osmani"."""
    return claim.low == claim.high == 1 and not _NUMBERED_ONE.search(claim.quote)


def name_of(claim: Claim) -> tuple[str, ...]:
    """The words of a victim's name, lower case; empty where none is given."""
    if claim.population is None or not claim.population.named:
        return ()
    return tuple(word.casefold() for word in _WORD.findall(name_in(claim)))


def name_in(claim: Claim) -> str:
    """The name in the quote of one person named: "the driver, Luis Prat" is Luis Prat.

    Of several, the quote itself.
    """
    surface = claim.population.surface if claim.population else None
    one = claim.low == claim.high == 1
    return surface if one and surface and claim.quote.endswith(surface) else claim.quote


def same_person(one: Claim, two: Claim) -> bool:
    """Whether nothing that is said of the two tells them apart: name, sex, age, status."""
    first, second = name_of(one), name_of(two)
    if first and second:
        return first[-1] == second[-1] or bool(set(first) & set(second))
    if _OTHER.search(one.quote) or _OTHER.search(two.quote):
        return False
    years = [match[1] for match in map(_AGE.search, (one.quote, two.quote)) if match]
    if len(set(years)) > 1:
        return False
    for a, b in zip(
        (*described(one), status_of(one)), (*described(two), status_of(two)), strict=True
    ):
        if a is not None and b is not None and a != b:
            return False
    return True


def is_open(claim: Claim) -> bool:
    """Whether those shot, hit or taken to hospital may have died, for all that the sentence says.

    So may one who "suffered a gunshot wound".
    """
    if claim.basis is None or claim.measure not in {"injured", "casualties"}:
        return False
    wound = claim.basis.rule in {"suffered", "wounds"} and claim.basis.word.lower() in {
        "wound",
        "wounds",
    }
    return (claim.measure == "injured" and (claim.basis.outcome_open or wound)) or (
        claim.measure == "casualties" and claim.basis.outcome_open and claim.low == claim.high == 1
    )
