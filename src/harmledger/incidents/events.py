"""An event as one text tells it: the claims about it, and whether another claim fits it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from harmledger.dates import Span, dates_agree, span_of
from harmledger.incidents.stating import named_place, of_all, states_time
from harmledger.places import (
    differently_named,
    is_bare,
    is_fine,
    is_site,
    name_key,
    places_agree,
    sites_apart,
)
from harmledger.records import Claim, Text, Where

__all__ = [
    "HARM",
    "TELLING",
    "LocalEvent",
    "in_headline_apart",
    "is_event",
    "place_key",
    "silent_event",
]

#: Measures of harm to people; goods and buildings make no incident.
HARM = frozenset({"killed", "injured", "casualties", "missing", "detained", "abducted"})

#: From here on a figure that comes again in a text is one of the same event.
TELLING = 10

#: How two places agree that may be one.
_AT_ALL = frozenset({"same", "near", "within"})
#: What is counted anew is of an event of so many days before, at most, or of the same place.
_LONG = 60

#: From so many days on a period is counted over, and is no night or weekend of one event.
_DAYS = 3

#: Different times and places of one event that are compared with a claim's.
_MOST_STATED = 8


def is_event(claim: Claim) -> bool:
    """True for a claim of harm to people in one event that was said to have happened."""
    return claim.scope == "event" and claim.measure in HARM and claim.stance != "hypothetical"


def in_headline_apart(claim: Claim, text: Text | None) -> bool:
    """Whether the claim stands in a headline behind the text, where one given apart is put."""
    if text is None or len(text.blocks) < 2 or text.blocks[-1].kind != "headline":
        return False
    return claim.start >= text.blocks[-1].start


@dataclass(slots=True)
class LocalEvent:
    """Claims of one text about one event. ``headline``: what a headline that was given apart from
    the text claims of it, which ties nothing (see ``headlines``). ``main``: the text's main event;
    ``chief``: the report is chiefly about it (it stands in the headline or the lede). ``attack``:
    which of the attacks that the text tells apart (``attacks``); None where it leaves that open.
    ``dated_at``: where the words stand that date its claims.
    ``recalled``: the words by which it is set apart as one of another time (``recalled``).
    ``running``: where the text claims nothing of one event, its counts of harm over time, by whose
    times, places and figures it may be known; they are none of the event's claims. ``counted``: the
    day of a count of it, which does not date it. ``summed``: it is several attacks that the text
    gives one figure for (``series``). ``within``: ids of claims of other events of the text of
    which it is told as a part."""

    text_id: str
    claims: list[Claim] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    places: list[Where] = field(default_factory=list)
    dated_at: set[int] = field(default_factory=set)
    main: bool = False
    chief: bool = False
    attack: int | None = None
    headline: list[Claim] = field(default_factory=list)
    recalled: str = ""
    running: list[Claim] = field(default_factory=list)
    counted: Span | None = None
    summed: bool = False
    within: tuple[str, ...] = ()

    def fit(self, claim: Claim, span: Span | None, counted: Span | None = None) -> float | None:
        """How well the claim fits by time and place; None where it contradicts.

        ``counted``: the day on which it was counted, where that does not date its event.
        """
        dates = [dates_agree(span, other) for other in self.spans] or ["unknown"]
        own = named_place(claim)
        known = [other for other in self.places if not is_bare(other)]
        places = [places_agree(own, other) for other in known] or ["unknown"]
        if "conflict" in dates or "apart" in places or self._counted_elsewhere(claim):
            return None
        if self._counted_over_days(claim, span):
            return None
        if _AT_ALL.isdisjoint(places) and self._counted_long_after(span, counted):
            return None
        if self._dated_by(claim):
            # "330 died and 750 were hurt in September": of one time in words, however long.
            dates = ["agree"]
        dated = all(date == "agree" for date in dates)
        placed = any(place == "same" for place in places)
        if "near" in places and not placed:
            # Two towns a few miles apart, told apart by the text itself, are two events.
            return None
        if "coarse" in dates and not (placed or "within" in places or self._says(claim)):
            return None
        if not dated and any(
            agree == "unclear" and is_site(own) == is_site(other)
            for agree, other in zip(places, known, strict=False)
            if own is not None
        ):
            return None  # a site and a town may be one place, two sites or two towns are not
        if not placed and any(
            agree == "unclear" and _two_towns(own, other)
            for agree, other in zip(places, known, strict=False)
        ):
            return None
        return 2.0 * dated + 2.0 * placed + ("within" in places) * 1.0

    def _counted_elsewhere(self, claim: Claim) -> bool:
        """Whether the text counts so many at one named street, square or camp, others at another:
        "130 were killed at Mill Square. At Hope Square 20 were killed on the same day"."""
        own = claim.place
        if own is None or not is_site(own) or not of_all(claim):
            return False
        others = [c for c in self.claims if c.measure == claim.measure and of_all(c) and c.place]
        return bool(others) and all(
            other.place is not None and sites_apart(own, other.place) and other.low != claim.low
            for other in others
        )

    def _counted_over_days(self, claim: Claim, span: Span | None) -> bool:
        """Whether the one counts all of one day and the other more over days of which that is one:
        "police shot 34 on 16 August; 44 died between 11 and 16 August"."""
        if span is None or not of_all(claim) or not states_time(claim):
            return False
        for other in self.claims:
            own = span_of(other.time)
            if own is None or other.measure != claim.measure or own.yearless or span.yearless:
                continue
            if not (of_all(other) and states_time(other)):
                continue
            (short, few), (long, many) = sorted(
                ((own, other), (span, claim)), key=lambda pair: pair[0].high - pair[0].low
            )
            within = long.low <= short.low and short.high <= long.high
            if short.low == short.high and within and long.high - long.low >= _DAYS:
                return (few.high or few.low or 0) < (many.low or 0)
        return False

    def _counted_long_after(self, span: Span | None, counted: Span | None) -> bool:
        """Whether what one was counted on lies long after the other's time: "two more bodies were
        found on Monday. In July last year 100 died" tells of two events."""
        pairs = [(one, counted) for one in self.spans] + [(span, self.counted)]
        return any(
            one is not None and two is not None and not one.yearless and one.high < two.low - _LONG
            for one, two in pairs
        )

    def _dated_by(self, claim: Claim) -> bool:
        """Whether the very words that date the claim date another of the event."""
        offset = claim.time.offset if claim.time is not None else None
        return offset is not None and offset in self.dated_at

    def _says(self, claim: Claim) -> bool:
        """Whether the event has the claim's figure, where that is no small one, and dates allow it:
        "97 were killed ten years ago ... By nightfall on 28 February 97 people were dead"."""
        own = (claim.measure, claim.low, claim.high)
        told = {(c.measure, c.low, c.high) for c in self.claims}
        return bool(claim.low and claim.low >= TELLING) and own in told

    def add(self, claim: Claim, span: Span | None) -> None:
        """Take the claim in, with its time and place."""
        self.claims.append(claim)
        if claim.time is not None and claim.time.offset is not None:
            self.dated_at.add(claim.time.offset)
        if span is not None and len(self.spans) < _MOST_STATED and span not in self.spans:
            self.spans.append(span)
        if claim.place is None or len(self.places) >= _MOST_STATED:
            return
        if place_key(claim.place) not in {place_key(other) for other in self.places}:
            self.places.append(claim.place)


def _two_towns(one: Where | None, two: Where | None) -> bool:
    """Whether one text names two towns apart. A village that no list has may lie in the province
    that is named beside it."""
    regions = [w for w in (one, two) if w is not None and w.geonameid and not is_fine(w)]
    return not regions and differently_named(one, two)


def place_key(where: Where) -> object:
    """Equal for places that are one by their entry in the gazetteer, or else by their name."""
    return where.geonameid if where.geonameid is not None else name_key(where.name)


def silent_event(text_id: str, running: Iterable[Claim] = ()) -> LocalEvent:
    """What a text without any claim of harm in one event is about; ``running``: its counts."""
    event = LocalEvent(text_id=text_id, main=True, chief=True)
    for claim in running:
        if claim.measure in HARM:
            event.add(claim, span_of(claim.time))
    event.running, event.claims = event.claims, []
    return event
