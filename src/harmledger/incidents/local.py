"""The events that one text speaks of: its own, and those it recalls in the background."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from harmledger.claims import same_person
from harmledger.incidents.attacks import Attacks, attacks_of
from harmledger.incidents.dates import Span, dates_agree, span_of
from harmledger.incidents.outcomes import open_outcome
from harmledger.incidents.places import (
    differently_named,
    is_site,
    leaves_place,
    name_key,
    places_agree,
)
from harmledger.incidents.readings import counted, individual
from harmledger.records import Claim, Text, Where

__all__ = ["HARM", "LocalEvent", "is_event", "local_events", "silent_event"]

#: Measures of harm to people; goods and buildings make no incident.
HARM = frozenset({"killed", "injured", "casualties", "missing", "detained", "abducted"})

#: The main event is what the report is chiefly about if it stands this early in it.
_LEDE = 1200

#: A claim that states no time or place goes with one that does at most this far before it, in
#: the same paragraph or the one before.
_NEARBY = 600

#: Events that are looked at for one claim: the main one, those of its place, the last few.
_RECENT = 12

#: What an arrest weighs against a claim of harm when the main event is chosen.
_ARREST = 0.25

#: Different times and places of one event that are compared with a claim's.
_MOST_STATED = 8


def is_event(claim: Claim) -> bool:
    """True for a claim of harm to people in one event that was said to have happened."""
    return claim.scope == "event" and claim.measure in HARM and claim.stance != "hypothetical"


@dataclass(slots=True)
class LocalEvent:
    """Claims of one text about one event. ``main``: the text's main event; ``chief``: the
    report is chiefly about it (it stands in the headline or the lede). ``attack``: which of the
    attacks that the text tells apart, see :func:`attacks_of`; None where it leaves that open."""

    text_id: str
    claims: list[Claim] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    places: list[Where] = field(default_factory=list)
    main: bool = False
    chief: bool = False
    attack: int | None = None

    def fit(self, claim: Claim, span: Span | None) -> float | None:
        """How well the claim fits by time and place; None where it contradicts."""
        dates = [dates_agree(span, other) for other in self.spans] or ["unknown"]
        places = [places_agree(claim.place, other) for other in self.places] or ["unknown"]
        if "conflict" in dates or "apart" in places:
            return None
        dated = all(date == "agree" for date in dates)
        placed = any(place == "same" for place in places)
        if "near" in places and not placed:
            # Two towns a few miles apart, told apart by the text itself, are two events.
            return None
        if "coarse" in dates and not (placed or "within" in places):
            return None
        if not dated and any(
            agree == "unclear" and is_site(claim.place) == is_site(other)
            for agree, other in zip(places, self.places, strict=False)
            if claim.place is not None
        ):
            return None  # a site and a town may be one place, two sites or two towns are not
        if not placed and any(
            agree == "unclear" and differently_named(claim.place, other)
            for agree, other in zip(places, self.places, strict=False)
        ):
            # Two towns that one text names apart.
            return None
        return 2.0 * dated + 2.0 * placed + ("within" in places) * 1.0

    def add(self, claim: Claim, span: Span | None) -> None:
        """Take the claim in, with its time and place."""
        self.claims.append(claim)
        if span is not None and len(self.spans) < _MOST_STATED and span not in self.spans:
            self.spans.append(span)
        if claim.place is None or len(self.places) >= _MOST_STATED:
            return
        if _place_key(claim.place) not in {_place_key(other) for other in self.places}:
            self.places.append(claim.place)


def _place_key(where: Where) -> object:
    return where.geonameid if where.geonameid is not None else name_key(where.name)


def silent_event(text_id: str) -> LocalEvent:
    """What a text without any claim of harm in one event is about."""
    return LocalEvent(text_id=text_id, main=True, chief=True)


def local_events(text: Text | None, claims: Sequence[Claim]) -> list[LocalEvent]:
    """The events of one text, in the order of their first claim.

    Claims that state a time or place are placed first; those that state neither go with their
    sentence, with a claim shortly before them, else with the main event.
    """
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.id))
    stated = [(claim, span_of(claim.time)) for claim in ordered]
    placer = _Placer(text, attacks_of(text, ordered))
    for claim, span in stated:
        if span is not None or claim.place is not None:
            placer.place(claim, span)
    placer.choose_main()
    for claim, span in stated:
        if span is None and claim.place is None:
            placer.place_silent(claim)
    events = _join_deaths(placer.events) if len(placer.events) > 1 else placer.events
    _mark_main(text, events)
    for event in events:
        event.claims.sort(key=lambda claim: (claim.start, claim.end, claim.id))
    return sorted(events, key=lambda event: (event.claims[0].start, event.claims[0].id))


def _mark_main(text: Text | None, events: list[LocalEvent]) -> None:
    if not events:
        return
    main = _main_of(events)
    main.main = True
    first = min(claim.start for claim in main.claims)
    # What a scraped page puts before its story can be long: most of the claims decide as well.
    most = 3 * len(main.claims) >= 2 * sum(len(event.claims) for event in events)
    main.chief = most or first - _story_start(text) <= _LEDE


def _main_of(events: Sequence[LocalEvent]) -> LocalEvent:
    """The event with the most claims; holding the text's first claim counts as three.

    An arrest says what came after the event: it weighs little beside those harmed.
    """
    harmed = [[c for c in event.claims if c.measure != "detained"] for event in events]
    starts = [
        min((claim.start for claim in own or event.claims), default=0)
        for own, event in zip(harmed, events, strict=True)
    ]
    first = min(
        (start for start, own in zip(starts, harmed, strict=True) if own), default=min(starts)
    )
    weights = [
        (len(own) + _ARREST * (len(event.claims) - len(own)) + 3 * (start == first), -start)
        for event, own, start in zip(events, harmed, starts, strict=True)
    ]
    return events[weights.index(max(weights))]


def _join_deaths(events: list[LocalEvent]) -> list[LocalEvent]:
    """Events of one death are joined with the event in which that person was shot.

    "A man was shot on Monday. He died on Thursday at a hospital in Dayton": the day and place of
    a death in hospital are not those of another event.
    """
    main = _main_of(events)
    if any(c.measure == "killed" and counted(c) and c.low for c in main.claims):
        return events
    hurt = [c for c in main.claims if individual(c) and open_outcome(c)]
    for event in events:
        deaths = [c for c in event.claims if c.measure == "killed" and individual(c)]
        alone = len(deaths) == len([c for c in event.claims if c.measure in {"killed", "injured"}])
        if event is main or not deaths or not alone:
            continue
        if any(same_person(one, two) and one.start < two.start for one in hurt for two in deaths):
            main.claims += event.claims
            return [one for one in events if one is not event]
    return events


def _story_start(text: Text | None) -> int:
    if text is None:
        return 0
    return next((block.start for block in text.blocks if block.kept), 0)


class _Placer:
    """Puts the claims of one text into events, looking at a bounded number of events each."""

    def __init__(self, text: Text | None, attacks: Attacks) -> None:
        self._text = text
        self._attacks = attacks
        self._paragraphs = [block.start for block in text.blocks if block.kept] if text else []
        self._placed: list[tuple[int, LocalEvent]] = []
        self.events: list[LocalEvent] = []
        self._main: LocalEvent | None = None
        self._by_place: dict[object, list[LocalEvent]] = defaultdict(list)
        self._by_sentence: dict[int, LocalEvent] = {}

    def place(self, claim: Claim, span: Span | None) -> None:
        """Into the best event that agrees in time and place, else into a new one."""
        near = self._by_sentence.get(claim.sentence_start)
        best: tuple[float, LocalEvent] | None = None
        for event in self._candidates(claim):
            fit = None if self._apart(event, claim) else event.fit(claim, span)
            if fit is None:
                continue
            fit += 1.5 * (event is near)
            if best is None or fit > best[0]:
                best = (fit, event)
        if best is None:
            self.events.append(LocalEvent(text_id=claim.text_id))
        event = self.events[-1] if best is None else best[1]
        self._take(event, claim, span)

    def _candidates(self, claim: Claim) -> list[LocalEvent]:
        found = self.events[:1] + self.events[-_RECENT:]
        if claim.place is not None:
            found += self._by_place[_place_key(claim.place)][-_RECENT:]
        seen: list[LocalEvent] = []
        for event in found:
            if not any(event is one for one in seen):
                seen.append(event)
        return seen

    def _apart(self, event: LocalEvent, claim: Claim) -> bool:
        """Whether the text tells the attack of the claim apart from that of the event."""
        attack = self._attacks.of(claim) if self._attacks else None
        return attack is not None and event.attack is not None and attack != event.attack

    def _note(self, event: LocalEvent, claim: Claim) -> None:
        if event.attack is None and self._attacks:
            event.attack = self._attacks.of(claim)

    def _take(self, event: LocalEvent, claim: Claim, span: Span | None) -> None:
        event.add(claim, span)
        self._note(event, claim)
        if claim.place is not None:
            known = self._by_place[_place_key(claim.place)]
            if not any(one is event for one in known):
                known.append(event)
        self._by_sentence[claim.sentence_start] = event
        self._placed.append((claim.start, event))

    def choose_main(self) -> None:
        """The event with the most claims, the text's first one counting more."""
        if self.events:
            self._main = _main_of(self.events)

    def place_silent(self, claim: Claim) -> None:
        """A claim without time and place: with its sentence, its paragraph, or the main event."""
        if leaves_place(claim, self._text):
            self.events.append(LocalEvent(text_id=claim.text_id, claims=[claim]))
            return
        event = self._by_sentence.get(claim.sentence_start) or self._shortly_before(claim)
        if event is None:
            if self._main is None:
                self._main = LocalEvent(text_id=claim.text_id)
                self.events.append(self._main)
            event = self._main
        if self._apart(event, claim):
            event = self._of_attack(claim)
        event.claims.append(claim)
        self._note(event, claim)

    def _of_attack(self, claim: Claim) -> LocalEvent:
        """The last event of the claim's attack, else a new one."""
        attack = self._attacks.of(claim)
        for event in reversed(self.events):
            if event.attack == attack:
                return event
        self.events.append(LocalEvent(text_id=claim.text_id))
        return self.events[-1]

    def _shortly_before(self, claim: Claim) -> LocalEvent | None:
        """The event of the last placed claim, if it is near enough to carry on from."""
        before = bisect_right(self._placed, claim.start, key=lambda item: item[0]) - 1
        if before < 0:
            return None
        start, event = self._placed[before]
        passed = self._paragraph(claim.start) - self._paragraph(start)
        return event if passed <= 1 and claim.start - start <= _NEARBY else None

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._paragraphs, offset)
