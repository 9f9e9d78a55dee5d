"""What became of those shot: a death stated elsewhere in the text settles an open outcome.

"A man was shot. He died at a hospital" tells of one killed in both sentences. Each person told of
in the text has one fate: a death that is told of him or her, else what the sentence itself says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from harmledger.claims.persons.days import beside_main_day
from harmledger.claims.persons.executions import put_to_death
from harmledger.claims.persons.groupfates import all_named_dead, fate_of_group, numbers_apart
from harmledger.claims.persons.occasions import occasions_of
from harmledger.claims.persons.ownhand import (
    all_died_in_murder_suicide,
    by_own_hand,
    killed_himself,
    murder_suicide,
)
from harmledger.claims.persons.sameness import persons_told
from harmledger.claims.persons.single import individual, is_open, name_of
from harmledger.claims.persons.survivors import hit_in_a_limb, lives_on, recovers
from harmledger.claims.persons.tellings import telling_of
from harmledger.claims.words.lexicon import words
from harmledger.records import Claim, content_id

__all__ = ["settle_fates"]

_HARMS = frozenset(("killed", "injured", "casualties"))
_SAID = frozenset(("asserted", "hedged"))


def settle_fates(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, in their order, with open outcomes settled where the text does so.

    Ids follow the measure; parts keep their totals.
    """
    if not any(is_open(claim) for claim in claims):
        return list(claims)
    deaths = [c for c in claims if c.measure == "killed" and c.low and _of_event(c)]
    put = set(put_to_death(text, claims))
    if not (deaths or put or any(map(by_own_hand, claims)) or murder_suicide(text)):
        return list(claims)
    fates = {**_groups(text, claims, deaths), **_persons(text, claims, deaths)}
    fates.update((number, "killed") for number in put)
    if all_died_in_murder_suicide(text, claims):
        fates.update((c.id, "killed") for c in claims if is_open(c) and _of_event(c) and c.low)
    hurt = {claim.id for claim in claims if claim.measure == "injured" and not is_open(claim)}
    # Parts of those injured were injured, and so were parts of those whose outcome stays open.
    hurt |= {c.id for c in claims if is_open(c) and (c.low or 0) > 1 and c.id not in fates}
    settled = [
        _as(claim, fates[claim.id]) if claim.id in fates and claim.part_of not in hurt else claim
        for claim in claims
    ]
    ids = {old.id: new.id for old, new in zip(claims, settled, strict=True)}
    return [
        replace(claim, part_of=ids.get(claim.part_of, claim.part_of)) if claim.part_of else claim
        for claim in settled
    ]


def _groups(text: str, claims: Sequence[Claim], deaths: Sequence[Claim]) -> dict[str, str]:
    """The measures of open claims of several, by the id of the claim."""
    occasions = occasions_of(text)
    opened = [claim for claim in claims if is_open(claim) and _of_event(claim)]
    hurt = any(c.measure == "injured" and c.low and not is_open(c) for c in claims)
    apart = numbers_apart(text, [c for c in claims if _of_event(c)], deaths)
    found = {
        claim.id: fate_of_group(
            text,
            claim,
            [death for death in deaths if not beside_main_day(claims, claim, death)],
            apart,
            occasions,
            hurt=hurt,
        )
        for claim in opened
        if (claim.low or 0) > 1 and not recovers(text, claim)
    }
    dead = {word for death in deaths for word in name_of(death)} | _died_there(text, deaths)
    found.update((c.id, "killed") for c in opened if (c.low or 0) > 1 and all_named_dead(c, dead))
    return {number: fate for number, fate in found.items() if fate is not None}


def _died_there(text: str, deaths: Sequence[Claim]) -> set[str]:
    """ "While Prat was taken to a hospital, where he died": the last name before the pronoun."""
    names = set[str]()
    for death in deaths:
        if death.quote.casefold() in {"he", "she"}:
            before = re.findall(r"\b[A-Z][a-z]+\b", text[death.sentence_start : death.start])
            names.update(name.casefold() for name in before[-1:])
    return names


def _persons(text: str, claims: Sequence[Claim], deaths: Sequence[Claim]) -> dict[str, str]:
    """Killed, for the open claims of one person of whom the text tells that he or she died."""
    told = [
        telling_of(text, claim)
        for claim in claims
        if claim.measure in _HARMS
        and claim.low == claim.high == 1
        and _of_event(claim)
        and claim.quote.casefold() not in words("grammar", "reflexives")
    ]
    dead: set[str] = set()
    for person in persons_told(text, told, claims):
        if any(one.claim.measure == "killed" for one in person):
            dead.update(one.claim.id for one in person)
    dead.update(_among_named(claims, deaths))
    dead.update(claim.id for claim in claims if killed_himself(text, claim, deaths))
    occasions = occasions_of(text)
    # Only beside the dead of another event: reports are updated, and the wounded die.
    apart = {c.id for c in claims if any(occasions.differ(c.start, d.start) for d in deaths)}
    return {
        claim.id: "killed"
        for claim in claims
        if is_open(claim)
        and claim.id in dead
        and (name_of(claim) or not _may_live(text, claim, apart))
    }


def _may_live(text: str, claim: Claim, apart: set[str]) -> bool:
    lives = recovers(text, claim) or hit_in_a_limb(text, claim)
    return lives or (claim.id in apart and lives_on(text, claim))


def _among_named(claims: Sequence[Claim], deaths: Sequence[Claim]) -> Iterator[str]:
    """ "Prat was shot ... both Prat and Soler died": named with others."""
    names = {word for death in deaths if (death.low or 0) > 1 for word in name_of(death)}
    several = [death.quote.lower() for death in deaths if death.low == 2]
    for claim in claims:
        if not individual(claim):
            continue
        # "He shot his son ... found Prat and his son dead".
        kin = claim.quote.lower().split()
        own = len(kin) == 2 and kin[0] in words("grammar", "own") and not name_of(claim)
        if (
            own
            and any(
                re.search(rf"\band {re.escape(claim.quote.lower())}\b", quote) for quote in several
            )
        ) or (name_of(claim) and name_of(claim)[-1] in names):
            yield claim.id


def _of_event(claim: Claim) -> bool:
    return claim.scope == "event" and claim.stance in _SAID


def _as(claim: Claim, measure: str) -> Claim:
    basis = claim.basis
    if basis is not None and measure == "killed":
        basis = replace(basis, outcome_open=False)
    number = content_id("claim", claim.text_id, claim.start, claim.end, measure)
    return replace(claim, measure=measure, basis=basis, id=number)
