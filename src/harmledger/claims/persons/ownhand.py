"""Who shot himself, and murder with suicide, in which all who were shot died."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from harmledger.claims.persons.single import is_open, same_person
from harmledger.claims.persons.survivors import in_care, lives_on, recovers
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["all_died_in_murder_suicide", "by_own_hand", "killed_himself", "murder_suicide"]


def killed_himself(text: str, claim: Claim, deaths: Sequence[Claim]) -> bool:
    """ "Shot himself in what police call a suicide", or said elsewhere to have died so.

    Where a sentence tells of a murder and suicide, so did whoever else was shot in it.
    """
    if not is_open(claim):
        return False
    told = text[claim.sentence_start : claim.sentence_end]
    if not by_own_hand(claim):
        return claim.low == claim.high == 1 and murder_suicide(told)
    return (
        murder_suicide(text)
        or ("suicide" in told.lower() and "attempt" not in told.lower())
        or any(by_own_hand(death) and same_person(claim, death) for death in deaths)
    )


def all_died_in_murder_suicide(text: str, claims: Sequence[Claim]) -> bool:
    """Whether ``text`` tells of a murder and suicide, and of nobody that he or she lived."""
    if not murder_suicide(text):
        return False
    return not any(
        (claim.measure == "injured" and (claim.low or 0) > 0 and not is_open(claim))
        or (is_open(claim) and (lives_on(text, claim) or recovers(text, claim) or in_care(claim)))
        for claim in claims
    )


def murder_suicide(text: str) -> bool:
    """Whether ``text`` speaks of a murder with suicide that was not only attempted."""
    return _kinds().search(text) is not None


def by_own_hand(claim: Claim) -> bool:
    """ "Shot himself"."""
    return claim.basis is not None and claim.basis.rule == "reflexive"


@cache
def _kinds() -> re.Pattern[str]:
    kinds = alternatives(words("grammar", "murder_suicides"))
    return re.compile(rf"(?<!attempted )\b(?:{kinds})\b(?! attempt)", re.IGNORECASE)
