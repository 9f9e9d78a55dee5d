"""Attackers among those harmed: counted apart, unless they are whom other claims tell of.

A total may count them, too: "three people died", of whom two were shot by the third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from harmledger.claims import same_person
from harmledger.incidents.readings import status_of
from harmledger.records import Claim

__all__ = ["attackers_apart", "totals_with_attackers"]


def attackers_apart(claims: Sequence[Claim]) -> list[Claim]:
    """The claims about attackers, where they and others were harmed.

    One report says that "a man" was killed, another that "the gunman" was: where every claim is of
    one person and no report tells the two apart, that is one man, whose status is in dispute or
    known to one of them alone. A sentence that tells of both tells of two, unless the second only
    points back: "the shooting of a man who had opened fire, killing the gunman".
    """
    attackers = [claim for claim in claims if status_of(claim) == "perpetrator"]
    others = [claim for claim in claims if status_of(claim) != "perpetrator"]
    if not attackers or not others:
        return []
    if all(claim.low == claim.high == 1 for claim in claims) and not _two(attackers, others):
        return []
    return attackers


def totals_with_attackers(
    totals: Sequence[Claim], attackers: Sequence[Claim], others: int | None
) -> dict[str, int]:
    """By id those totals that may count the attackers, with the number they have without them.

    ``others``: how many the rest of the claims tell of. Where that and the attackers make the
    total, it is open whether the total means the others and somebody unnamed, or them all.
    """
    number = max((claim.low or 0 for claim in attackers), default=0)
    if not number or not others:
        return {}
    return {c.id: others for c in totals if c.low == c.high == others + number}


def _two(attackers: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether some report tells of an attacker and of another as two persons."""
    by_text: dict[str, list[Claim]] = defaultdict(list)
    for claim in others:
        by_text[claim.text_id].append(claim)
    return any(
        _side_by_side(one, two)
        or _killed_by(two, one)
        or not same_person(_whoever(one), _whoever(two))
        for one in attackers
        for two in by_text[one.text_id]
    )


def _whoever(claim: Claim) -> Claim:
    """Without the status, which is what reports differ about."""
    if claim.population is None:
        return claim
    return replace(claim, population=replace(claim.population, status="unstated"))


def _killed_by(other: Claim, attacker: Claim) -> bool:
    """ "A girl was killed by a gunman. The gunman died later"."""
    if other.actor is None:
        return False
    return attacker.quote.casefold().split()[-1] in other.actor.name.casefold().split()


def _side_by_side(attacker: Claim, other: Claim) -> bool:
    if attacker.sentence_start != other.sentence_start:
        return False
    last = max(attacker, other, key=lambda claim: claim.start)
    return not last.quote.casefold().startswith("the ")
