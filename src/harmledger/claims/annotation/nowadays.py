"""Harm of a report's own days, where the report looks back: at a march of remembrance, in court.

"Hundreds marched on Tuesday over the massacre of 1994. Thirteen protesters were injured": not then.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from harmledger.claims.annotation.eventday import event_day
from harmledger.claims.annotation.facts import HARMS
from harmledger.claims.annotation.looking_back import recent
from harmledger.claims.annotation.reading import Reading
from harmledger.claims.places.mentions import Mention
from harmledger.claims.places.placekinds import COUNTRY
from harmledger.claims.places.where import place_record
from harmledger.claims.words.eventwords import definite_event
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim, Story, When

__all__ = ["with_own_days"]

#: Paragraphs behind the gathering that still tell of it.
_BEHIND = 2


@cache
def _listed(term: str, key: str = "words") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('time', term, key))})\b", re.IGNORECASE)


def with_own_days(
    reading: Reading, claims: Iterable[Claim], context: Counter[str]
) -> Iterator[Claim]:
    """``claims`` of one text; those of its own days have the day that headline or lede give for
    them as the story's, and not that of the event it looks back on."""
    claims = list(claims)
    today = _today(reading) if _looks_far_back(reading, claims) else None
    if today is None:
        yield from claims
        return
    at, day = today
    here = [m for m in reading.places(at) if m.locative and not m.told and m.rank < COUNTRY]
    index_of = {sentence.start: n for n, sentence in enumerate(reading.sentences)}
    passage = -1
    for claim in claims:
        index = index_of[claim.sentence_start]
        paragraph = reading.sentences[index].paragraph
        stated = claim.when is not None and claim.when.offset >= claim.sentence_start
        undated = claim.scope == "event" and claim.measure in HARMS | {"detained"} and not stated
        scene = undated and _is_scene(reading, index, at)
        if undated and (scene or (passage == paragraph and not _tells_of_old(reading, index))):
            passage = paragraph
            own = claim.where if claim.where and claim.where.start >= claim.sentence_start else None
            place = here[0] if own is None and here and _marched(reading, at) else None
            if own is None and place is None and scene:
                place = _where_it_broke_out(reading, index)
            where = place_record(place, context) if place is not None else None
            claim = replace(claim, when=None, where=own, story=Story(where=where, when=day))
        yield claim


def _looks_far_back(reading: Reading, claims: Iterable[Claim]) -> bool:
    """Whether the event of the report, or what it counts in its opening, is of old."""
    last = max((reading.sentences[i].end for i in reading.lede()), default=0)
    opening = [c.when for c in claims if c.start < last and c.when is not None and c.when.start]
    if opening and not any(recent(reading, when) for when in opening):
        return True
    day = event_day(reading)
    return day is not None and day.start is not None and not recent(reading, day)


def _today(reading: Reading) -> tuple[int, When] | None:
    """The first sentence of headline and lede that gives a day of the report's own weeks."""
    for index in reading.lede():
        for time in reading.times(index):
            if time.when.precision == "day" and recent(reading, time.when):
                return index, time.when
    return None


def _is_scene(reading: Reading, index: int, at: int) -> bool:
    """Whether the sentence tells of a court's door or a rite, or of those who marched that day."""
    text, one = reading.text.text, reading.sentences[index]
    if _tells_of_old(reading, index):
        return False
    if _listed("own_scenes", "unrest").search(text, _sentence_before(reading, index), one.end):
        return True
    if _listed("own_scenes").search(text, one.start, one.end):
        return True
    near = one.paragraph - reading.sentences[at].paragraph <= _BEHIND
    if not (near and _listed("gathered", "people").search(text, one.start, one.end)):
        return False
    return _marched(reading, at) and not _gathered_then(reading)


def _where_it_broke_out(reading: Reading, index: int) -> Mention | None:
    """The place of "riots broke out in Gao", right before the sentence."""
    before = _sentence_before(reading, index)
    if before == reading.sentences[index].start:
        return None
    last = reading.sentences[index].start
    if not _listed("own_scenes", "unrest").search(reading.text.text, before, last):
        return None
    return next((m for m in reading.places(index - 1) if m.locative and not m.told), None)


def _sentence_before(reading: Reading, index: int) -> int:
    """Where the sentence before begins, if it is of the same paragraph and of no old time."""
    one, before = reading.sentences[index], reading.sentences[max(0, index - 1)]
    same = before.paragraph == one.paragraph and not _tells_of_old(reading, max(0, index - 1))
    return before.start if same else one.start


def _marched(reading: Reading, at: int) -> bool:
    one = reading.sentences[at]
    return _listed("gathered").search(reading.text.text, one.start, one.end) is not None


def _tells_of_old(reading: Reading, index: int) -> bool:
    """Whether a sentence gives an old time, or speaks of "the massacre", "the bomb"."""
    one = reading.sentences[index]
    text = reading.text.text
    if definite_event(text, one.start, one.end) or _listed("own_scenes", "then").search(
        text, one.start, one.end
    ):
        return True
    return any(
        time.when.start is not None and not recent(reading, time.when)
        for time in reading.times(index)
    )


def _gathered_then(reading: Reading) -> bool:
    """Whether those harmed in the event of old had gathered too: then none can be told apart."""
    text = reading.text.text
    return any(
        _listed("gathered", "people").search(
            text, reading.sentences[i].start, reading.sentences[i].end
        )
        for i in sorted(reading.parsed)
        if _tells_of_old(reading, i)
    )
