"""Place and time of a claim: of its own sentence, else of a sentence beside it.

"A shooting in Basra on Saturday. A boy was killed": the sentence before places and dates the harm.
Sentences farther off do not: what the text does not state for a harm stays unknown.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.annotation.anchor import anchor_of, time_of_joined
from harmledger.claims.annotation.behind import places_left, right_ahead, right_behind
from harmledger.claims.annotation.days_before import days_before
from harmledger.claims.annotation.heads import head_at
from harmledger.claims.annotation.nextto import (
    beside,
    of_others_counted,
    resumes,
    turned_away,
)
from harmledger.claims.annotation.pointing import there_of, unnamed_of
from harmledger.claims.annotation.reading import Reading, of_one_apart
from harmledger.claims.annotation.stated import (
    place_stated,
    time_stated,
    towns_left,
)
from harmledger.claims.annotation.stretches import (
    in_its_stretch,
    is_elsewhere,
    place_of_stretch,
    time_of_stretch,
    times_in_stretch,
)
from harmledger.claims.places.mentions import Mention
from harmledger.claims.places.placekinds import COUNTRY, QUARTER, REGION, STREET, TOWN
from harmledger.claims.places.related import of_another
from harmledger.claims.places.where import heals, place_for, points_back
from harmledger.claims.times.dating import time_for, time_since
from harmledger.claims.times.ranges import runs_to
from harmledger.claims.times.spans import days_apart
from harmledger.claims.words.eventwords import definite_event, says_where
from harmledger.claims.words.gazetteer import fold
from harmledger.claims.words.lexicon import words
from harmledger.records import When

if TYPE_CHECKING:
    from harmledger.claims.drafts.draft import Draft

__all__ = ["place_of", "time_of"]


def place_of(
    reading: Reading, index: int, draft: Draft, speaker: tuple[int, int] | None
) -> Mention | None:
    """The place stated for the harm of ``draft`` in sentence ``index`` or beside it.

    In a passage under a place that one holds, unless a sentence of the passage gives a nearer one.
    """
    found = _stated_beside(reading, index, draft, speaker)
    head = head_at(reading, draft.counted.start)
    if found is None and head is None:
        if draft.stretch is not None:
            return None
        return unnamed_of(reading, index, draft)
    if head is None or (found is not None and found.start >= reading.sentences[index].start):
        return found
    if found is not None and found.start > head.end and found.rank < head.rank:
        return found
    # Who is in custody in a country need not have been taken there.
    return found if head.rank == COUNTRY and draft.measure == "detained" else head


def _stated_beside(
    reading: Reading, index: int, draft: Draft, speaker: tuple[int, int] | None
) -> Mention | None:
    anchor = anchor_of(reading, index, draft)
    if points_back(draft.trigger):
        return there_of(reading, index, draft)
    here = places_left(reading, index, draft)
    here = in_its_stretch(reading, index, draft, here, lambda place: place.start)
    if draft.stretch is not None and (own := place_of_stretch(here, draft)) is not None:
        return own
    if is_elsewhere(reading, index, draft):
        return None
    own = right_ahead(reading, index, draft) or right_behind(reading.text.text, draft, here)
    own = own or place_for(
        reading.parsed[index],
        anchor,
        here,
        measure=draft.measure,
        speaker=speaker,
    )
    if own is None and reading.sentences[index].kind == "headline":
        own = next(iter(towns_left(reading.parsed[index], reading.places(index))), None)
    if own is not None and (own.rank < QUARTER or own.start < reading.sentences[index].start):
        return own
    if turned_away(reading, index) or of_another(draft.trigger):
        return own
    if own is not None and own.rank < REGION:
        return _finer(reading, index, draft, own) or own
    day = time_for(anchor, times_in_stretch(reading, index, draft), draft)
    if anchor.lower_ in words("places", "later_deaths") or (day and day.precision == "hour"):
        day = None
    for other in beside(reading, index, draft):
        found = place_stated(reading, other, last=other < index, strict=own is not None)
        if found is None or (own is not None and (other < index or found.rank >= REGION)):
            continue
        if other < index and of_one_apart(reading, other, draft.counted.low):
            continue
        if own is not None and not _of_the_same(reading, other):
            return own
        if day is not None:
            there = time_stated(reading, other, last=other < index, harm=anchor)
            if other < index and there is None:
                return own  # a sentence that gives its own day opens another event
            if there is not None and there.precision != "hour" and there.surface != day.surface:
                return own
        return found
    return own


def _of_the_same(reading: Reading, index: int) -> bool:
    """Whether a sentence tells more of the event that a country or region was named for."""
    sentence = reading.sentences[index]
    span = (reading.text.text, sentence.start, sentence.end)
    return definite_event(*span) or says_where(*span)


def _finer(reading: Reading, index: int, draft: Draft, town: Mention) -> Mention | None:
    """The street or building in ``town`` that the next sentence gives the event, if it gives one.

    "A woman was killed in Leeds. Officers were called to Mill Street": Mill Street in Leeds.
    """
    other = index + 1
    if other not in reading.parsed or turned_away(reading, other):
        return None
    sentence = reading.sentences[other]
    told = says_where(reading.text.text, sentence.start, sentence.end)
    if not (told or resumes(reading, other, draft)):
        return None
    found = place_stated(reading, other, last=False, strict=True)
    if found is None or found.rank > STREET or heals(found):
        return None
    named = [m for m in found.within if m.rank == TOWN]
    if named and all(fold(m.core) != fold(town.core) for m in named):
        return None
    day = time_for(anchor_of(reading, index, draft), reading.times(index), draft)
    there = time_stated(reading, other, last=False)
    if day is not None and there is not None and days_apart(day, there):
        return None
    return found if named else replace(found, within=(*found.within, town, *town.within))


def time_of(reading: Reading, index: int, draft: Draft, place: Mention | None) -> When | None:
    """The time stated for the harm of ``draft`` in sentence ``index`` or beside it.

    ``place``: what :func:`place_of` found; one of its own sentence that the other sentence does
    not share speaks against its time.
    """
    then = time_since(draft.trigger, reading.parsed[index], reading.published)
    if then is not None:
        return then
    found = _time_of(reading, index, draft, place)
    return None if found is None else days_before(reading, index, found)


def _time_of(reading: Reading, index: int, draft: Draft, place: Mention | None) -> When | None:
    anchor = anchor_of(reading, index, draft)
    own = time_of_stretch(reading, index, draft)
    here = times_in_stretch(reading, index, draft)
    own = own or time_for(anchor, here, draft)
    own = own or time_of_joined(reading, index, draft, here)
    clock = own is not None and own.precision == "hour"
    if (own is not None and not clock) or turned_away(reading, index):
        return own
    if of_another(draft.trigger):
        return own
    own_place = place if place and place.start >= reading.sentences[index].start else None
    for other in beside(reading, index, draft):
        if own_place is not None and _elsewhere(reading, other, own_place):
            continue
        held = draft.measure == "detained"
        found = time_stated(reading, other, last=other < index, harm=draft.trigger, held=held)
        if found is None or runs_to(found):
            continue  # to which day another count runs
        if of_others_counted(reading, index, other, found):
            continue
        if found.precision == "day":
            return found  # "about 9 p.m.", of the day named before
        if own is None:
            return found
    return own


def _elsewhere(reading: Reading, index: int, place: Mention) -> bool:
    """Whether a sentence tells of another town than ``place``."""
    other = place_stated(reading, index, last=True)
    if other is None or other.rank < TOWN or place.rank < TOWN:
        return False
    names, others = ({fold(m.core) for m in (one, *one.within)} for one in (place, other))
    return names.isdisjoint(others)
