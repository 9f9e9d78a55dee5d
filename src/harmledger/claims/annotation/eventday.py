"""The day of the event that a text is about, wherever the text gives it.

A lede that says "on Friday" says of itself when; a court's ruling, an anniversary or an incident
form gives the day of the event elsewhere: behind a label ("Date: 9 May 2012"), behind the event
("the attack of 18 July 1994"), or counted from it ("one week after the car bomb").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import islice

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.times.dating import Dated
from harmledger.claims.times.relative import years_before
from harmledger.claims.times.spans import days_apart
from harmledger.claims.times.timewords import names_time
from harmledger.claims.times.when import find_times
from harmledger.claims.words.eventwords import is_event, turns_away
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import parse_number
from harmledger.records import When

__all__ = ["event_day", "looks_back", "recent"]

#: Sentences of a text that are looked at for the day of its event.
_SENTENCES = 200
#: From so many days before publication on, a time in a report that looks back is not the report's.
_BACK = timedelta(days=60)


def event_day(reading: Reading) -> When | None:
    """The day (else the month or year) of the event that the text is about; None where unsaid."""
    if reading.event is None:
        back = looks_back(reading)
        counted = _counted(reading)
        day = _labelled(reading) or (
            counted if counted and _only_counted(reading, counted) else None
        )
        day = day or _of_lede(reading, back=back)
        if day is None:
            behind = _behind_event(reading, back=back)
            day = next(
                (d for d in behind if counted is None or not days_apart(d, counted)), counted
            )
            # A report on charges may be of a deed of the same week.
            day = day or (_of_lede(reading, back=False) if back else None)
        reading.event = (day,)
    return reading.event[0]


@cache
def _back() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('time', 'looking_back'))})\b", re.IGNORECASE)


def looks_back(reading: Reading) -> bool:
    """Whether headline or lede say that the report is of a court, an inquiry, an anniversary."""
    text = reading.text.text
    title = reading.text.title or ""
    told = (reading.sentences[i] for i in reading.lede())
    return bool(_back().search(title)) or any(_back().search(text, s.start, s.end) for s in told)


@cache
def _label() -> re.Pattern[str]:
    labels = alternatives(words("time", "date_labels"))
    return re.compile(rf"^[ \t]*(?:{labels})[ \t]*[:.]", re.IGNORECASE | re.MULTILINE)


def _labelled(reading: Reading) -> When | None:
    """ "Date: Monday 12 July 1993, about 10.15"."""
    text = reading.text.text
    for label in islice(_label().finditer(text), _SENTENCES):
        end = text.find("\n", label.end())
        end = end if end >= 0 else len(text)
        times = find_times(text, label.end(), end, reading.published)
        days = [when for when in times if when.precision == "day" and when.start]
        if len(days) == 1:  # "Friday, 3 May - Saturday, 4 May" is of a round of several
            return days[0]
    return None


def _times(reading: Reading, start: int, end: int) -> list[When]:
    text = reading.text.text
    if not names_time(text, start, end):
        return []
    return find_times(text, start, end, reading.published, reading.year_at(start))


def _only_counted(reading: Reading, counted: When) -> bool:
    """Whether the sentence that counts from the event counts no harm of its own day.

    "The first funerals were held on Sunday, two days after the siege"; but "a bomb killed five on
    Sunday, two days after the siege".
    """
    if counted.precision != "day" or counted.offset is None:
        return False
    at = next(i for i, s in enumerate(reading.sentences) if counted.offset < s.end)
    return at not in reading.drafts


def _of_lede(reading: Reading, *, back: bool) -> When | None:
    """The first day of headline or lede that hangs on a harm or an event."""
    dying = words("places", "later_deaths")
    for index in reading.lede():
        times = [
            time
            for time in reading.times(index)
            if time.told is None
            and not time.lasting
            and _dates_event(time)
            and not (back and recent(reading, time.when))
        ]
        # "A man hurt in the bombing three weeks ago died on Saturday": not on Saturday.
        behind = [t.when for t in times if t.event is not None and t.when.precision == "week"]
        for time in times:
            if time.when.precision == "day":
                died = time.token.head.lower_ in dying or time.token.lower_ in dying
                return behind[0] if died and behind else time.when
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


def recent(reading: Reading, when: When) -> bool:
    """Whether the time is one of the weeks before publication."""
    if reading.published is None or when.start is None or "X" in when.start:
        return False
    return date.fromisoformat(when.start) > reading.published - _BACK


@cache
def _events() -> str:
    return alternatives(words("grammar", "event_nouns") | words("time", "day_events"))


@cache
def _before() -> re.Pattern[str]:
    """An event, and what may stand between it and its day."""
    return re.compile(
        rf"\b(?:{_events()})\b(?:\s+(?:(?:of|in|at|on|near)\s+)?[\w.’'-]+){{0,6}},?\s*"
        r"(?:(?:of|on|in|from)\s+)?$",
        re.IGNORECASE,
    )


@cache
def _deed() -> re.Pattern[str]:
    """ "On 22 April ... the troops opened fire"."""
    return re.compile(rf"\b(?:{alternatives(words('time', 'day_deeds'))})\b", re.IGNORECASE)


def _behind_event(reading: Reading, *, back: bool) -> Iterator[When]:
    """Days that stand behind an event or beside a deed; then months and years of such."""
    coarse: list[When] = []
    for sentence in reading.sentences[:_SENTENCES]:
        for when in _of_sentence(reading, sentence):
            if when.start is None or (back and recent(reading, when)):
                continue
            if when.precision == "day":
                yield when
            elif when.precision in {"month", "period"}:
                coarse.append(when)
    yield from coarse


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[When]:
    text = reading.text.text
    if turns_away(text, sentence.start, sentence.end):
        return
    for when in _times(reading, sentence.start, sentence.end):
        if when.precision == "month" and not re.search(r"\d{4}", when.surface):
            continue
        before = text[max(sentence.start, when.offset - 90) : when.offset]
        done = _deed().search(text, sentence.start, sentence.end) is not None
        if not re.search(r"\d", when.surface):
            # A weekday may as well be that of a telling.
            done = done and when.precision == "day" and not _said().search(before)
            if done:
                yield when
        elif done or _before().search(before):
            yield when


@cache
def _said() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives(words('reporting', 'verbs'))})\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE
    )


@cache
def _from_event() -> re.Pattern[str]:
    """ "One week after the car bomb", "two days after the siege"."""
    return re.compile(
        r"\b(?P<count>an?|[\w-]+)\s+(?P<unit>day|week|month|year)s?\s+(?:after|since)\s+"
        rf"(?:[\w’'-]+,?\s+){{0,8}}?(?:{_events()}|{alternatives(words('time', 'day_deeds'))})\b",
        re.IGNORECASE,
    )


@cache
def _ago() -> re.Pattern[str]:
    """ "Twenty years on", "the 20th anniversary of"."""
    return re.compile(
        r"\b(?P<count>[\w-]+)\s+years\s+(?:on|later|ago\s+today)\b"
        r"|\b(?P<nth>\d+)(?:st|nd|rd|th)\s+anniversary\s+of\b",
        re.IGNORECASE,
    )


@cache
def _about() -> re.Pattern[str]:
    """ "More than three weeks after": no day can be counted from that."""
    return re.compile(r"\b(?:than|over|nearly|almost|about|around|some)\s+$", re.IGNORECASE)


def _counted(reading: Reading) -> When | None:
    """A time counted from the event in headline or lede, seen from publication."""
    published, text = reading.published, reading.text.text
    if published is None:
        return None
    for index in reading.lede():
        one = reading.sentences[index]
        found = _from_event().search(text, one.start, one.end)
        if found and _about().search(text[max(0, found.start() - 20) : found.start()]):
            continue
        if found and (count := _number(found["count"])):
            return _before_day(published, count, found["unit"].lower(), found)
        found = _ago().search(text, one.start, one.end)
        if found and (count := _number(found["count"] or found["nth"])):
            when = _before_day(published, count, "year", found)
            # "On Wednesday, twenty years on, people came": the day itself comes round.
            today = any(
                other.precision == "day" and other.start == published.isoformat()
                for other in _times(reading, one.start, one.end)
            )
            return replace(when, precision="day") if when is not None and today else when
    return None


def _number(words_: str) -> int | None:
    return 1 if words_.lower() in {"a", "an"} else parse_number(words_)


def _before_day(published: date, count: int, unit: str, found: re.Match[str]) -> When | None:
    days = count * {"day": 1, "week": 7, "month": 30}.get(unit, 0)
    if not 0 < count < (150 if unit == "year" else 400):
        return None
    day = years_before(published, count) if unit == "year" else published - timedelta(days=days)
    precision = "day" if unit in {"day", "week"} and days <= _FINE else unit
    told = day.isoformat()
    return When(start=told, end=told, precision=precision, surface=found[0], offset=found.start())


#: Up to so many days, a count of days or weeks names the day.
_FINE = 14
