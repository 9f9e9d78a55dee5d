"""The days meant by "in the week before": those before the day that the text gave shortly ahead."""

from __future__ import annotations

from collections.abc import Iterator

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.annotation.stated import time_stated
from harmledger.claims.times.prior import resolved
from harmledger.records import When

__all__ = ["days_before"]

#: Sentences ahead in which the event stands that it was before.
_BACK = 3


def days_before(reading: Reading, index: int, when: When) -> When:
    """``when``, stated in sentence ``index``, as days where it is told as before another event."""
    return resolved(when, _days_ahead(reading, index, when))


def _days_ahead(reading: Reading, index: int, when: When) -> Iterator[When]:
    """The days of this sentence and of those shortly before it, the nearest first."""
    own = (time for time in reading.times(index) if time.told is None)
    yield from (time.when for time in own if time.when.offset != when.offset)
    for other in range(index - 1, max(-1, index - 1 - _BACK), -1):
        if other in reading.parsed:
            day = time_stated(reading, other, last=True)
            yield from () if day is None else (day,)
