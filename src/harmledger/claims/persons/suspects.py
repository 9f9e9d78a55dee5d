"""Those arrested in a report on a crime: suspects of the event, whatever else is said of them.

"He is being held in the county jail" is said of a suspect also where he is the student of whom the
report spoke before; thirty marchers arrested at once are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.persons.custody import held_without_a_charge
from harmledger.claims.persons.pronouns import PRONOUNS
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["as_suspects"]

#: Arrests of more at once are no arrests for one event, but where the sentence says so.
_FEW, _GANG = 3, 9


def as_suspects(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, those arrested in the course of law with the status perpetrator."""
    if not any(claim.measure == "detained" for claim in claims) or not _of_crime().search(text):
        return list(claims)
    return [_arrested(text, claim) for claim in claims]


@cache
def _of_crime() -> re.Pattern[str]:
    return _any_of("of_crime")


@cache
def _charged() -> re.Pattern[str]:
    return _any_of("charge_words")


def _any_of(term: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('grammar', term))})\b", re.IGNORECASE)


def _arrested(text: str, claim: Claim) -> Claim:
    population, basis = claim.population, claim.basis
    if claim.measure != "detained" or population is None or basis is None or claim.high is None:
        return claim
    charged = bool(_charged().search(text, claim.sentence_start, claim.sentence_end))
    if claim.high > (_GANG if charged else _FEW) or population.status == "perpetrator":
        return claim
    word, role = basis.word.lower(), population.role
    held = word in words("grammar", "holding") and (charged or claim.high == 1)
    if not held and word not in words("grammar", "arrests"):
        return claim
    roleless = not role or role in words("people", "age_child") | words("people", "unstated")
    plain = population.status == "unstated" or (population.age == "child" and roleless)
    # What is known of a pronoun was said elsewhere, perhaps of somebody else.
    plain = plain or claim.quote.casefold() in PRONOUNS
    if not charged and held_without_a_charge(text, claim):
        return claim
    if charged or plain or role in words("grammar", "branded"):
        return replace(claim, population=replace(population, status="perpetrator"))
    return claim
