"""Who those harmed were, where another part of the text says it: roles of names, parts of totals.

"Luis Prat was wounded" is said of a civilian where the text has "Luis Prat, a clerk at the bank";
"he" has the status of the one just named; six of whom two were officers and two clerks are mixed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from harmledger.claims.persons.children import as_the_child_before, grown_teens
from harmledger.claims.persons.commanders import commanders_and_others
from harmledger.claims.persons.composed import as_composed
from harmledger.claims.persons.deputies import as_members_of_parliament
from harmledger.claims.persons.described import as_described
from harmledger.claims.persons.glossed import of_a_body
from harmledger.claims.persons.labelled import as_labelled
from harmledger.claims.persons.mingled import counted_together
from harmledger.claims.persons.mixes import told_mixed
from harmledger.claims.persons.pointing import as_those_told
from harmledger.claims.persons.pronouns import PRONOUNS, pointed_at
from harmledger.claims.persons.qualified import as_qualified
from harmledger.claims.persons.roles import said_of
from harmledger.claims.persons.sides import bare_toll, whose_casualties
from harmledger.claims.persons.single import name_of
from harmledger.claims.persons.status_model import weighed
from harmledger.claims.persons.sums import as_their_whole, of_their_parts
from harmledger.claims.persons.suspects import as_suspects
from harmledger.claims.persons.targets import as_attacked
from harmledger.claims.persons.toldonce import with_side_of_first
from harmledger.claims.quantities.ages import ADULT
from harmledger.records import Claim

__all__ = ["settle_statuses"]

#: Names looked up in one text: lists of the dead can be long.
_MOST_NAMES = 300
#: Claims before one in which the child is looked for of whom it goes on: a table has thousands.
_JUST_BEFORE = 200
_AGE_BEHIND = re.compile(r"\s*(?:,\s*(?:aged?\s+)?|\(\s*)(\d{1,2})\s*[,.;)]")
#: "Two sisters aged 12 and 13", "three brothers aged between 4 and 9": the ages, the last ahead.
_AGES_BEHIND = re.compile(
    r"\s+(?:[\w-]+\s+){1,2}?(?:all\s+)?aged\s+(?:between\s+|from\s+)?"
    r"(?:\d{1,2}\s*,\s*)*(?:\d{1,2},?\s+(?:and|to|or)\s+|\d{1,2}-)?(\d{1,2})\b(?!\s+(?:or|and)\s+over)"
)
#: Words for the speaker as the one harmed.
_SPEAKERS = frozenset(("I", "me", "Me"))
_FIGHTERS = frozenset(("armed_forces", "police", "armed_group", "perpetrator"))


def settle_statuses(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, in text order, with statuses that stand elsewhere in the text."""
    claims = commanders_and_others(text, [_not_who_speaks(text, claim) for claim in claims])
    claims = grown_teens(text, as_suspects(text, as_members_of_parliament(text, claims)))
    claims = with_side_of_first(text, whose_casualties(text, of_their_parts(claims)))
    by_name = _by_name(claims)
    said: dict[tuple[str, bool], tuple[str, bool]] = {}
    out: list[Claim] = []
    for claim in (of_a_body(text, _aged(text, claim)) for claim in claims):
        population = claim.population
        names = _surnames(claim)
        keys = [(name, claim.quote == name or claim.quote in _SPEAKERS) for name in names]
        if population is None or population.status != "unstated":
            out.append(claim)
        elif names and (len(said) < _MOST_NAMES or set(keys) <= set(said)):
            for name, alone in keys:
                if (name, alone) not in said:
                    said[name, alone] = said_of(text, name, alone=alone)
            status = _of_all(
                [(by_name.get(k[0].casefold()) or said[k][0], said[k][1]) for k in keys]
            )
            out.append(_with(claim, status, all(said[key][1] for key in keys)))
        elif claim.quote.casefold() in PRONOUNS:
            out.append(pointed_at(text, claim, out))
        else:
            out.append(claim)
        if _status(out[-1]) == "unstated":
            out[-1] = as_the_child_before(text, out[-1], out[-_JUST_BEFORE:-1])
    out = as_composed(text, as_qualified(text, _of_their_totals(out)))
    out = as_described(text, as_those_told(text, out))
    out = _mixed(text, told_mixed(text, of_their_parts(out)))
    out = as_their_whole(counted_together(text, as_attacked(text, out)))
    out = as_labelled(text, out)
    return _of_their_totals(weighed(text, _of_their_totals(out)))


def _not_who_speaks(text: str, claim: Claim) -> Claim:
    """ "A UN spokesman: at least 75 dead" does not count spokesmen."""
    own = claim.population
    if own is None or not own.surface or own.named:
        return claim
    ahead = text[max(0, claim.start - len(own.surface) - 3) : claim.start].rstrip()
    if not ahead.endswith(f"{own.surface}:"):
        return claim
    return replace(claim, population=replace(own, status="unstated", surface=None))


def _aged(text: str, claim: Claim) -> Claim:
    """ "Her son, 9, was killed": an age behind one person of whom nothing else is said."""
    behind = _AGE_BEHIND if claim.low == claim.high == 1 else _AGES_BEHIND
    age = behind.match(text, claim.end)
    if age is None or int(age[1]) >= ADULT or _status(claim) != "unstated" or not claim.population:
        return claim
    return _with(claim, "civilian", child=True)


def _by_name(claims: Sequence[Claim]) -> dict[str, str]:
    """The statuses that claims state beside a name, by its last word; by its first behind those."""
    last: dict[str, str] = {}
    first: dict[str, str] = {}
    for claim in claims:
        name, status = name_of(claim), _status(claim)
        if name and status != "unstated" and claim.low == 1:
            last.setdefault(name[-1], status)
            first.setdefault(name[0], status)
    return first | last


def _of_all(told: Sequence[tuple[str, bool]]) -> str:
    """The status of several named together, of each the status and whether a child.

    A civilian and one without a role are civilian; a child and an adult without one are unstated.
    """
    statuses = {"civilian" if child and status == "unstated" else status for status, child in told}
    stated = statuses - {"unstated"}
    if statuses == stated and len(stated) == 1:
        return stated.pop()
    roles = {status for status, child in told if not child} - {"unstated"}
    return "civilian" if stated == roles == {"civilian"} else "unstated"


def _status(claim: Claim) -> str:
    return claim.population.status if claim.population else "unstated"


def _with(claim: Claim, status: str, child: bool) -> Claim:
    population = claim.population
    assert population is not None
    if child:
        status = "civilian" if status == "unstated" else status
        population = replace(population, age="child")
    return replace(claim, population=replace(population, status=status))


def _surnames(claim: Claim) -> tuple[str, ...]:
    """The last words of the names that a claim names, as written; for "I", of who speaks."""
    if claim.quote in _SPEAKERS and claim.speaker is not None:
        name = re.findall(r"[^\W\d_][\w’'-]{2,}", claim.speaker.name)
        return (name[-1],) if name and name[-1][0].isupper() else ()
    if claim.population is None or not claim.population.named:
        return ()
    names = re.split(r",|;|\band\b|\bAND\b", claim.quote)
    return tuple(
        parts[-1]
        for name in names
        if (parts := re.findall(r"[^\W\d_][\w’'-]{2,}", name)) and parts[-1][0].isupper()
    )


def _of_their_totals(claims: Sequence[Claim]) -> list[Claim]:
    """Parts of which nothing is said are what their total is: "three rebels, one a woman"."""
    whole = {claim.id: _status(claim) for claim in claims}
    return [
        replace(claim, population=replace(claim.population, status=whole[claim.part_of]))
        if claim.part_of in whole
        and claim.population is not None
        and claim.population.status == "unstated"
        and whole[claim.part_of] not in {"unstated", "mixed"}
        else claim
        for claim in claims
    ]


def _mixed(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """Totals of which parts are told: of people with fighters among them they are mixed.

    "30 casualties, including two sergeants" are the army's.
    """
    parts: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.part_of is not None:
            parts[claim.part_of].add(_status(claim))
    return [_by_parts(text, claim, parts.get(claim.id, set())) for claim in claims]


def _by_parts(text: str, claim: Claim, parts: set[str]) -> Claim:
    own = claim.population
    fighters = parts & _FIGHTERS
    if own is None or own.status != "unstated" or not fighters or claim.measure == "detained":
        return claim
    if "civilian" in parts or not bare_toll(text, claim):
        return replace(claim, population=replace(own, status="mixed"))
    if parts == fighters and len(fighters) == 1:
        return replace(claim, population=replace(own, status=fighters.pop()))
    return claim
