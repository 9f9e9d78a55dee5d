"""The day of the event that a text is about, wherever the text gives it.

A lede that says "on Friday" says of itself when; a court's ruling, an anniversary or an incident
form gives the day of the event elsewhere: behind a label ("Date: 9 May 2012"), behind the event
("the attack of 18 July 1994"), or counted from it ("one week after the car bomb").
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from itertools import islice

from harmledger.claims.annotation.behind_event import days_behind_event, owned_day
from harmledger.claims.annotation.counted_day import counted_day, times_in
from harmledger.claims.annotation.facts import HARMS
from harmledger.claims.annotation.looking_back import long_after, looks_back, recent
from harmledger.claims.annotation.reading import Reading
from harmledger.claims.places.related import of_another
from harmledger.claims.times.dating import Dated
from harmledger.claims.times.spans import days_apart
from harmledger.claims.times.when import find_times
from harmledger.claims.words.eventwords import is_event, turns_away
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import When

__all__ = ["event_day"]

#: Sentences of a text that are looked at for the day of its event.
_SENTENCES = 200
#: News tells of a day at most so long before it was written.
_NEWS = timedelta(days=14)
#: Times by which a report says that an event is of old.
_PAST = frozenset(("day", "month", "year", "season", "period"))


def event_day(reading: Reading) -> When | None:
    """The day (else the month or year) of the event that the text is about; None where unsaid."""
    if reading.event is None:
        reading.event = (_day_of_old(reading) if looks_back(reading) else _day_of_news(reading),)
    return reading.event[0]


def _day_of_news(reading: Reading) -> When | None:
    counted = counted_day(reading)
    return (
        _labelled(reading)
        or owned_day(reading)
        or _only_counted(reading, counted)
        or _of_lede(reading, back=False)
        or _behind(reading, counted, back=False)
        or _only_day(reading)
    )


def _day_of_old(reading: Reading) -> When | None:
    """Of a report that looks back: the day of a verdict or ceremony is not the event's."""
    counted = counted_day(reading)
    found = (
        _labelled(reading)
        or _only_counted(reading, counted)
        or _of_lede(reading, back=True)
        or _behind(reading, counted, back=True)
    )
    if found is not None or _tells_of_old(reading):
        return found
    if long_after(reading):
        return None
    # A report on charges may be of a deed of the same week.
    return _of_lede(reading, back=False)


def _behind(reading: Reading, counted: When | None, *, back: bool) -> When | None:
    days = days_behind_event(reading, back=back)
    return next((d for d in days if counted is None or not days_apart(d, counted)), counted)


def _tells_of_old(reading: Reading) -> bool:
    """Whether headline or lede name a time that lies before the weeks of the report."""
    for index in reading.lede():
        one = reading.sentences[index]
        for when in times_in(reading, one.start, one.end):
            known = when.start is not None and "X" not in when.start
            if known and when.precision in _PAST and not recent(reading, when):
                return True
    return False


def _only_day(reading: Reading) -> When | None:
    """The one day that headline and lede of news give, of the week before it was written.

    "A bomb brought down a wall on people who had gathered on Sunday": it hangs on no harm.
    """
    text = reading.text.text
    if reading.published is None:
        return None
    found: dict[str, When] = {}
    for index in reading.lede():
        one = reading.sentences[index]
        if turns_away(text, one.start, one.end) or _follows().search(text, one.start, one.end):
            return None
        for time in reading.times(index):
            if time.lasting or time.told is not None or _dates_arrest(reading, index, time):
                continue
            if time.when.precision != "day" or not time.when.start or "X" in time.when.start:
                return None
            found.setdefault(time.when.start, time.when)
    if len(found) != 1:
        return None
    (when,) = found.values()
    day = date.fromisoformat((when.start or "")[:10])
    return when if timedelta(0) <= reading.published - day <= _NEWS else None


@cache
def _follows() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('time', 'follow_ups'))})\b", re.IGNORECASE)


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


def _only_counted(reading: Reading, counted: When | None) -> When | None:
    """The day counted from the event, where that sentence counts no harm of its own day.

    "The first funerals were held on Sunday, two days after the siege"; but "a bomb killed five on
    Sunday, two days after the siege".
    """
    if counted is None or counted.precision != "day" or counted.offset is None:
        return None
    at = next(i for i, s in enumerate(reading.sentences) if counted.offset < s.end)
    return counted if at not in reading.drafts else None


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
            and not _dates_arrest(reading, index, time)
            and not (back and recent(reading, time.when))
        ]
        # "A man hurt in the bombing three weeks ago died on Saturday": not on Saturday.
        behind = [t.when for t in times if t.event is not None and t.when.precision == "week"]
        for time in times:
            if time.when.precision == "day":
                died = time.token.head.lower_ in dying or time.token.lower_ in dying
                return behind[0] if died and behind else time.when
    return None


def _dates_arrest(reading: Reading, index: int, time: Dated) -> bool:
    """ "Police arrested five on Tuesday over the bombing that killed 29": not of the bombing."""
    drafts = reading.drafts.get(index, ())
    held = {draft.trigger.i for draft in drafts if draft.measure == "detained"}
    harmed = any(draft.measure in HARMS for draft in drafts)
    verb = next((t for t in time.token.ancestors if t.pos_ == "VERB"), None)
    return harmed and verb is not None and verb.i in held


def _dates_event(time: Dated) -> bool:
    if of_another(time.token):
        return False
    if time.event is not None:
        return True
    for above in (time.token, *time.token.ancestors):
        if is_event(above):
            return True
        if above.pos_ == "VERB":
            return False
    return False
