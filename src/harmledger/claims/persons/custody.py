"""Whether a text holds anything against those detained.

Weights learned from news of crime take those arrested for suspects. Where troops, militias or
police arrest people in a conflict or at a march, and nothing near says what for, they are none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["held_without_a_charge"]

#: Characters before and behind the sentence in which an accusation may stand.
_REACH = 200
#: More who are held at once are no suspects of one event, whatever the text tells of.
_MOST_SUSPECTS = 9


def held_without_a_charge(text: str, claim: Claim) -> bool:
    """Whether ``claim`` counts people detained, in unrest, war or by tens, and nobody near accuses
    them."""
    many = (claim.low or claim.high or 0) > _MOST_SUSPECTS
    if claim.measure != "detained" or not (many or _of_unrest(text)):
        return False
    near = text[max(0, claim.sentence_start - _REACH) : claim.sentence_end + _REACH]
    return _accusation().search(near) is None


@lru_cache(maxsize=8)
def _of_unrest(text: str) -> bool:
    known = alternatives(words("grammar", "unrest"))
    return re.search(rf"\b(?:{known})\b", text, re.IGNORECASE) is not None


@cache
def _accusation() -> re.Pattern[str]:
    terms = ("of_crime", "charge_words", "accuses", "branded")
    known = frozenset().union(*(words("grammar", term) for term in terms))
    return re.compile(rf"\b(?:{alternatives(known - _NEUTRAL)})\b", re.IGNORECASE)


#: "In custody", "no arrests" tell of the arrest alone; prosecutors and investigators may be named.
_NEUTRAL = frozenset(("custody", "no arrests", "investigators", "prosecutor", "prosecutors"))
