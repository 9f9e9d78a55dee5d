"""Days and names that a report tells beside its claims, by which its event may be another's.

A court gives the day of the deed where it says who was convicted, and a dateline or a hospital can
stand for the town of the event. So where days or places of two reports contradict each other, it
is looked whether either names that of the other. What the report tells of other events is theirs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from harmledger.claims import days_named
from harmledger.dates import Span, day_number
from harmledger.incidents.events import LocalEvent
from harmledger.incidents.telling import plain_name
from harmledger.places import name_key
from harmledger.records import Text, Where

__all__ = ["day_in", "days_beside", "names_beside", "names_place"]

#: Characters of a report in which other days are looked for, and how many are kept.
_READ = 6000
_MOST_DAYS = 12

#: Shorter names of places are no evidence.
_LETTERS = 4

_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")


def days_beside(text: Text | None, others: Iterable[LocalEvent]) -> frozenset[int]:
    """The days (ordinals) that the report names with their month, but for those of its other events
    and those behind its publication."""
    if text is None:
        return frozenset()
    published = day_number(text.published_at)
    day = date.fromordinal(published) if published is not None else None
    taken = [span for event in others for span in event.spans if not span.yearless]
    found: dict[int, None] = {}
    blocks = [(b.start, b.end) for b in text.blocks if b.kept] or [(0, len(text.text))]
    left = _READ
    for start, end in blocks:
        for named in days_named(text.text, start, min(end, start + left), day):
            number = named.toordinal()
            if published is None or number <= published:
                found[number] = None
        left -= end - start
        if left <= 0:
            break
    free = [n for n in found if not any(s.low <= n <= s.high and not s.coarse for s in taken)]
    return frozenset(free[:_MOST_DAYS])


def names_beside(
    opening: str, places: Sequence[Where], others: Iterable[LocalEvent]
) -> frozenset[str]:
    """The words of names in headline and opening, but for the places of the report's other
    events."""
    own = {word for place in places for word in name_key(place.name)}
    taken = {w for event in others for place in event.places for w in name_key(place.name)} - own
    gone = set(map(_plain, taken))
    return frozenset(map(_plain, _NAME.findall(opening))) - gone


def _plain(word: str) -> str:
    """As compared: "Duékoué" and "DUEKOUE" are one."""
    letters = unicodedata.normalize("NFKD", plain_name(word))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def day_in(span: Span | None, days: frozenset[int]) -> int | None:
    """The one of the days that dates an event; None where none does."""
    if span is None or span.coarse or span.yearless:
        return None
    return next((day for day in range(span.low, span.high + 1) if day in days), None)


def names_place(place: Where | None, named: frozenset[str]) -> bool:
    """Whether all words of a place's name are among those named."""
    words = [_plain(word) for word in name_key(place.name)] if place is not None else []
    return any(len(word) >= _LETTERS for word in words) and named.issuperset(words)
