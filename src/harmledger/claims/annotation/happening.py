"""The event of a text: what its sentences state of place and day, and which claims are of it.

A report gives place and time once ("The shooting happened in the 2400 block of Mill Street about
9 p.m. Friday") and then names the harmed. Where all that it dates and places is one event, each
claim of harm in it shares them. The record points to the words, wherever they stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from harmledger.claims.annotation.reading import EVENT_REACH, Reading
from harmledger.claims.annotation.stated import place_stated, time_stated
from harmledger.claims.annotation.story import story_place
from harmledger.claims.persons.occasions import occasions_of
from harmledger.claims.places.mentions import Mention
from harmledger.claims.places.placekinds import QUARTER, REGION, TOWN
from harmledger.claims.places.where import place_record
from harmledger.claims.times.spans import days_apart
from harmledger.claims.words.eventwords import turns_away
from harmledger.claims.words.gazetteer import fold
from harmledger.claims.words.lexicon import words
from harmledger.records import Claim, When, Where

__all__ = ["with_event"]

#: A time as the claim's own sentence may give it, for which another gives the day.
_COARSE = frozenset(("hour", "week"))
#: A text that gives more times is a chronicle or a table.
_MOST_TIMES = 40
#: How many sentences ahead the event of a claim may be placed and dated.
AHEAD = 1
#: Measures of the harm itself: an arrest, an aid delivery happen elsewhere and later.
_HARMS = frozenset(("killed", "injured", "casualties", "missing", "abducted"))


@dataclass(frozen=True, slots=True)
class Fact:
    """What sentence ``index``, which begins at ``start``, states of the event it tells of."""

    index: int
    start: int
    place: Mention | None
    when: When | None


def with_event(reading: Reading, claims: Sequence[Claim], context: Counter[str]) -> Iterator[Claim]:
    """``claims`` of one text, in their order, each with what the text states of its event.

    Only what a claim does not state itself is added, and only in a text of one event: one whose
    statements neither name two towns nor two days.
    """
    facts = list(_facts(reading))
    if not facts or not _is_one(facts):
        yield from claims
        return
    text = reading.text.text
    occasions = occasions_of(text)
    town = _town(facts, reading)
    index_of = {sentence.start: n for n, sentence in enumerate(reading.sentences)}
    indices = [fact.index for fact in facts]
    for claim in claims:
        at = index_of[claim.sentence_start]
        around = slice(bisect_left(indices, at - EVENT_REACH), bisect_left(indices, at + AHEAD + 1))
        near = [
            fact
            for fact in facts[around]
            if fact.index != at and not occasions.differ(fact.start, claim.start)
        ]
        yield _with(claim, near, town, context) if near and _shares(text, claim) else claim


def _facts(reading: Reading) -> Iterator[Fact]:
    """What the sentences state that tell of the harm, not of another event or of an arrest."""
    text = reading.text.text
    for index in sorted(reading.parsed):
        sentence = reading.sentences[index]
        if turns_away(text, sentence.start, sentence.end):
            continue
        drafts = reading.drafts.get(index, [])
        if drafts and not any(d.measure in _HARMS for d in drafts):
            continue
        place = place_stated(reading, index, last=False, strict=True)
        if place is not None and (place.rank >= REGION or (not drafts and _holds(place))):
            place = None
        when = time_stated(reading, index, last=False)
        if when is not None and when.precision == "period":
            when = None  # what it counts is no one event
        if place is not None or when is not None:
            yield Fact(index, sentence.start, place, when)


def _holds(place: Mention) -> bool:
    """Whether the place is one where people are held: it is not where the harm was done."""
    return not words("places", "holding").isdisjoint(place.name.lower().split())


def _is_one(facts: Iterable[Fact]) -> bool:
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


def _shares(text: str, claim: Claim) -> bool:
    """Whether the claim is of the harm of one event, and its sentence speaks of no other."""
    return (
        claim.measure in _HARMS
        and claim.scope == "event"
        and claim.stance != "hypothetical"
        and not turns_away(text, claim.sentence_start, claim.sentence_end)
    )


def _with(
    claim: Claim, facts: Sequence[Fact], town: Mention | None, context: Counter[str]
) -> Claim:
    place, when = _place_of(facts, town), _time_of(facts)
    story = claim.story
    if claim.where is None and place is not None and not _dated_apart(claim, when):
        claim = replace(claim, where=place_record(place, context))
        story = replace(story, where=None) if story else None
    if when is not None and _dates(when, claim) and not _placed_apart(claim.where, facts):
        claim = replace(claim, when=when)
        story = replace(story, when=None) if story else None
    if story is not None and story.where is None and story.when is None:
        story = None
    return replace(claim, story=story)


def _place_of(facts: Sequence[Fact], town: Mention | None) -> Mention | None:
    """The most specific place stated, within the ``town`` of the text's event."""
    places = [f.place for f in facts if f.place is not None]
    if not places:
        return None
    best = min(places, key=lambda m: (m.rank, m.bearing))
    if town is not None and best.rank <= QUARTER and all(m.rank < TOWN for m in best.within):
        return replace(best, within=(*best.within, town, *town.within))
    return best


def _town(facts: Sequence[Fact], reading: Reading) -> Mention | None:
    """The town of the event: of its statements, else the one of headline and lede."""
    places = [f.place for f in facts if f.place is not None]
    story = story_place(reading)
    known = [*places, *([story] if story is not None else [])]
    return next((m for p in known for m in (p, *p.within) if m.rank == TOWN), None)


def _time_of(facts: Sequence[Fact]) -> When | None:
    times = [f.when for f in facts if f.when is not None]
    days = [when for when in times if when.precision == "day"]
    return next(iter(days or [w for w in times if w.precision != "hour"]), None)


def _dates(when: When, claim: Claim) -> bool:
    """Whether the time says more than the claim's own: "Friday" for "about 9 p.m."."""
    if claim.when is None:
        return True
    coarse = claim.when.precision in _COARSE and when.precision == "day"
    return coarse and not days_apart(claim.when, when)


def _dated_apart(claim: Claim, when: When | None) -> bool:
    """Whether the claim's own time is not that of the event."""
    return claim.when is not None and when is not None and days_apart(claim.when, when)


def _placed_apart(where: Where | None, facts: Iterable[Fact]) -> bool:
    """Whether the claim's own place is none that the event's statements name."""
    if where is None:
        return False
    places = [m for f in facts if f.place for m in (f.place, *f.place.within)]
    names = {fold(name) for m in places for name in (m.core, m.name)}
    own = {fold(name) for name in (where.name, where.within) if name}
    return bool(names) and names.isdisjoint(own)
