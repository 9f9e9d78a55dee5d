"""What the sentences of a text state of place and day of the event, and whether it is one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.annotation.stated import place_stated, time_stated
from harmledger.claims.places.mentions import Mention
from harmledger.claims.places.placekinds import REGION, TOWN
from harmledger.claims.times.spans import days_apart
from harmledger.claims.words.eventwords import turns_away
from harmledger.claims.words.gazetteer import fold
from harmledger.claims.words.lexicon import words
from harmledger.records import When

__all__ = ["HARMS", "Fact", "facts_of", "of_one_event"]

#: A text that gives more times is a chronicle or a table.
_MOST_TIMES = 40
#: Measures of the harm itself: an arrest, an aid delivery happen elsewhere and later.
HARMS = frozenset(("killed", "injured", "casualties", "missing", "abducted"))


@dataclass(frozen=True, slots=True)
class Fact:
    """What sentence ``index``, which begins at ``start``, states of the event it tells of."""

    index: int
    start: int
    place: Mention | None
    when: When | None


def facts_of(reading: Reading) -> Iterator[Fact]:
    """What the sentences state that tell of the harm, not of another event or of an arrest."""
    text = reading.text.text
    for index in sorted(reading.parsed):
        sentence = reading.sentences[index]
        if turns_away(text, sentence.start, sentence.end):
            continue
        drafts = reading.drafts.get(index, [])
        if drafts and not any(d.measure in HARMS for d in drafts):
            continue
        place = place_stated(reading, index, last=False, strict=True)
        if place is not None and (place.rank >= REGION or (not drafts and _holds(place))):
            place = None
        when = time_stated(reading, index, last=False, held=False)
        arrest = time_stated(reading, index, last=False)
        if arrest is not None and arrest != when and arrest.precision != "period":
            # "Arrested five on Tuesday over last month's bombing": a text of two days.
            yield Fact(index, sentence.start, None, arrest)
        if when is not None and when.precision == "period":
            when = None  # what it counts is no one event
        if place is not None or when is not None:
            yield Fact(index, sentence.start, place, when)


def _holds(place: Mention) -> bool:
    """Whether the place is one where people are held: it is not where the harm was done."""
    return not words("places", "holding").isdisjoint(place.name.lower().split())


def of_one_event(facts: Iterable[Fact]) -> bool:
    """Whether nothing that is stated tells of two towns or of two days."""
    towns: set[str] = set()
    told = {(f.when.start, f.when.end, f.when.surface): f.when for f in facts if f.when}
    times = list(told.values())
    if len(times) > _MOST_TIMES:
        return False
    for fact in facts:
        for place in (fact.place, *fact.place.within) if fact.place else ():
            if place.rank == TOWN:
                towns.add(fold(place.core))
    return len(towns) <= 1 and not any(
        days_apart(one, two) for n, one in enumerate(times) for two in times[:n]
    )
