"""Early figures that those of later days have overtaken, whoever gave these.

"At least 30" of the first day does not say that there were no more: where two others count on, and
nobody comes back to it, it is no disagreement. The offices of one state count on for each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from harmledger.assessments.origins import find_origins
from harmledger.assessments.replaced import first_days, of_all, with_repeated
from harmledger.assessments.shorter import generic_speakers
from harmledger.claims import described
from harmledger.counters import Counters, codes_in, name_words
from harmledger.dates import day_number, span_of
from harmledger.incidents import counted, general, status_of
from harmledger.records import Claim, Incident
from harmledger.vocabulary import load

__all__ = ["counted_on", "overtaken"]

#: Days after an event in which "at least" is said of a toll that is still open.
_OPEN = 2
#: Days after an event in which the offices of a state count.
_COUNTING = 7
#: So many others must have counted on.
_OTHERS = 2
#: Whose "at least" is a finding: they count whom they have verified.
_VERIFYING = frozenset({"monitor", "un"})
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


def overtaken(
    claims: Sequence[Claim], incident: Incident, counters: Counters, left: frozenset[str]
) -> frozenset[str]:
    """Ids of early "at least", where two others or more gave higher figures later, and none as low.

    ``left``: ids of claims that other rules leave out.
    """
    told = _told(claims, incident, counters, left)

    def passed(early: _Dated, later: Sequence[_Dated]) -> bool:
        others = [one.claim for one in later]
        origins = find_origins([early.claim, *others], counters)
        return sum(1 for one in origins if early.claim.id not in one.claims) >= _OTHERS

    def open_(one: _Dated) -> bool:
        speaker = one.claim.speaker
        kind = speaker.kind if speaker is not None else None
        return one.claim.high is None and one.day <= _OPEN and kind not in _VERIFYING

    return with_repeated(claims, _passed(told, open_, passed), counters)


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

    def first(one: _Dated) -> bool:
        return one.day <= _COUNTING

    return with_repeated(claims, _passed(told, first, lambda early, later: True), counters)


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


def _passed(
    told: Sequence[_Dated],
    early: Callable[[_Dated], bool],
    passed: Callable[[_Dated, Sequence[_Dated]], bool],
) -> frozenset[str]:
    gone = set()
    for one in told:
        if not early(one):
            continue
        later = [more for more in told if more.day > one.day and _holds(more.claim, one.claim)]
        same = any(_people(more.claim) == _people(one.claim) for more in later)
        if same and min(more.low for more in later) > one.low and passed(one, later):
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
