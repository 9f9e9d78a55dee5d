"""The claims of one text, put into events one by one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from harmledger.claims import days_named
from harmledger.dates import Span, day_number
from harmledger.incidents.attacks import Attacks
from harmledger.incidents.elsewhere import leaves_place
from harmledger.incidents.events import LocalEvent, place_key
from harmledger.incidents.mains import main_of
from harmledger.records import Claim, Text

__all__ = ["Placer"]

#: A claim that states no time or place goes with one that does at most this far before it, in
#: the same paragraph or the one before.
_NEARBY = 600

#: Characters of a report that say what it is about.
_OPENING = 1000
#: Days about the day of the report: a day named then may be that of its own line.
_OWN_DAYS = 14

#: From so many days before publication on, an event is not the one of a report on the day.
_LONG_AGO = 60

#: Between two places of one list: "in Kunduz and in Herat".
_LIST = re.compile(r",?\s+and\s+(?:in\s+|near\s+)?", re.IGNORECASE)

#: So many sentences of a paragraph without another event: the report has turned back to its own.
_TURNED = 3
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s")

#: Events that are looked at for one claim: the main one, those of its place, the last few.
_RECENT = 12


class Placer:
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
        self._of: dict[str, LocalEvent] = {}
        self._silent: set[int] = set()

    def place(self, claim: Claim, span: Span | None, counted: Span | None = None) -> None:
        """Into the best event that agrees in time and place, else into a new one.

        ``counted``: the day on which it was counted, where that does not date its event.
        """
        near = self._by_sentence.get(claim.sentence_start)
        best: tuple[float, LocalEvent] | None = None
        for event in self._candidates(claim):
            fit = None if self._apart(event, claim) else event.fit(claim, span, counted)
            if event is near and fit is None and self._of_both(event, claim):
                fit = 0.0
            if fit is None:
                continue
            fit += 1.5 * (event is near)
            if best is None or fit > best[0]:
                best = (fit, event)
        if best is None:
            self.events.append(LocalEvent(text_id=claim.text_id))
        event = self.events[-1] if best is None else best[1]
        event.counted = event.counted or counted
        self._take(event, claim, span)

    def _candidates(self, claim: Claim) -> list[LocalEvent]:
        found = self.events[:1] + self.events[-_RECENT:]
        if claim.place is not None:
            found += self._by_place[place_key(claim.place)][-_RECENT:]
        seen: list[LocalEvent] = []
        for event in found:
            if not any(event is one for one in seen):
                seen.append(event)
        return seen

    def _apart(self, event: LocalEvent, claim: Claim) -> bool:
        """Whether the text tells the attack of the claim apart from that of the event."""
        attack = self._attacks.of(claim) if self._attacks else None
        return attack is not None and event.attack is not None and attack != event.attack

    def _of_both(self, event: LocalEvent, claim: Claim) -> bool:
        """Whether one list of places is of both: "killed 20 people in Kunduz and Herat and hurt
        100", of which one claim is placed at the one and one at the other."""
        if self._text is None or claim.where is None:
            return False
        own = [c for c in event.claims if c.sentence_start == claim.sentence_start]
        if any(c.measure == claim.measure for c in own):
            return False
        return any(
            _LIST.fullmatch(self._text.text[first.end : second.start]) is not None
            for c in own
            if c.where is not None and c.where.start != claim.where.start
            for first, second in [sorted((c.where, claim.where), key=lambda where: where.start)]
        )

    def _note(self, event: LocalEvent, claim: Claim) -> None:
        if event.attack is None and self._attacks:
            event.attack = self._attacks.of(claim)

    def place_part(self, claim: Claim) -> bool:
        """Put it with what it is a part of, where that has an event; whether it had one."""
        event = self._of.get(claim.part_of or "")
        if event is None or self._apart(event, claim):
            return False
        event.claims.append(claim)
        self._of[claim.id] = event
        self._note(event, claim)
        return True

    def _take(self, event: LocalEvent, claim: Claim, span: Span | None) -> None:
        event.add(claim, span)
        self._of[claim.id] = event
        self._note(event, claim)
        if claim.place is not None:
            known = self._by_place[place_key(claim.place)]
            if not any(one is event for one in known):
                known.append(event)
        self._by_sentence[claim.sentence_start] = event
        self._placed.append((claim.start, event))

    def choose_main(self) -> None:
        """The event with the most claims, the text's first one counting more."""
        if self.events:
            main = main_of(self.events)
            self._main = None if self._only_recalls(main) else main

    def _only_recalls(self, event: LocalEvent) -> bool:
        """Whether an event of long before the report stands behind its opening: whatever the report
        says before it is not of that, and what dates nothing is not of an old year."""
        day = day_number(self._text.published_at) if self._text else None
        if day is None or not event.spans or self._text is None:
            return False
        start = self._paragraphs[0] if self._paragraphs else 0
        first = min(claim.start for claim in event.claims)
        named = min([first, *event.dated_at])
        old = all(not s.yearless and s.high < day - _LONG_AGO for s in event.spans)
        return old and (first - start > _OPENING or self._told_before(event, day, start, named))

    def _told_before(self, event: LocalEvent, reported: int, start: int, end: int) -> bool:
        """Whether the report names another day in full before it comes to the event, and none of
        the event's own: "The bombing of 18 July 1994 ... On 17 March 1992 the embassy". Days about
        that of the report are those of a dateline, or of a page that was brought up to date."""
        if self._text is None:
            return False
        named = {day.toordinal() for day in days_named(self._text.text, start, end, None)}
        days = {day for day in named if abs(day - reported) > _OWN_DAYS}
        own = {day for day in named if any(s.low <= day <= s.high for s in event.spans)}
        return bool(days) and not own

    def place_silent(self, claim: Claim) -> None:
        """A claim without time and place: with its sentence, its paragraph, or the main event."""
        if leaves_place(claim, self._text):
            self.events.append(LocalEvent(text_id=claim.text_id, claims=[claim]))
            self._of[claim.id] = self.events[-1]
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
        self._of[claim.id] = event
        self._silent.add(self._paragraph(claim.start))
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
        only_held = all(one.measure == "detained" for one in event.claims)
        if only_held and claim.measure != "detained" and event is not self._main:
            return None  # "five were held on Tuesday. 14 of the injured are still in hospital"
        if passed == 1 and event is not self._main and self._far_into_its_paragraph(claim):
            return None
        return event if passed <= 1 and claim.start - start <= _NEARBY else None

    def _far_into_its_paragraph(self, claim: Claim) -> bool:
        """Whether the paragraph has told some sentences before its first claim, which is without
        time and place: it is about what the report is about again."""
        if self._paragraph(claim.start) in self._silent:
            return False
        first = self._paragraphs[self._paragraph(claim.start) - 1] if self._text else 0
        told = self._text.text[first : claim.sentence_start] if self._text else ""
        return len(_SENTENCE_END.findall(told)) >= _TURNED

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._paragraphs, offset)
