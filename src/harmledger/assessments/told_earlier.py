"""Figures that a report tells as earlier ones, where another figure for the same people stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from harmledger.assessments.replaced import first_days, of_all, sums_of
from harmledger.claims import described
from harmledger.counters import Counters, speaker_key
from harmledger.incidents import counted, status_of
from harmledger.records import Claim

__all__ = ["EARLIER", "told_earlier"]

#: How the reason begins that names such figures.
EARLIER = "Told as an earlier figure, since replaced"

#: Whose figures settle nobody else's, also where the report gives the earlier one in its own name.
#: "The first press reports" are a count beside that of others.
_APART = frozenset({"belligerent", "media", "witness"})
#: Offices of a state count on for each other.
_STATE = frozenset({"authority", "anonymous_official"})


def told_earlier(
    claims: Sequence[Claim], counters: Counters, parties: Set[str] = frozenset()
) -> frozenset[str]:
    """Claims told as earlier figures, higher or lower, that another one for the same people
    replaces: one of the same text, or of a text of that day or later.

    Where no other figure stands, the earlier one counts. What somebody first said is replaced by
    his own word or by that of the report alone, and an office of a state by another: what other
    named sources say is a disagreement. ``parties``: ids of claims whose speaker is a party to the
    event. A copy tells no later than the first of its family.
    """
    gone = [claim for claim in claims if _earlier(claim)]
    if not gone:
        return frozenset()
    told = {claim.id for claim in gone}
    rest = [claim for claim in claims if claim.id not in told and counted(claim)]
    order = _Order(counters, first_days(claims, counters))
    return frozenset(claim.id for claim in gone if _replaced(claim, rest, order, parties))


@dataclass(frozen=True, slots=True)
class _Order:
    """Which of two claims was told first, copies with their original."""

    counters: Counters
    days: Mapping[str, str]

    def not_before(self, other: Claim, claim: Claim) -> bool:
        """Whether the other was told in the same text, or on that day or later."""
        one, two = self.counters.family(other), self.counters.family(claim)
        first, second = self.days.get(one), self.days.get(two)
        return one == two or bool(first and second and first >= second)


def _earlier(claim: Claim) -> bool:
    return claim.basis is not None and bool(claim.basis.earlier) and counted(claim)


def _replaced(claim: Claim, rest: Sequence[Claim], order: _Order, parties: Set[str]) -> bool:
    newer = [
        other
        for other in rest
        if order.not_before(other, claim) and _may_replace(other, claim, parties)
    ]
    if any(_same_people(other, claim) and _another(other, claim) for other in newer):
        return True
    # Groups that one text lists side by side are a figure for all as well.
    texts: dict[str, list[Claim]] = {}
    for other in newer:
        texts.setdefault(other.text_id, []).append(other)
    return _of_everybody(claim) and any(
        low != claim.low for own in texts.values() for low in sums_of(own)
    )


def _may_replace(other: Claim, claim: Claim, parties: Set[str]) -> bool:
    """Whether one source may stand for the other: the same, the report alone, an office of the
    state for another; of what the report gave itself whoever takes no side."""
    own, its = _name(claim), _name(other)
    if own == its or its is None:
        return True
    kind = other.speaker.kind if other.speaker is not None else ""
    if kind in _APART or other.id in parties:
        return False
    if claim.speaker is None:
        return True
    return kind in _STATE and claim.speaker.kind in _STATE and claim.id not in parties


def _name(claim: Claim) -> str | None:
    speaker = claim.speaker
    return speaker_key(speaker.canonical or speaker.name) if speaker is not None else None


def _people(claim: Claim) -> tuple[object, ...]:
    return status_of(claim), *described(claim)


def _of_everybody(claim: Claim) -> bool:
    return _people(claim) == (None, None, None)


def _same_people(other: Claim, claim: Claim) -> bool:
    """Whether the other counts all of the same people; for a figure for all also a larger group,
    for no group is larger than all."""
    if not of_all(other):
        return False
    if _people(other) == _people(claim):
        return True
    most = claim.high if claim.high is not None else claim.low
    larger = most is not None and (other.low or 0) > most
    return _of_everybody(claim) and larger and status_of(other) != "perpetrator"


def _another(other: Claim, claim: Claim) -> bool:
    """Whether it is another figure; "at most 20" replaces none that it does not contradict."""
    if other.low is None and (other.high is None or (claim.low or 0) <= other.high):
        return False
    return (other.low, other.high) != (claim.low, claim.high)
