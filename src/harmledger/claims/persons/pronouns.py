"""Who a pronoun points at, and so what is said of them: "the clerk ran out; they shot him".

The person counted last, where the sex agrees; else a child or one with a civil role told of just
before by a noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.persons.acts import is_blamed
from harmledger.claims.persons.single import described, individual
from harmledger.claims.quantities.ages import ADULT
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word, sex_of, status_of
from harmledger.records import Claim

__all__ = ["PRONOUNS", "pointed_at"]

#: Pronouns that may stand for one harmed person, or for two.
PRONOUNS = frozenset(("he", "she", "him", "her", "both"))
#: How far back a pronoun may point, in characters.
_REACH = 500
#: How far back a pronoun may point to one that no claim counts, in characters.
_CLOSE = 220


def pointed_at(text: str, claim: Claim, before: Sequence[Claim]) -> Claim:
    """``claim``, a pronoun's, with what ``text`` and claims ``before`` it say of that person."""
    found = _attacker_before(text, _like_the_last(claim, before))
    for look in (_child_before, _role_before):
        if _stated(found) == "unstated":
            found = look(text, found)
    return found


def _stated(claim: Claim) -> str:
    return claim.population.status if claim.population else "unstated"


def _like_the_last(claim: Claim, before: Sequence[Claim]) -> Claim:
    """A pronoun with the status and age of the person told last, where their sex agrees."""
    for other in reversed(before):
        if claim.start - other.start > _REACH:
            break
        if not individual(other) or other.measure == "detained" or other.population is None:
            continue
        one, two = described(claim)[1], described(other)[1]
        if one is not None and two is not None and one != two:
            continue
        status = _stated(other)
        if status == "unstated" or claim.population is None:
            return claim
        own = replace(claim.population, status=status, age=other.population.age)
        return replace(claim, population=own)
    return claim


def _attacker_before(text: str, claim: Claim) -> Claim:
    """ "Luis Prat shot and killed two. He was shot dead": one named last as having done it."""
    if _stated(claim) != "unstated" or claim.population is None:
        return claim
    ahead = text[max(0, claim.start - _CLOSE) : claim.sentence_start]
    names = list(_NAME.finditer(ahead))
    if not names:
        return claim
    last = names[-1]
    if is_blamed(ahead[: last.start()], ahead[last.end() :])[0] != "perpetrator":
        return claim
    return replace(claim, population=replace(claim.population, status="perpetrator"))


#: A name of two words or more.
_NAME = re.compile(r"\b[A-Z][a-z][\w’'-]*(?:\s[A-Z][\w’'.-]*)*\s[A-Z][a-z][\w’'-]*")


@cache
def _children() -> re.Pattern[str]:
    nouns = alternatives(words("people", "age_child"))
    return re.compile(rf"\b(?:({nouns})|(\d{{1,2}})[\s-]year[\s-]old)\b", re.IGNORECASE)


def _child_before(text: str, claim: Claim) -> Claim:
    """ "The girl was flown to hospital, where she died": a child told of just before."""
    found = list(_children().finditer(text, max(0, claim.start - _CLOSE), claim.start))
    if not found or claim.population is None:
        return claim
    noun, years = found[-1][1], found[-1][2]
    other = {"female": "boy", "male": "girl"}.get(claim.population.sex or "")
    if (years and int(years) >= ADULT) or (noun and noun.lower() == other):
        return claim
    return replace(claim, population=replace(claim.population, status="civilian", age="child"))


#: One person told of by a noun, as the one to three words behind: "the bank clerk", "a man".
_ONE = re.compile(r"\b(?:an?|the|another|his|her)\s+(?=((?:[\w-]+\s+){0,2}[\w-]+))", re.IGNORECASE)
_MANY = ("s", "men", "people")


def _role_before(text: str, claim: Claim) -> Claim:
    """ "The clerk ran out; the men shot him": one with a civil role, told of just before."""
    if claim.population is None:
        return claim
    status = "unstated"
    for match in _ONE.finditer(text, max(0, claim.start - _CLOSE), claim.start):
        told = _person_noun(tuple(match[1].lower().split()))
        if not told or told[-1].endswith(_MANY):
            continue
        if {sex_of(told), claim.population.sex} != {"female", "male"}:
            status = status_of(told[-1], told[:-1])
    if status != "civilian":
        return claim
    return replace(claim, population=replace(claim.population, status=status))


def _person_noun(phrase: tuple[str, ...]) -> tuple[str, ...]:
    """The words of ``phrase`` up to its noun for a person: "bank clerk" of "bank clerk ran"."""
    known = [is_person_word(word) for word in phrase]
    if not any(known):
        return ()
    last = known.index(True)
    while known[last + 1 : last + 2] == [True]:
        last += 1
    return phrase[: last + 1]
