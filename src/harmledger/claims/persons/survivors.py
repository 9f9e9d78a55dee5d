"""Victims whom the text says to live: "the victim is in critical condition", "was released".

A report on several shootings tells of the dead of one beside the wounded of another.
"""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["condition_told", "hit_in_a_limb", "in_care", "lives_on", "recovers"]

#: Characters behind the sentence of a claim in which it goes on about its victim.
_REACH = 160
#: Rules of verbs that say who was hit.
_TOLD_AS_HIT = frozenset(("passive", "active", "participle", "likewise"))
_ONE = r"(?:he|she|(?:the|his|her)\s+(?:[\w-]+\s+)?(?:victim|man|woman|boy|girl|teen|condition))"
_SEVERAL = r"(?:they|both|all|none|the\s+(?:[\w-]+\s+)?(?:victims|men|women|boys|girls|teens))"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    alive = alternatives(words("grammar", "lives_on"))
    return (
        re.compile(rf"\b{_ONE}\b[^.;]{{0,60}}\b(?:{alive})\b", re.IGNORECASE),
        _died(),
    )


@cache
def _died() -> re.Pattern[str]:
    died = alternatives(words("grammar", "lives_no_more"))
    return re.compile(rf"\b(?:{died})\b", re.IGNORECASE)


@cache
def _recovers() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    well = alternatives(words("grammar", "recovers"))
    return (
        re.compile(rf"[^.;]{{0,120}}?\b(?:{well})\b", re.IGNORECASE),
        re.compile(rf"\s*{_ONE}\b[^.;]{{0,60}}\b(?:{well})\b", re.IGNORECASE),
        re.compile(rf"\s*{_SEVERAL}\b[^.;]{{0,60}}\b(?:{well})\b", re.IGNORECASE),
    )


def lives_on(text: str, claim: Claim) -> bool:
    """ "A man was shot. The victim is in critical condition": he lives."""
    alive, died = _patterns()
    behind = text[claim.sentence_end : claim.sentence_end + _REACH]
    return alive.search(behind) is not None and died.search(behind) is None


def condition_told(text: str, claim: Claim) -> bool:
    """ "Two were taken to a hospital in critical condition": told in the sentence of ``claim``."""
    alive = alternatives(words("grammar", "lives_on"))
    told = text[claim.end : claim.sentence_end]
    return re.search(rf"\b(?:{alive})\b", told, re.IGNORECASE) is not None


def recovers(text: str, claim: Claim) -> bool:
    """ "A man was hit in the leg and will soon be well", "two were shot. They were released".

    Stronger than :func:`lives_on`: who is in critical condition may die, and who recovers does not.
    """
    own, one, several = _recovers()
    rest = text[claim.end : claim.sentence_end]
    if own.match(rest):
        return _died().search(rest) is None
    behind = (one if claim.low == claim.high == 1 else several).match(text, claim.sentence_end)
    return behind is not None and _died().search(behind[0]) is None


@cache
def _limbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    limb = alternatives(words("things", "limbs"))
    other = alternatives(words("things", "body_parts") - words("things", "limbs"))
    one = r"(?:the|his|her|their|one|both|an?)\s+(?:(?:left|right|upper|lower)\s+)?"
    return (
        re.compile(rf"[^.;]{{0,60}}?\b(?:in|on|to|through)\s+{one}(?:{limb})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{other}|times)\b", re.IGNORECASE),
    )


def hit_in_a_limb(text: str, claim: Claim) -> bool:
    """ "A trooper was hit in the ankle", and nowhere else: whoever died was another."""
    if claim.basis is None or claim.basis.rule not in _TOLD_AS_HIT:
        return False
    limb, other = _limbs()
    rest = text[claim.end : claim.sentence_end]
    return limb.match(rest) is not None and not other.search(rest) and not _died().search(rest)


def in_care(claim: Claim) -> bool:
    """Told of by treatment: whoever is in hospital may live."""
    if claim.basis is None:
        return False
    wound = claim.basis.word.casefold() in {"wound", "wounds", "gunshot"}
    return claim.basis.rule in {"suffered", "in_hospital"} and not wound
