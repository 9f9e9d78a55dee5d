"""Early figures of one office of a state from which another has counted on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from harmledger.assessments.replaced import first_days, of_all, with_repeated
from harmledger.assessments.shorter import generic_speakers
from harmledger.claims import described
from harmledger.counters import Counters, codes_in, name_words
from harmledger.dates import day_number, span_of
from harmledger.incidents import counted, general, status_of
from harmledger.records import Claim, Incident
from harmledger.vocabulary import load

__all__ = ["counted_on"]

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
    def low(self) -> int:
        return self.claim.low or 0


def counted_on(
    claims: Sequence[Claim], incident: Incident, counters: Counters, left: frozenset[str]
) -> frozenset[str]:
    """Ids of early figures of one office of a state, where another gave a higher one later."""
    country = incident.where.country if incident.where is not None else None
    told = [
        one
        for one in _told(claims, incident, counters, left)
        if _of_state(one.claim, country, counters)
    ]
    return with_repeated(claims, _passed(told), counters)


def _told(
    claims: Sequence[Claim], incident: Incident, counters: Counters, left: frozenset[str]
) -> list[_Dated]:
    span = span_of(incident.when)
    if span is None or span.coarse or span.yearless:
        return []
    days = first_days(claims, counters)
    found = []
    for claim in claims:
        reported = day_number(days.get(counters.family(claim)))
        whole = counted(claim) and claim.low and of_all(claim) and claim.id not in left
        if whole and reported is not None:
            found.append(_Dated(claim, reported - span.high))
    return found


def _passed(told: Sequence[_Dated]) -> frozenset[str]:
    """Those of the first days where a later figure is higher and none is lower."""
    gone = set()
    for one in told:
        if one.day > _COUNTING:
            continue
        later = [more for more in told if more.day > one.day and _holds(more.claim, one.claim)]
        same = any(_people(more.claim) == _people(one.claim) for more in later)
        if same and min(more.low for more in later) > one.low:
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
def _offices() -> frozenset[str]:
    return frozenset(load("en", "counters")["state_offices"].words("words"))


def _of_state(claim: Claim, country: str | None, counters: Counters) -> bool:
    """Whether an office of the state in which it happened speaks, or somebody who holds one."""
    speaker = claim.speaker
    if speaker is None or speaker.kind not in _STATE:
        return False
    name = speaker.canonical or speaker.name
    codes = codes_in(name_words(name))
    if codes and country not in codes:
        return False
    words = frozenset(name.casefold().replace("'s", "").replace("’s", "").split())
    return not words.isdisjoint(_offices()) or _person(name)


def _person(name: str) -> bool:
    """A name of a person alone, whom the report calls minister, governor or mayor."""
    words = name.split()
    return len(words) > 1 and all(
        word[:1].isupper() and word.casefold() not in generic_speakers() for word in words
    )
