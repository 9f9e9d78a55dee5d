"""The place and day of the event that a story is about, as its headline or lede gives them.

A claim far down in a report states neither, and its own fields then stay empty; but which reports
tell of one event cannot be seen without them. So they are noted apart, as the story's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from harmledger.claims.annotation.aside import is_aside
from harmledger.claims.annotation.looking_back import looks_back
from harmledger.claims.annotation.reading import Reading
from harmledger.claims.places.clause import beside_the_past, why_it_rose
from harmledger.claims.places.mentions import Mention
from harmledger.claims.places.placekinds import COUNTRY, TOWN
from harmledger.claims.places.related import of_another
from harmledger.claims.times.calendarwords import names_time
from harmledger.claims.words.eventwords import definite_event, turns_away
from harmledger.claims.words.gazetteer import great_city, in_world, known_name
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word

__all__ = ["names_its_town", "of_the_story", "story_place"]

#: A name of one word or more.
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
#: The place of a dateline.
_HEAD = re.compile(r"[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,2}\b(?=[,. ])")
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
    """The first town or site that headline or lede place something in, else that they name.

    Before that the one of a line that says so ("Place: Mill Street"), behind it the one that an
    event is named by ("the hostages of Beslan"), and where no other is named that of the dateline.
    """
    if reading.about is None:
        reading.about = (_labelled(reading) or _of_lede(reading) or _dateline(reading),)
    return reading.about[0]


def _labelled(reading: Reading) -> Mention | None:
    text = reading.text.text
    for index in reading.lede():
        one = reading.sentences[index]
        if _place_label().match(text, one.start, one.end):
            found = [m for m in reading.places(index) if not m.told and m.rank < COUNTRY]
            if found:
                return found[0]
            for known in _NAME.finditer(text, one.start, one.end):
                if great_city(known[0], least=0):
                    return _town(known.start(), known.end(), known[0])
    return None


def _town(start: int, end: int, name: str, core: str = "") -> Mention:
    return Mention(start, end, name, -1, TOWN, core or name, locative=True, told=False)


@cache
def _place_label() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('places', 'place_labels'))})[ \t]*:", re.IGNORECASE)


def _of_lede(reading: Reading) -> Mention | None:
    text = reading.text.text
    story = [
        m
        for i in reading.lede()
        for m in reading.places(i)
        if not why_it_rose(reading.parsed[i].doc[m.token])
        and not beside_the_past(reading.parsed[i].doc[m.token])
        and not of_another(reading.parsed[i].doc[m.token])
        and not _of_something(text, m)
        and not is_aside(reading, i, m)
    ]
    towns = [m for m in story if not m.told and m.goal < 0 and m.rank < COUNTRY]
    placed = [m for m in towns if m.locative]
    if placed:
        return placed[0]
    # "A lorry was driven into a bank in the Sri Lankan capital": where the harm itself is told.
    reached = [
        m
        for i in reading.lede()
        if i in reading.drafts or i + 1 in reading.drafts
        for m in reading.places(i)
        if not is_aside(reading, i, m)
        and m.locative
        and m.goal >= 0
        and not m.told
        and m.rank == TOWN
        and known_name(m.core)
        and not of_another(reading.parsed[i].doc[m.token])
    ]
    if reached:
        return reached[0]
    named = next(_named_by(reading), None)
    if named is not None:
        return named
    known = [m for m in towns if known_name(m.core) and not _whose_people(text, m)]
    return known[0] if known else None


def _of_something(text: str, place: Mention) -> bool:
    """ "A strike by Canberra and Buccaneer aircraft", "the Commission on the Truth": no place."""
    before = text[max(0, place.start - 20) : place.start].split()
    unknown = place.rank == TOWN and not known_name(place.core) and not place.kind
    behind = text[place.end : place.end + 30].lower().split()[:3]
    if not words("time", "looking_back").isdisjoint(word.strip(".,") for word in behind):
        return True  # "a Basra district court"
    return before[-1:] == ["by"] or (before[-2:] == ["on", "the"] and unknown)


@cache
def _event_of() -> re.Pattern[str]:
    """ "The hostages of Beslan", "the dead of Qana", "attack at Omagh", "the Omagh bombing"."""
    events = words("grammar", "event_nouns") | words("time", "day_events")
    nouns = alternatives(events - {"hospital", "fire", "incident"})
    name = _NAME.pattern
    return re.compile(
        rf"\b(?i:(?:{alternatives(words('places', 'those_of'))})\s+(?:of|at)"
        rf"|(?:{nouns})\s+(?:of|in|near|(?P<at>at)))"
        rf"\s+(?P<behind>{name})|\b(?P<before>{name})\s+(?:[a-z]+\s+)?(?i:{nouns}|toll)\b"
    )


def _named_by(reading: Reading) -> Iterator[Mention]:
    """The towns that headline and lede name the event by; but for "at" the gazetteer has them."""
    text = reading.text.text
    for index in reading.lede():
        one = reading.sentences[index]
        for found in _event_of().finditer(text, one.start, one.end):
            start, end = found.span("behind" if found["behind"] else "before")
            name = text[start:end]
            dated = names_time(text, start, end)  # "the bombings of March 11"
            if dated or in_world(name):
                continue
            # "The massacre at Oradour": a village, whether the gazetteer has it or not.
            if great_city(name, least=0) or found["at"]:
                yield _town(start, end, name)


def _dateline(reading: Reading) -> Mention | None:
    """ "MADRID, March 23 - ": where the report was written, if the lede names no place at all."""
    text = reading.text.text
    first = next((s for s in reading.sentences if s.kind == "body"), None)
    if looks_back(reading):
        return None  # the court's or the mourners' town
    if first is None or any(m.rank < COUNTRY for i in reading.lede() for m in reading.places(i)):
        return None
    line = text.rfind("\n", 0, first.start) + 1
    found = _HEAD.match(text, line, first.start)
    if found is None:
        return None
    name = found[0].title()
    if not great_city(name, least=0):
        return None
    return _town(found.start(), found.end(), found[0], name)


def _whose_people(text: str, place: Mention) -> bool:
    """ "Students of Hill University were among the dead": where they study, not where they died."""
    before = text[max(0, place.start - 60) : place.start].split()
    if before[-1:] == ["the"]:
        before.pop()
    return before[-1:] == ["of"] and len(before) > 1 and is_person_word(before[-2].lower())
