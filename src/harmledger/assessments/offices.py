"""Early figures of one office of a state from which another has counted on."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache

from harmledger.assessments.replaced import first_days, of_all, with_repeated
from harmledger.assessments.shorter import generic_speakers
from harmledger.claims import described
from harmledger.counters import Counters, codes_in, name_words
from harmledger.dates import day_number, span_of
from harmledger.incidents import counted, general, status_of
from harmledger.records import Claim, Incident, Where
from harmledger.vocabulary import load

__all__ = ["counted_on", "of_state"]

#: Days after an event in which the offices of a state count.
_COUNTING = 7
_STATE = frozenset({"authority", "anonymous_official"})
_ATTACKERS = "perpetrator"


@dataclass(frozen=True, slots=True)
class _Dated:
    """A figure for all, and how many days after the event it was first reported."""

    claim: Claim
    day: int

    @property
    def least(self) -> int:
        """The lowest number that it allows; of "at most 20" the 20."""
        claim = self.claim
        return (claim.high if claim.low is None else claim.low) or 0

    @property
    def top(self) -> int:
        """The highest number that it says."""
        claim = self.claim
        return (claim.low if claim.high is None else claim.high) or 0


def counted_on(
    claims: Sequence[Claim], incident: Incident, counters: Counters, left: Set[str]
) -> frozenset[str]:
    """Ids of early figures of one office of a state, where another gave a higher one later.

    ``left``: ids of claims that other rules leave out, or whose speaker is a party to the event.
    """
    told = [
        one
        for one in _told(claims, incident, counters, left)
        if of_state(one.claim, incident.where)
    ]
    return with_repeated(claims, _passed(told), counters)


def _told(
    claims: Sequence[Claim], incident: Incident, counters: Counters, left: Set[str]
) -> list[_Dated]:
    span = span_of(incident.when)
    if span is None or span.coarse or span.yearless:
        return []
    days = first_days(claims, counters)
    found = []
    for claim in claims:
        reported = day_number(days.get(counters.family(claim)))
        number = claim.low or claim.high
        whole = counted(claim) and number and of_all(claim) and claim.id not in left
        if whole and reported is not None:
            found.append(_Dated(claim, reported - span.high))
    return found


def _passed(told: Sequence[_Dated]) -> frozenset[str]:
    """Those of the first days where a later figure is higher and none is lower.

    A hedged figure settles nothing, but one that is lower is a disagreement all the same.
    """
    gone = set()
    for one in told:
        if one.day > _COUNTING:
            continue
        later = [more for more in told if more.day > one.day and _holds(more.claim, one.claim)]
        same = any(
            _people(more.claim) == _people(one.claim)
            and more.claim.stance == "asserted"
            and more.claim.low is not None
            for more in later
        )
        if same and min(more.least for more in later) > one.top:
            gone.add(one.claim.id)
    return frozenset(gone)


def _people(claim: Claim) -> object:
    """Who is counted; None for everybody."""
    return None if general(claim) else (status_of(claim), described(claim))


def _holds(more: Claim, one: Claim) -> bool:
    """Whether a figure counts the same people, or some of all."""
    people = _people(one)
    return _people(more) == people or (people is None and status_of(more) != _ATTACKERS)


@cache
def _offices(key: str = "words") -> frozenset[str]:
    return frozenset(load("en", "counters")["state_offices"].words(key))


def of_state(claim: Claim, where: Where | None) -> bool:
    """Whether an office speaks of the state in which it happened: of the whole, or of the place.

    The governor of one province counts nobody on for that of another. A person alone is none: of
    what state and office is not known.
    """
    speaker = claim.speaker
    if speaker is None or speaker.kind not in _STATE:
        return False
    name = speaker.canonical or speaker.name
    codes = codes_in(name_words(name))
    if codes and (where is None or where.country not in codes):
        return False
    plain = name.replace("'s", "").replace("’s", "")
    words = frozenset(plain.casefold().split())
    if words.isdisjoint(_offices()):
        return False
    if codes or words.isdisjoint(_offices("local")):
        return True
    named = {word.casefold() for word in plain.split() if word[:1].isupper()}
    named -= _offices() | generic_speakers()
    here = f"{where.name} {where.within or ''}".casefold().split() if where is not None else ()
    return not named or not named.isdisjoint(here)
