"""Totals whose parts stand beside them and add up: they are what their parts are.

Of "191 dead, of whom 164 were civilians, 23 soldiers and four police officers" the total is mixed;
"at least 42 died. They were 14 nurses, 24 pupils and 4 visitors" counts civilians. Patients may be
wounded fighters: a total with patients among its parts is left as it is. And parts of which nothing
is said are what the total is: "nine of the attackers died, seven at once and two in hospital".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from harmledger.claims.words.lexicon import words
from harmledger.records import Claim

__all__ = ["as_their_whole", "of_their_parts"]

#: Smaller numbers add up by chance.
_LEAST = 6
#: Characters between a total and its parts, and claims looked at on either side.
_REACH, _BESIDE = 400, 60
_SIDES = {"armed_forces": "security", "police": "security"}


def of_their_parts(claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, in text order, unstated totals with the status of their parts."""
    return [_of_parts(claims, index) for index in range(len(claims))]


def _of_parts(claims: Sequence[Claim], index: int) -> Claim:
    claim = claims[index]
    own = claim.population
    number = claim.low
    if own is None or own.status != "unstated" or own.named or not number or number < _LEAST:
        return claim
    parts = _run(claim, number, claims[index + 1 : index + 1 + _BESIDE])
    # "33 civilians and 22 militants: that makes 55 in all"
    parts = parts or _run(claim, number, reversed(claims[max(0, index - _BESIDE) : index]))
    statuses = {part.population.status for part in parts if part.population is not None}
    if not statuses or "unstated" in statuses or any(map(_of_any_side, parts)):
        return claim
    sides = {_SIDES.get(status, status) for status in statuses}
    status = statuses.pop() if len(sides) == len(statuses) == 1 else "mixed"
    if len(sides) == 1 and status == "mixed":  # soldiers and police
        status = "armed_forces"
    return replace(claim, population=replace(own, status=status))


def as_their_whole(claims: Sequence[Claim]) -> list[Claim]:
    """``claims``, unstated ones right behind a stated total that they add up to with its status.

    "18 soldiers were killed. Six men died in the first explosion, twelve in the second."
    """
    found: dict[str, str] = {}
    for index, whole in enumerate(claims):
        status = whole.population.status if whole.population else "unstated"
        if status in {"unstated", "mixed"} or not whole.low or whole.low < _LEAST:
            continue
        parts = _run(whole, whole.low, claims[index + 1 : index + 1 + _BESIDE])
        if all(p.population is not None and p.population.status == "unstated" for p in parts):
            found.update((part.id, status) for part in parts)
    return [
        replace(claim, population=replace(claim.population, status=found[claim.id]))
        if claim.id in found and claim.population is not None
        else claim
        for claim in claims
    ]


def _of_any_side(part: Claim) -> bool:
    surface = part.population.surface if part.population else None
    return not words("grammar", "any_side").isdisjoint((surface or "").lower().split())


def _run(total: Claim, number: int, beside: Iterable[Claim]) -> list[Claim]:
    """The claims next to a total, two or more, of its measure, whose numbers add up to it."""
    parts: list[Claim] = []
    sum_ = 0
    for other in beside:
        if other.part_of not in (None, total.id):  # "33 civilians, 12 of them children"
            continue
        if other.measure != total.measure or abs(other.start - total.start) > _REACH:
            return []
        sum_ += other.low or 0
        parts.append(other)
        if sum_ >= number:
            return parts if sum_ == number and len(parts) > 1 else []
    return []
