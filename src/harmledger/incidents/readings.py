"""A figure for the whole, and the properties of claims that bear on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.claims import described, individual, status_of
from harmledger.records import Claim

__all__ = [
    "Reading",
    "counted",
    "described",
    "dwarfed",
    "general",
    "individual",
    "largest_low",
    "only_there",
    "reading_of",
    "speaks_of_others",
    "status_of",
    "sum_of",
    "surface_of",
]

_OTHERS = re.compile(r"\b(others?|more|additional|remaining|rest|another|further)\b", re.IGNORECASE)

#: The same in the quantity itself, where "more than 30" and "30 or more" are bounds.
_MORE = re.compile(
    r"\b(others?|additional|remaining|rest|another|further|(?<!or )more(?! than| or less))\b",
    re.IGNORECASE,
)


#: People of a flight, a train or a ship, and those whom it fell on.
_THERE = re.compile(r"\b(?:aboard|on board|on the ground)$", re.IGNORECASE)


#: Words that leave nobody out.
_ANYONE = frozenset({"people", "persons"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure for the whole: one claim's, or the sum of groups stated side by side.

    ``persons``: the sum of persons named one by one.
    """

    low: int | None
    high: int | None
    claims: tuple[Claim, ...]
    persons: bool = False


def reading_of(claim: Claim) -> Reading:
    """The claim's own figure as a figure for the whole."""
    return Reading(claim.low, claim.high, (claim,))


def counted(claim: Claim) -> bool:
    """True where the speaker stands behind the figure, hedged or not."""
    return claim.stance in {"asserted", "hedged"}


def general(claim: Claim, status: str | None = None) -> bool:
    """True where the claim is limited to no age, no sex, no status but the one given, and not to
    the people aboard or on the ground.

    "147 people, most of them children" are civilians, and a figure of all.
    """
    limited = described(claim) != (None, None) or bool(only_there(claim))
    anyone = status_of(claim) == "civilian" and surface_of(claim).casefold() in _ANYONE
    return (anyone or status_of(claim) in {None, status}) and not limited


def only_there(claim: Claim) -> str:
    """ "Aboard" or "on the ground", where the claim is of the people there; else empty."""
    found = _THERE.search(surface_of(claim))
    return (
        "aboard" if found and found[0].casefold() != "on the ground" else found[0] if found else ""
    )


def surface_of(claim: Claim) -> str:
    """The people in the words used; empty where none are stated."""
    return (claim.population.surface or "") if claim.population else ""


def speaks_of_others(claim: Claim) -> bool:
    """Said of "seven others": counted beside somebody, never the whole."""
    return bool(_OTHERS.search(surface_of(claim)) or _MORE.search(claim.quote))


def dwarfed(claims: Sequence[Claim]) -> list[Claim]:
    """Claims far below another figure of the same speaker in the same sentence.

    "Two of the wounded died, bringing the toll to 28": the speaker counts 28, so the two are
    among them. Two speakers who differ in one sentence disagree, and neither is dwarfed. What the
    same report gives again of such a figure goes with it: its headline "Two more bodies found".
    """
    highest: dict[tuple[object, ...], int] = {}
    for claim in claims:
        if claim.low is not None and status_of(claim) != "perpetrator":
            home = _sentence(claim)
            highest[home] = max(highest.get(home, 0), claim.low)
    small = [c for c in claims if c.high and 2 * c.high < highest.get(_sentence(c), 0)]
    again = {_told(claim) for claim in small}
    return [claim for claim in claims if _told(claim) in again]


def _told(claim: Claim) -> tuple[object, ...]:
    return claim.text_id, claim.low, claim.high, status_of(claim)


def _sentence(claim: Claim) -> tuple[object, ...]:
    name = (claim.speaker.canonical or claim.speaker.name).casefold() if claim.speaker else None
    return claim.text_id, claim.sentence_start, name, claim.stance


def largest_low(claims: Sequence[Claim]) -> int | None:
    """The largest lower bound: a group is never larger than the whole."""
    return max((claim.low for claim in claims if claim.low is not None), default=None)


def sum_of(parts: Sequence[Reading]) -> Reading:
    """A missing bound makes the sum's bound unknown: it is not zero, nor the running sum."""
    lows = [part.low for part in parts]
    highs = [part.high for part in parts]
    return Reading(
        None if None in lows else sum(low for low in lows if low is not None),
        None if None in highs else sum(high for high in highs if high is not None),
        tuple(claim for part in parts for claim in part.claims),
    )
