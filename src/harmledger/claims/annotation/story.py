"""The place and day of the event that a story is about, as its headline or lede gives them.

A claim far down in a report states neither, and its own fields then stay empty; but which reports
tell of one event cannot be seen without them. So they are noted apart, as the story's.
"""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.places.clause import why_it_rose
from harmledger.claims.places.mentions import Mention
from harmledger.claims.places.placekinds import COUNTRY
from harmledger.claims.times.dating import Dated
from harmledger.claims.words.eventwords import definite_event, is_event, turns_away
from harmledger.claims.words.gazetteer import known_name
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word
from harmledger.records import When

__all__ = ["names_its_town", "of_the_story", "story_place", "story_time"]

#: Sentences behind the lede that still speak of its event unless they name another.
NEAR_LEDE = 1


def of_the_story(reading: Reading, index: int) -> bool:
    """Whether the sentence speaks of the event of the story.

    "The attack", "that strike" does; so does a sentence near the lede that names no other event.
    """
    sentence = reading.sentences[index]
    text = reading.text.text
    if definite_event(text, sentence.start, sentence.end):
        return True
    near = index <= max(reading.lede(), default=0) + NEAR_LEDE
    return near and not turns_away(text, sentence.start, sentence.end)


@cache
def _its_town() -> re.Pattern[str]:
    return re.compile(rf"\bthe\s+(?:{alternatives(words('places', 'its_town'))})\b", re.IGNORECASE)


def names_its_town(reading: Reading, index: int) -> bool:
    """Whether the sentence speaks of "the city" without its name: that of the story."""
    sentence = reading.sentences[index]
    return _its_town().search(reading.text.text, sentence.start, sentence.end) is not None


def story_place(reading: Reading) -> Mention | None:
    """The first town or site that headline or lede place something in, else that they name."""
    story = [
        m
        for i in reading.lede()
        for m in reading.places(i)
        if not why_it_rose(reading.parsed[i].doc[m.token])
    ]
    towns = [m for m in story if not m.told and m.goal < 0 and m.rank < COUNTRY]
    placed = [m for m in towns if m.locative]
    if not placed:
        text = reading.text.text
        placed = [m for m in towns if known_name(m.core) and not _whose_people(text, m)]
    return placed[0] if placed else None


def _whose_people(text: str, place: Mention) -> bool:
    """ "Students of Hill University were among the dead": where they study, not where they died."""
    before = text[max(0, place.start - 60) : place.start].split()
    if before[-1:] == ["the"]:
        before.pop()
    return before[-1:] == ["of"] and len(before) > 1 and is_person_word(before[-2].lower())


def story_time(reading: Reading) -> When | None:
    """The first day of headline or lede that hangs on a harm or an event."""
    for index in reading.lede():
        for time in reading.times(index):
            dates = time.told is None and not time.lasting and _dates_event(time)
            if dates and time.when.precision == "day":
                return time.when
    return None


def _dates_event(time: Dated) -> bool:
    if time.event is not None:
        return True
    for above in (time.token, *time.token.ancestors):
        if is_event(above):
            return True
        if above.pos_ == "VERB":
            return False
    return False
