"""Which of a text's incidents its claims of no harm are of, and which events they are alone."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from harmledger.dates import span_of
from harmledger.incidents.events import LocalEvent, place_key
from harmledger.records import Claim

__all__ = ["Told", "put_to_events"]

#: A claim that states no time or place goes with one at most this far before it.
_NEARBY = 600

#: Events that are looked at for one claim: those of its sentence and place, the last before it.
_RECENT = 12

#: Where a claim stands, and the number of its event.
_At = tuple[int, int]


@dataclass(slots=True)
class Told:
    """``joined``: by claim which of the events given it is of; ``alone``: events of no such one."""

    joined: dict[str, int] = field(default_factory=dict)
    alone: list[LocalEvent] = field(default_factory=list)


def put_to_events(homes: Sequence[LocalEvent], claims: Iterable[Claim]) -> Told:
    """Put claims of people displaced, buildings and aid to the events of their text.

    ``homes``: what the text tells of each incident. A claim goes where its sentence and what it
    states of time and place agree best, one that states neither with what stands before it, else
    with the event that the report is chiefly about. Aid is an event of its own, whoever was
    harmed that day: it goes with other aid alone.
    """
    told = Told()
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.id))
    harmed = _Events(homes)
    kinds = {False: _Events(()), True: _Events(())}
    stated = [c for c in ordered if c.time is not None or c.place is not None]
    for claim in stated:
        aid = claim.measure == "aid"
        home = None if aid else harmed.best(claim)
        if home is not None:
            told.joined[claim.id] = home
        else:
            kinds[aid].take(claim)
    for claim in ordered:
        if claim.time is not None or claim.place is not None:
            continue
        own = kinds[claim.measure == "aid"]
        before = None if claim.measure == "aid" else harmed.before(claim)
        beside = own.before(claim)
        if beside is not None and (before is None or beside > before):
            own.events[beside[1]].claims.append(claim)
        elif before is not None:
            told.joined[claim.id] = before[1]
        elif claim.measure != "aid" and harmed.main is not None:
            told.joined[claim.id] = harmed.main
    told.alone = [*kinds[False].events, *kinds[True].events]
    return told


class _Events:
    """Events of one text, of which a bounded number is looked at for each claim."""

    def __init__(self, events: Iterable[LocalEvent]) -> None:
        self.events = list(events)
        self._starts: list[_At] = []
        self._by_sentence: dict[int, set[int]] = defaultdict(set)
        self._by_place: dict[object, list[int]] = defaultdict(list)
        mains = [number for number, event in enumerate(self.events) if event.main]
        #: The one event that the report is chiefly about.
        self.main = mains[0] if len(mains) == 1 else None
        for number, event in enumerate(self.events):
            for claim in event.claims:
                self._note(claim, number)
            for place in event.places:
                self._by_place[place_key(place)].append(number)
        self._starts.sort()

    def _note(self, claim: Claim, number: int) -> None:
        self._starts.append((claim.start, number))
        self._by_sentence[claim.sentence_start].add(number)

    def take(self, claim: Claim) -> None:
        """Into the event that agrees best, else into a new one; claims come in their order."""
        number = self.best(claim)
        if number is None:
            self.events.append(LocalEvent(text_id=claim.text_id))
            number = len(self.events) - 1
        self.events[number].add(claim, span_of(claim.time))
        self._by_sentence[claim.sentence_start].add(number)
        insort(self._starts, (claim.start, number))
        if claim.place is not None:
            known = self._by_place[place_key(claim.place)]
            if number not in known[-_RECENT:]:
                known.append(number)

    def best(self, claim: Claim) -> int | None:
        """The event that agrees best; none where nothing but words near it speaks for one."""
        span = span_of(claim.time)
        beside = self._by_sentence.get(claim.sentence_start, ())
        last = {number: start for start, number in self._shortly(claim)}
        fits: list[tuple[float, bool, int, int]] = []
        for number in dict.fromkeys(self._candidates(claim)):
            event = self.events[number]
            fit = event.fit(claim, span)
            if fit is None or not (fit or number in beside):
                continue
            fit += 1.5 * (number in beside)
            fits.append((fit, event.main, last.get(number, -1), -number))
        return -max(fits)[3] if fits else None

    def _candidates(self, claim: Claim) -> Iterator[int]:
        yield from sorted(self._by_sentence.get(claim.sentence_start, ()))[:_RECENT]
        if self.main is not None:
            yield self.main
        yield from (number for _, number in self._shortly(claim))
        yield from range(min(len(self.events), _RECENT))
        if claim.place is not None:
            yield from self._by_place.get(place_key(claim.place), [])[-_RECENT:]

    def _shortly(self, claim: Claim) -> list[_At]:
        """The claims last told before it, each with its event."""
        at = bisect_right(self._starts, (claim.start, len(self.events)))
        return self._starts[max(0, at - _RECENT) : at]

    def before(self, claim: Claim) -> _At | None:
        """The event of its sentence, or that of the claim shortly before it, and where."""
        beside = self._by_sentence.get(claim.sentence_start)
        told = self._shortly(claim)
        if beside:
            same = [one for one in told if one[1] in beside]
            return claim.start, (same[-1][1] if same else min(beside))
        near = [one for one in told if claim.start - one[0] <= _NEARBY]
        return near[-1] if near else None
