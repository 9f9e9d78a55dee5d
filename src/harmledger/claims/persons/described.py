"""Counts whose phrase says of whom they are made up, in words behind or before the number.

"Eleven of the dead belonged to the air force", "the gunmen themselves, four in number, died", "of
the rebels five were killed", "eight were killed on Friday, employees and passers-by", "287 people,
most of them traders" and "whole families" are told by their phrase. Of hostages who were killed,
not of those held, the same is said: they are civilians where the sentence has no forces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.persons.status_words import says_nothing
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word, status_of
from harmledger.records import Claim

__all__ = ["as_described"]

#: Of patients who came wounded nothing is said: they were no patients when they were hit.
_HIT = frozenset(("wounded", "injured", "hurt", "hit", "burned", "burnt", "shot"))
_HARM = frozenset(("killed", "injured", "casualties", "missing"))
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MANY = re.compile(r"(?:s|men|women|children|staff|people)\Z")
#: Characters of the sentence looked at on either side.
_REACH = 300
#: "Of the rebels", "of the gunmen, more than thirty in number,": who is counted, ahead.
_OF_AHEAD = re.compile(
    r"(?:\A|[.;:]\s+|\n)Of\s+(?:the|its|their|his)\s+((?:[\w’'-]+\s+){0,2}?[\w’'-]+)"
    r"(?:\s*,[^.;,]{3,40},)?\s*\Z"
)
#: "The attackers themselves, four in number".
_IN_NUMBER = re.compile(r"\s+in\s+(?:number|all)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b((?:[\w’'-]+\s+)?[\w’'-]+?)(?:\s+themselves)?\s*,\s*\Z")
#: "The four young men who carried the bombs".
_CARRIED = re.compile(
    r"\s+(?:young\s+)?(?:men|women|people|persons|youths)\s+who\s+(?:had\s+)?"
    r"(?:carried|planted|laid|placed|detonated|set\s+off)\s+(?:them\b|(?:the|a)\s+(?:\w+\s+)?(?:bombs?|devices?|charges?|explosives)\b)",
    re.IGNORECASE,
)
_LOST_MEMBERS = re.compile(r"\s+(?:of\s+(?:its|their)\s+)?members\b", re.IGNORECASE)
_FAMILY_LOST = re.compile(r"\bfamil(?:y|ies)\b[^.;]{0,60}\b(?:lost|loses)\s+\Z", re.IGNORECASE)
_HOMES = re.compile(
    r"\s+(?:people|persons|men|women)?\s*in\s+their\s+(?:own\s+)?(?:homes?|houses?|beds?)\b", re.I
)
_YOUNG = re.compile(
    r"\s*(?:of\s+(?:them|these|whom|those)\s+)?(?:belonged\s+to\s+|those\s+of\s+|were\s+)?"
    r"(?:women\s+and\s+(?:\w+\s+)?children|children\s+and\s+women|boys\s+and\s+girls|girls\s+and\s+boys"
    r"|(?:aged\s+)?under\s+(?:the\s+age\s+of\s+)?(?:six|eight|ten|twelve|fourteen|fifteen|sixteen|eighteen"
    r"|[5-9]|1[0-8]))\b(?!\s+(?:metres|kilometres|minutes|hours|days))",
    re.IGNORECASE,
)
_NOT_OF_AGE = re.compile(
    r"[^.;,]{0,80}\b(?:had|have)\s+not\s+(?:yet\s+)?reached\s+(?:the\s+age\s+of\s+)?(?:eighteen|18)\b",
    re.IGNORECASE,
)


def as_described(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, in text order, the unstated ones with what their phrase says."""
    out: list[Claim] = []
    for claim in claims:
        own = claim.population
        status = None
        if own is not None and own.status == "unstated" and not own.named and claim.low != 0:
            status = _described(text, claim, out)
        elif own is not None and _came_wounded(claim):
            status = "unstated"
        if own is not None and status is not None:
            claim = replace(claim, population=replace(own, status=status))
        out.append(claim)
    return out


def _came_wounded(claim: Claim) -> bool:
    """ "Several patients are critical", not "shells wounded four patients"."""
    surface = claim.population.surface if claim.population else None
    treated = claim.basis is not None and claim.basis.word.lower() not in _HIT
    return claim.measure == "injured" and treated and (surface or "").lower().endswith("patients")


def _described(text: str, claim: Claim, before: Sequence[Claim]) -> str | None:
    own = claim.population
    surface = (own.surface or "").lower() if own else ""
    ahead = text[max(claim.sentence_start, claim.start - _REACH) : claim.start]
    behind = text[claim.end : min(claim.sentence_end, claim.end + _REACH)]
    if (told := _OF_AHEAD.search(ahead)) and (status := _side(told[1].lower().split())):
        return status
    if _IN_NUMBER.match(behind) and (told := _BEFORE.search(ahead)):
        return _side(told[1].lower().split())
    if surface.endswith("comrades"):
        return _of_comrades(claim, before)
    if _CARRIED.match(behind):
        return "perpetrator"
    if claim.measure not in _HARM:
        return None
    if _family(claim, surface, ahead, behind):
        return "civilian"
    if surface.endswith("hostages"):
        forces = words("people", "armed_forces") | words("people", "police")
        told_of = {word.lower() for word in _WORD.findall(ahead + behind)}
        return None if told_of & forces else "civilian"
    if claim.low == 1:
        return None
    if any(told.match(behind) for told in (_HOMES, _YOUNG, _NOT_OF_AGE)):
        return "civilian"
    if belongs := _belonging().match(behind):
        return _side(belongs[1].lower().split()) or "armed_forces"
    return _most(behind) or (_apposed(behind) if says_nothing(claim) else None)


def _side(phrase: Sequence[str]) -> str | None:
    """The status of the last word of a phrase for several people."""
    head = phrase[-1]
    if not is_person_word(head) or not _MANY.search(head):
        return None
    status = status_of(head, tuple(phrase[:-1]))
    return None if status == "unstated" else status


def _of_comrades(claim: Claim, before: Sequence[Claim]) -> str | None:
    last = before[-1] if before else None
    if last is None or last.sentence_start != claim.sentence_start or last.population is None:
        return None
    return last.population.status if last.population.status != "mixed" else None


def _family(claim: Claim, surface: str, ahead: str, behind: str) -> bool:
    """Whether whole families were harmed, or a family lost as many members."""
    if surface.endswith("families") or claim.quote.lower().endswith("families"):
        return True
    return bool(_LOST_MEMBERS.match(behind) and _FAMILY_LOST.search(ahead))


@cache
def _belonging() -> re.Pattern[str]:
    forces = alternatives(words("grammar", "forces_told"))
    return re.compile(
        r"\s+(?:of\s+(?:the|those|these)\s+)?(?:(?:dead|victims|killed|them)\s+)?"
        r"(?:did\s+)?(?:belong(?:ed)?\s+to|were\s+serving\s+in|had\s+served\s+in|were\s+of|"
        rf"worked\s+for|wore)\s+(?:the\s+)?((?:\w+\s+)?(?:{forces}))\b",
        re.IGNORECASE,
    )


@cache
def _mostly() -> re.Pattern[str]:
    most = alternatives(words("grammar", "mostly") - words("grammar", "part_only"))
    return re.compile(
        rf"[^.;]{{0,50}}?[,(–—-]\s*(?:{most})(?:\s+of\s+(?:them|whom|these))?\s+"
        r"(?:(?:were|was|being|are)\s+)?((?:[\w’'-]+\s+){0,3}?)([\w’'-]+)(?=\s*[,.;)–—]|\s+(?:on|from|in|at|of|who)\b)",
        re.IGNORECASE,
    )


def _most(behind: str) -> str | None:
    """ "287 people, most of them traders": by what they do; "most of them civilians" are mixed."""
    told = _mostly().match(behind)
    if told is None or told[2].lower() in {"civilians", "non-combatants"}:
        return None
    return "civilian" if _side([*told[1].lower().split(), told[2].lower()]) == "civilian" else None


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(
        r"[^.;,]{3,70},\s+((?:[\w’'-]+\s+){0,2}?[\w’'-]+)"
        r"(?:\s+(?:of|from|on|in)\s+[^.,;]{3,40})?(?:\s+and\s+(?:[\w’'-]+\s+){0,2}[\w’'-]+"
        r"(?:\s+(?:of|from|on|in)\s+[^.,;]{3,40})?)?\s*(?:[.;\n]|\Z)"
    )


def _apposed(behind: str) -> str | None:
    """ "Eight were killed on Friday, employees of the ministry and passers-by." """
    told = _apposition().match(behind)
    if told is None or told[1].split()[-1][0].isupper():
        return None
    every = {word.lower() for word in _WORD.findall(behind, told.start(1), told.end())}
    if every & (words("reporting", "verbs") | words("grammar", "parts_told")):
        return None
    return _side(told[1].lower().split())
