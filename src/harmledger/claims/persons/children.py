"""Whether those harmed are under 18, where the text says it of them elsewhere.

"A boy of nine died on Monday. Police said Luis Prat was killed by a mine" tells of one child, but
not where "Luis Prat, 40," has an age of his own. A "teen" in a text that speaks of those of 18 and
19, and of none from 13 to 17, may be of age.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.persons.single import individual, name_of
from harmledger.claims.quantities.ages import ADULT, find_ages
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["ages_beside", "as_the_child_before", "grown_teens", "names_before"]

_HARMED = frozenset(("killed", "injured", "casualties"))
#: Characters looked at on either side of a name, and mentions of it.
_BEFORE, _BEHIND, _MENTIONS = 60, 40, 12
_FIRST_TEEN, _LAST_TEEN = 13, 19
_YEARS = re.compile(r"\b(1\d)(?:[\s-]years?[\s-]old\b|\s*[,)])")
_WORD = re.compile(r"[^\W\d_]+")
#: First names and initials, not the end of a sentence: "Verner. ".
_NAME = r"(?:[A-Z]\w{0,2}\.|[A-Z][\w’'-]*)\s+"
#: Up to three of them.
names_before = rf"(?:{_NAME}){{0,3}}"
_AGE_BEHIND = re.compile(
    r"(?:\s+Jr\.?)?(?:\s*,\s*(?:aged?\s+)?(\d{1,3})\s*[,.;]|\s+\((?:aged?\s+)?(\d{1,3})\)"
    r"|\s+(?:is|was)\s+(?:only\s+|just\s+)?(\d{1,2})(?:\s+years\s+old)?\s*[,.;])"
    # "Luis Prat and Ana Ruiz, both 16"
    r"|(?:\s+and(?:\s+[A-Z][\w’'-]*){1,3})?,\s+both\s+(\d{1,2})\b",
    re.IGNORECASE,
)


@cache
def _to_the_name() -> re.Pattern[str]:
    """Between an age and a name: "17-year-old Luis Prat", "a six-year-old Leeds boy, Luis Prat".

    Kin too: "his 3-year-old daughter, Ana".
    """
    nouns = alternatives(words("people", "age_child") | words("people", "young_kin"))
    return re.compile(rf",?\s+(?:{_NAME}|(?i:{nouns}|student),?\s+){{0,4}}$")


def ages_beside(ahead: str, behind: str) -> list[int]:
    """The ages that the text on either side of a name gives its bearer, in years."""
    before = [age.years for age in find_ages(ahead) if _to_the_name().match(ahead, age.end)]
    after = _AGE_BEHIND.match(behind)
    return [*before, *(int(n) for n in (after.groups() if after else ()) if n)]


def as_the_child_before(text: str, claim: Claim, before: Sequence[Claim]) -> Claim:
    """One person of whom nothing is said, as the child that was told last.

    A name without the age of an adult; where both were harmed alike, a word for kin or friends too:
    "his cousin".
    """
    last = next((c for c in reversed(before) if _may_be_meant(c, claim)), None)
    if last is None or not individual(claim):
        return claim
    if last.measure != claim.measure and not _may_be_told_again(last, claim):
        return claim
    known, own = last.population, claim.population
    if known is None or own is None or known.age != "child" or known.status != "civilian":
        return claim
    if {own.sex, known.sex} == {"female", "male"}:
        return claim
    quoted = {word.lower() for word in _WORD.findall(claim.quote)}
    grown = quoted & words("people", "grown_kin")  # "the boy's mother, Ana Ruiz"
    young = own.named and not grown and all(years < ADULT for years in _ages_of(text, claim))
    kin = not own.named and bool(quoted & words("people", "young_near"))
    if not (young or kin):
        return claim
    return replace(claim, population=replace(own, status="civilian", age="child"))


def _may_be_meant(told: Claim, claim: Claim) -> bool:
    return told.measure in _HARMED and individual(told) and not _told_apart(told, claim)


def _may_be_told_again(last: Claim, claim: Claim) -> bool:
    """ "A girl was shot. Ana Ruiz died": by name, and not of another place or day."""
    if claim.population is None or not claim.population.named:
        return False
    places = {one.where.name.casefold() for one in (last, claim) if one.where}
    days = {(one.when.start, one.when.end) for one in (last, claim) if one.when}
    return len(places) < 2 and len(days) < 2


def _told_apart(last: Claim, claim: Claim) -> bool:
    """ "A boy was wounded. Luis Prat was killed": the one lives whom the other telling kills.

    "Shot" leaves open what became of one, and the wounded may die: "Luis Prat died on Monday".
    """
    if {last.measure, claim.measure} != {"killed", "injured"}:
        return False
    dead, hurt = (last, claim) if last.measure == "killed" else (claim, last)
    if dead.basis is None or hurt.basis is None or hurt.basis.outcome_open:
        return False
    return dead is last or dead.basis.rule in {"passive", "active", "participle"}


def _ages_of(text: str, claim: Claim) -> list[int]:
    name = name_of(claim)
    found: list[int] = []
    if name:
        mentions = re.finditer(rf"\b{re.escape(name[-1])}\b", text, re.IGNORECASE)
        for _, match in zip(range(_MENTIONS), mentions, strict=False):
            ahead = text[max(0, match.start() - _BEFORE) : match.start()]
            found += ages_beside(ahead, text[match.end() : match.end() + _BEHIND])
    return found


def grown_teens(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, its teens of no stated status where they may be 18 or 19."""
    years = {int(match[1]) for match in _YEARS.finditer(text)}
    teens = {n for n in years if _FIRST_TEEN <= n <= _LAST_TEEN}
    if not teens or min(teens) < ADULT:
        return list(claims)
    return [_of_age(claim) for claim in claims]


def _of_age(claim: Claim) -> Claim:
    own = claim.population
    if own is None or own.age != "child" or own.status != "civilian" or own.named:
        return claim
    told = {word.lower() for word in _WORD.findall(f"{claim.quote} {own.surface or ''}")}
    teens = words("people", "teens")
    if told & teens and not (told - teens) & words("people", "age_child"):
        return replace(claim, population=replace(own, status="unstated", age=None))
    return claim
