"""What the words of a list or of those beside a count say of whom it is made up.

"45 people, nearly all women and children" and the men and women of "60 children, 15 women and 15
men" are civilians; "about 400, most of whom it describes as fighters" are mixed; "three men blew
themselves up" are attackers; "seven Ruritanians were hurt" are soldiers beside "one Ruritanian
soldier was killed".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word, status_of
from harmledger.records import Claim

__all__ = ["as_composed"]

#: Children, women and men of a list are civilians where one of its numbers is as high as this: of
#: few it is not known.
_LEAST = 7
#: Characters behind a count in which its noun stands.
_NOUN = 40
#: Characters behind a count in which the words stand that say who it is made up of.
_REACH = 250
#: Claims on either side in which a list is looked for.
_BESIDE = 3
_ADULTS = frozenset(("women", "men", "adults", "females", "males"))
_YOUNG = r"(?:women|children|girls|boys|pupils|students|schoolchildren|villagers|families|infants)"
#: The noun right behind a number: "several thousand civilians".
_NEXT = re.compile(r"\s+([a-z]{4,}s)\b")
_SOLDIERS_OF = re.compile(
    r"\b([A-Z][a-z]{2,20})(?=\s+(?:\w{2,20}\s+)?"
    r"(?:soldiers?|troops|peacekeepers?|battalion|contingent|infantry|marines)\b)"
)
_SELVES = re.compile(
    r"\s*(?:(?:young\s+)?(?:men|women|people|brothers)\s+)?(?:then\s+)?"
    r"(?:blew|had\s+blown|have\s+blown|blowing|detonated)\s+(?:themselves|himself|herself)\b",
    re.IGNORECASE,
)


def as_composed(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, in text order, the unstated ones with what their list says."""
    nations: frozenset[str] | None = None
    out: list[Claim] = []
    for index, claim in enumerate(claims):
        own = claim.population
        if own is not None and own.status == "unstated" and not own.named:
            beside = claims[max(0, index - _BESIDE) : index + _BESIDE + 1]
            nations = _nations(text) if nations is None else nations
            status = _composed(text, claim, beside)
            if status is None and _of_a_force(text, claim, nations):
                status = "armed_forces"
            if status is not None:
                claim = replace(claim, population=replace(own, status=status))
        out.append(claim)
    return out


def _composed(text: str, claim: Claim, beside: Sequence[Claim]) -> str | None:
    if _SELVES.match(text, claim.end, claim.sentence_end):
        return "perpetrator"
    if claim.low == claim.high and claim.low in {0, 1}:
        return None
    told = text[claim.end : min(claim.sentence_end, claim.end + _REACH)]
    own = claim.population
    if own is not None and own.surface is None and (noun := _NEXT.match(told)):
        status = status_of(noun[1].lower(), ()) if is_person_word(noun[1].lower()) else "unstated"
        if status != "unstated":
            return status
    if claim.measure != "detained" and _mostly_fighters().match(told):
        return "mixed"
    if _mostly_young().match(told) or _in_a_list(claim, beside):
        return "civilian"
    return None


def _in_a_list(claim: Claim, beside: Sequence[Claim]) -> bool:
    """ "Of these 131 were children, five adolescents and seven adults", as one counts children."""
    surface = claim.population.surface if claim.population else None
    if not surface or surface.lower().split()[-1] not in _ADULTS:
        return False
    return any(
        other.measure == claim.measure
        and other.sentence_start == claim.sentence_start
        and other.population is not None
        and other.population.age == "child"
        and max(other.low or 0, claim.low or 0) >= _LEAST
        for other in beside
        if other.id != claim.id
    )


@cache
def _mostly_young() -> re.Pattern[str]:
    most = alternatives(words("grammar", "mostly") - words("grammar", "part_only"))
    return re.compile(
        rf"[^.;]{{0,60}}?[,(–—-]\s*(?:{most})(?:\s+of\s+(?:them|whom|these))?\s+"
        rf"(?:(?:were|was|being|are|unarmed)\s+)?{_YOUNG}\b",
        re.IGNORECASE,
    )


@cache
def _mostly_fighters() -> re.Pattern[str]:
    known = alternatives(
        words("people", "armed_group") | words("people", "armed_forces") | words("people", "police")
    )
    most = alternatives(words("grammar", "mostly"))
    return re.compile(
        rf"[^.;]{{0,60}}?[,(–—-]\s*(?:{most})(?:\s+of\s+(?:them|whom|these))?\s+"
        rf"(?:[\w-]+\s+){{0,5}}?(?:{known})\b",
        re.IGNORECASE,
    )


def _of_a_force(text: str, claim: Claim, nations: frozenset[str]) -> bool:
    """People told by their nation alone, where the text has soldiers of that nation."""
    surface = claim.population.surface if claim.population else None
    nation = surface.split()[-1] if surface else ""
    if not nation or not nation.endswith("s") or is_person_word(nation.lower()):
        return False
    near = text[claim.start : claim.end + _NOUN]
    return nation[:-1].lower() in nations and nation.capitalize() in near


def _nations(text: str) -> frozenset[str]:
    """The words in capitals before soldiers anywhere in the text, in small letters."""
    return frozenset(match[1].lower() for match in _SOLDIERS_OF.finditer(text))
