"""What the words beside a count say of those counted, which its noun does not say.

"Above 1,100 dead, mostly civilians" are mixed, "68 people, all of them traders or shoppers" and
"the three dead were journalists" civilians, "four prisoners of war" soldiers, and "displaced
people" who were harmed civilians.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word, status_of
from harmledger.records import Claim

__all__ = ["as_qualified"]

#: Characters behind a quote in which its noun stands.
_NOUN = 60
_PRISONERS = re.compile(r"\s*(?:[\w-]+\s+){0,3}?(?:prisoners?\s+of\s+war|POWs?)\b", re.IGNORECASE)
#: Of people who were harmed, not of those who fled: "displaced people", "people who had fled to the
#: church", "women and four girls", "members of one family", "on board Flight 12".
_CIVIL = re.compile(
    r"\s*(?:(?:[\w-]+\s+){0,2}?displaced\s+(?:people|persons?|civilians|men|women|famil)"
    r"|(?:[\w-]+\s+)?(?:people|persons|men|women)\s+(?:who\s+)?(?:(?:had|have|were)\s+)?(?:been\s+)?"
    r"(?:fled|fleeing|sheltering|(?:taken|taking|sought|seeking)\s+(?:refuge|shelter))\b"
    r"|(?:men|women|adults)\s*(?:,|and)\s+(?:\w+\s+)?(?:children|girls|boys)\b"
    r"|(?:[\w-]+\s+)?members\s+of\s+(?:his|her|their|the\s+same|one|an?)\s+(?:\w+\s+)?famil"
    r"|(?:[\w-]+\s+){0,2}?(?:aboard|on\s+board)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:flight|airliner|airbus|boeing|passenger|ferry)\b)",
    re.IGNORECASE,
)
_WHEREABOUTS = re.compile(r"\s+(?:aboard|on\s+board|on\s+the\s+ground)\b", re.IGNORECASE)
#: Words behind which a phrase goes over to something else.
_STOPS = frozenset(("of", "by", "in", "at", "from", "who", "when", "were", "was", "with", "killed"))
#: "All of them traders or shoppers" behind a count; "dead were journalists", "were those of
#: children" right behind the number.
_ALL = re.compile(
    r"[^.;]{0,90}?[,(–—-]\s*all(?:\s+of\s+(?:them|whom))?\s+(?:(?:were|was|being|are)\s+)?"
    r"((?:[\w'’-]+\s+){0,3}[\w'’-]+)",
    re.IGNORECASE,
)
_WERE = re.compile(
    r"\s*(?:(?:more|dead|victims|bodies|fatalities|of\s+(?:them|the\s+(?:dead|victims)))\s+)?"
    r"(?:(?:were|are)\s+(?:those\s+of\s+)?|of\s+)(?:all\s+|both\s+)?"
    r"((?:[\w'’-]+\s+){0,2}[\w'’-]+)",
    re.IGNORECASE,
)


def as_qualified(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, those of no stated status with what stands beside them."""
    return [_qualified(text, claim) for claim in claims]


def _qualified(text: str, claim: Claim) -> Claim:
    claim = _where_they_were(text, claim)
    own = claim.population
    if own is None or own.status != "unstated" or own.named:
        return claim
    status = None
    behind = text[claim.end : claim.end + _NOUN]
    if claim.low != 1 and _mostly().match(text[claim.end : claim.sentence_end]):
        status = "mixed"
    elif _PRISONERS.match(behind):
        status = "armed_forces"
    elif claim.measure != "displaced" and claim.low != 1 and _CIVIL.match(behind):
        status = "civilian"
    elif claim.low != 1:
        told = text[claim.end : claim.sentence_end]
        status = _of_nouns(_ALL.match(told)) or _of_nouns(_WERE.match(told))
    return claim if status is None else replace(claim, population=replace(own, status=status))


def _where_they_were(text: str, claim: Claim) -> Claim:
    """With "people aboard" and "people on the ground" in full: they are two groups."""
    own = claim.population
    if own is None or own.named or not own.surface:
        return claim
    behind = text[claim.end : min(claim.end + _NOUN, claim.sentence_end)].lstrip()
    if not behind.startswith(own.surface):
        return claim
    told = _WHEREABOUTS.match(behind, len(own.surface))
    return replace(claim, population=replace(own, surface=behind[: told.end()])) if told else claim


@cache
def _mostly() -> re.Pattern[str]:
    """ "Most of them civilians", "over half of them were civilians": the rest are others."""
    most = alternatives(words("grammar", "mostly"))
    return re.compile(
        rf"[^.;]{{0,90}}?[,(–—-]\s*(?:{most})(?:\s+of\s+(?:them|whom|these))?\s+"
        r"(?:(?:were|was|being|are|unarmed)\s+)?(?:[\w-]+\s+)?(?:civilians?|non-combatants)\b",
        re.IGNORECASE,
    )


def _of_nouns(told: re.Match[str] | None) -> str | None:
    """The status of the plural nouns for people in the phrase found, where it is of one kind."""
    if told is None:
        return None
    phrase = told[1].lower().split()
    found: set[str] = set()
    for at, word in enumerate(phrase):
        if word in _STOPS:
            break
        if is_person_word(word) and word.endswith(("s", "men", "children", "people")):
            found.add(status_of(word, tuple(phrase[:at])))
    status = found.pop() if len(found) == 1 else None
    return None if status == "unstated" else status
