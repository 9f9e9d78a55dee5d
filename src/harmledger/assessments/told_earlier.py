"""Figures that a report tells as earlier ones, where another figure for the same people stands."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.assessments.replaced import of_all, sums_of
from harmledger.claims import described
from harmledger.counters import speaker_key
from harmledger.incidents import counted, status_of
from harmledger.records import Claim

__all__ = ["EARLIER", "told_earlier"]

#: How the reason begins that names such figures.
EARLIER = "Told as an earlier figure, since replaced"

#: Whose figures settle nobody else's: what they first said is replaced by their own word, or by
#: that of the report itself. "The first press reports" are a count beside that of others.
_APART = frozenset({"belligerent", "media", "witness"})


def told_earlier(claims: Sequence[Claim]) -> frozenset[str]:
    """Claims told as earlier figures, higher or lower, that another one for the same people
    replaces: one of the same text, or of a text of that day or later.

    Where no other figure stands, the earlier one counts. What a side of the conflict, the press or
    a witness first said is replaced by no other named source, nor is anybody's by theirs: they
    disagree.
    """
    gone = [claim for claim in claims if _earlier(claim)]
    if not gone:
        return frozenset()
    told = {claim.id for claim in gone}
    rest = [claim for claim in claims if claim.id not in told and counted(claim)]
    return frozenset(claim.id for claim in gone if _replaced(claim, rest))


def _earlier(claim: Claim) -> bool:
    return claim.basis is not None and bool(claim.basis.earlier) and counted(claim)


def _replaced(claim: Claim, rest: Sequence[Claim]) -> bool:
    newer = [other for other in rest if _not_before(other, claim) and _may_replace(other, claim)]
    if any(_same_people(other, claim) and _another(other, claim) for other in newer):
        return True
    # Groups that one text lists side by side are a figure for all as well.
    texts: dict[str, list[Claim]] = {}
    for other in newer:
        texts.setdefault(other.text_id, []).append(other)
    return _of_everybody(claim) and any(
        low != claim.low for own in texts.values() for low in sums_of(own)
    )


def _not_before(other: Claim, claim: Claim) -> bool:
    """Whether the other was told in the same text, or on that day or later."""
    if other.text_id == claim.text_id:
        return True
    return bool(
        other.reported_at and claim.reported_at and other.reported_at[:10] >= claim.reported_at[:10]
    )


def _may_replace(other: Claim, claim: Claim) -> bool:
    """Whether one source may stand for the other: the same, the report alone, or no opponent."""
    own, its = _name(claim), _name(other)
    if own is not None and own == its:
        return True
    if its is not None and other.speaker and other.speaker.kind in _APART:
        return False
    return its is None or claim.speaker is None or claim.speaker.kind not in _APART


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
    return (other.low, other.high) != (claim.low, claim.high)
