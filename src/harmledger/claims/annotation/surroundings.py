"""Place and time of a claim: of its own sentence, else of a sentence beside it.

"A shooting in Basra on Saturday. A boy was killed": the sentence before places and dates the harm.
Sentences farther off do not: what the text does not state for a harm stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.annotation.anchor import anchor_of
from harmledger.claims.annotation.reading import THERE_REACH, Reading
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.places.mentions import Mention
from harmledger.claims.places.placekinds import COUNTRY, REGION, TOWN
from harmledger.claims.places.where import heals, place_for, points_back
from harmledger.claims.times.dating import time_for
from harmledger.claims.words.eventwords import goes_on, is_event, turns_away
from harmledger.claims.words.gazetteer import fold, known_name
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word
from harmledger.records import When

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.drafts.draft import Draft

__all__ = ["place_of", "time_of"]


def place_of(
    reading: Reading, index: int, draft: Draft, speaker: tuple[int, int] | None
) -> Mention | None:
    """The place stated for the harm of ``draft`` in sentence ``index`` or beside it."""
    anchor = anchor_of(reading, index, draft)
    if points_back(draft.trigger):
        return _there(reading, index)
    own = place_for(
        reading.parsed[index],
        anchor,
        reading.places(index),
        measure=draft.measure,
        speaker=speaker,
    )
    if own is None and reading.sentences[index].kind == "headline":
        own = next(iter(_left(reading.parsed[index], reading.places(index))), None)
    if own is not None and (own.rank < REGION or own.start < reading.sentences[index].start):
        return own
    if _turns_away(reading, index):
        return own
    day = time_for(anchor, reading.times(index), draft)
    if anchor.lower_ in words("places", "later_deaths") or (day and day.precision == "hour"):
        day = None
    for other in _beside(reading, index, draft):
        found = _place_stated(reading, other, last=other < index, strict=own is not None)
        if found is None or (own is not None and (other < index or found.rank >= REGION)):
            continue
        if day is not None:
            there = _time_stated(reading, other, last=other < index, harm=anchor)
            if other < index and there is None:
                return own  # a sentence that gives its own day opens another event
            if there is not None and there.precision != "hour" and there.surface != day.surface:
                return own
        return found
    return own


def time_of(reading: Reading, index: int, draft: Draft, place: Mention | None) -> When | None:
    """The time stated for the harm of ``draft`` in sentence ``index`` or beside it.

    ``place``: what :func:`place_of` found; one of its own sentence that the other sentence does
    not share speaks against its time.
    """
    own = time_for(anchor_of(reading, index, draft), reading.times(index), draft)
    clock = own is not None and own.precision == "hour"
    if (own is not None and not clock) or _turns_away(reading, index):
        return own
    own_place = place if place and place.start >= reading.sentences[index].start else None
    for other in _beside(reading, index, draft):
        if own_place is not None and _elsewhere(reading, other, own_place):
            continue
        found = _time_stated(reading, other, last=other < index, harm=draft.trigger)
        if found is None:
            continue
        if own is None:
            return found
        if found.precision == "day":  # "about 9 p.m.", of the day named before
            return replace(own, start=found.start, end=found.end)
    return own


def _elsewhere(reading: Reading, index: int, place: Mention) -> bool:
    """Whether a sentence tells of another town than ``place``."""
    other = _place_stated(reading, index, last=True)
    if other is None or other.rank < TOWN or place.rank < TOWN:
        return False
    names, others = ({fold(m.core) for m in (one, *one.within)} for one in (place, other))
    return names.isdisjoint(others)


def _turns_away(reading: Reading, index: int) -> bool:
    sentence = reading.sentences[index]
    return turns_away(reading.text.text, sentence.start, sentence.end)


def _beside(reading: Reading, index: int, draft: Draft) -> Iterator[int]:
    """The sentences whose place and time may hold for this one, nearest first."""
    sentences = reading.sentences
    if sentences[index].kind == "headline":
        yield from (i for i in (index + 1, index + 2) if i in reading.parsed)
        return
    if index - 1 in reading.parsed and sentences[index - 1].kind != "headline":
        yield index - 1
    if index + 1 in reading.parsed and _resumes(reading, index + 1, draft):
        yield index + 1


def _resumes(reading: Reading, index: int, draft: Draft) -> bool:
    """Whether the next sentence goes on about the event, or speaks of the victim by name."""
    sentence = reading.sentences[index]
    text = reading.text.text
    there = {other.measure for other in reading.drafts.get(index, ())}
    if draft.measure == "detained" and there - {"detained"}:
        return False  # "Five were arrested over the attack. It killed 29 in May": not the arrests
    if goes_on(text, sentence.start, sentence.end):
        return True
    said = (draft.measure, draft.counted.low, draft.counted.high)
    again = [(d.measure, d.counted.low, d.counted.high) for d in reading.drafts.get(index, ())]
    if said in again and index in reading.lede():
        return True  # the opening said once more, at length
    name = text[draft.counted.start : draft.counted.end].split()[-1]
    named = draft.population is not None and draft.population.named
    return named and text.find(name, sentence.start, sentence.end) >= 0


def _place_stated(
    reading: Reading, index: int, *, last: bool, strict: bool = False
) -> Mention | None:
    """The place of the event that a sentence tells of; of several the last, or the first.

    ``strict``: only one that hangs on a harm or an event, not any that the sentence names (a
    country never counts unless it does).
    """
    parsed, here = reading.parsed[index], reading.places(index)
    if not here:
        return None
    drafts = reading.drafts.get(index, [])
    found = [
        place_for(parsed, anchor_of(reading, index, d), here, measure=d.measure) for d in drafts
    ]
    here = [m for m in here if not heals(m) or _struck(parsed.doc[m.token])]
    stated = [m for m in found if m in here]
    if not stated:
        told = [m for m in here if m.locative and not m.told and m.goal < 0]
        stated = [m for m in told if _of_event(parsed.doc[m.token])]
        stated = stated or [m for m in told if not strict and m.rank < COUNTRY]
        if not stated and not strict:
            stated = _left(parsed, here)
    return stated[-1 if last else 0] if stated else None


def _struck(token: Token) -> bool:
    """Whether an event stands before a place of healing: "the air strikes on the hospital"."""
    head = token.head
    return token.dep_ == "pobj" and head.head.pos_ == "NOUN" and is_event(head.head)


def _left(parsed: Parsed, here: list[Mention]) -> list[Mention]:
    """The one town that someone left or reached: "quits Kunduz", "has pulled out of Kunduz"."""
    towns = [m for m in here if not m.told and TOWN <= m.rank < COUNTRY and known_name(m.core)]
    moved = [
        m
        for m in towns
        if {t.lower_ for t in (parsed.doc[m.token], *parsed.doc[m.token].ancestors)}
        & words("places", "leaving")
    ]
    return moved if len(towns) == 1 else []


def _time_stated(reading: Reading, index: int, *, last: bool, harm: Token) -> When | None:
    """The time of the event that a sentence tells of; ``harm``: what it is wanted for."""
    here = reading.times(index)
    if not here:
        return None
    drafts = reading.drafts.get(index, [])
    dying = words("places", "later_deaths")
    if harm.lower_ not in dying and any(d.trigger.lower_ in dying for d in drafts):
        # "He was hurt in the crush. He died in March": not when he was hurt.
        drafts = [d for d in drafts if d.trigger.lower_ not in dying]
        here = [t for t in here if t.token.head.lower_ not in dying]
    found = [time_for(anchor_of(reading, index, d), here, d) for d in drafts]
    stated = [w for w in found if w is not None]
    if not stated:
        stated = [t.when for t in here if t.told is None and (t.event or _of_event(t.token))]
    return stated[-1 if last else 0] if stated else None


def _of_event(token: Token) -> bool:
    """Whether a place or time hangs on an event: "the shooting happened in Basra"."""
    for above in token.ancestors:
        if above.pos_ == "NOUN" and is_person_word(above.lower_):
            return False  # "the top official in the Middle East"
        if is_event(above) or above.lower_ in words("places", "responses"):
            return True
        if above.pos_ == "VERB":
            # "Was walking in Basra when someone fired at him".
            return any(
                c.dep_ in {"nsubj", "nsubjpass", "dobj", "advcl"} and is_event(c)
                for c in above.children
            )
    return False


def _there(reading: Reading, index: int) -> Mention | None:
    """What "there" points to: the last place named before."""
    for other in range(index - 1, max(-1, index - 1 - THERE_REACH), -1):
        if other in reading.parsed:
            placed = [m for m in reading.places(other) if m.locative and not m.told and m.goal < 0]
            if placed:
                return placed[-1]
    return None
