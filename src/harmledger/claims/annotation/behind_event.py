"""Days that a text gives behind its event or beside a deed: "the attack of 18 July 1994"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from harmledger.claims.annotation.counted_day import event_words, times_in
from harmledger.claims.annotation.looking_back import recent
from harmledger.claims.annotation.reading import Reading
from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.words.eventwords import turns_away
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import When

__all__ = ["days_behind_event", "owned_day"]

#: Sentences of a text that are looked at for the day of its event.
_SENTENCES = 200


@cache
def _owned() -> re.Pattern[str]:
    """ "Friday's violence", "yesterday's bombing"."""
    nouns = rf"{event_words()}|{alternatives(words('time', 'owned_events'))}"
    return re.compile(
        rf"\b(?P<day>[A-Z][a-z]+day|[Yy]esterday)[’']s\s+(?:[\w-]+\s+){{0,3}}?(?:{nouns})\b"
    )


def owned_day(reading: Reading) -> When | None:
    """The day that headline or lede give the event itself, whatever befell on another since."""
    text = reading.text.text
    for index in reading.lede():
        one = reading.sentences[index]
        for found in _owned().finditer(text, one.start, one.end):
            for when in times_in(reading, one.start, one.end):
                here = found.start("day") <= when.offset + len(when.surface) <= found.end()
                if here and when.precision == "day" and when.start:
                    return when
    return None


@cache
def _before() -> re.Pattern[str]:
    """An event, and what may stand between it and its day."""
    return re.compile(
        rf"\b(?:{event_words()})\b(?:\s+(?:(?:of|in|at|on|near)\s+)?[\w.’'-]+){{0,6}},?\s*"
        r"(?:(?:of|on|in|from)\s+)?$",
        re.IGNORECASE,
    )


@cache
def _deed() -> re.Pattern[str]:
    """ "On 22 April ... the troops opened fire"."""
    return re.compile(rf"\b(?:{alternatives(words('time', 'day_deeds'))})\b", re.IGNORECASE)


def days_behind_event(reading: Reading, *, back: bool) -> Iterator[When]:
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
    for when in times_in(reading, sentence.start, sentence.end):
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
