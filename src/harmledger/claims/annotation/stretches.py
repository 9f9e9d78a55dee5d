"""Place and day of counts whose verb is told once: each has those of its own stretch.

"In Gao 40 were killed on Monday, in Mopti 12": Mopti is nothing to the 40, nor Gao to the 12; and
the Monday may be of both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from harmledger.claims.words.lexicon import alternatives, words

if TYPE_CHECKING:
    from harmledger.claims.annotation.reading import Reading
    from harmledger.claims.drafts.draft import Draft
    from harmledger.claims.places.mentions import Mention
    from harmledger.claims.times.dating import Dated
    from harmledger.records import When

__all__ = [
    "in_its_stretch",
    "is_elsewhere",
    "place_of_stretch",
    "time_of_stretch",
    "times_in_stretch",
]

_T = TypeVar("_T")


def in_its_stretch(
    reading: Reading, index: int, draft: Draft, found: Sequence[_T], start: Callable[[_T], int]
) -> list[_T]:
    """Those ``found`` in a sentence (at ``start``) that may be of ``draft``.

    Where its own stretch has any, only these; never those of another's stretch.
    """
    others = [d.stretch for d in reading.drafts.get(index, ()) if d.stretch is not None]
    if not others:
        return list(found)
    mine = draft.stretch
    if mine is not None:
        inside = [one for one in found if mine[0] <= start(one) < mine[1]]
        if inside:
            return inside
    return [one for one in found if not any(a <= start(one) < b for a, b in others)]


def place_of_stretch(here: Sequence[Mention], draft: Draft) -> Mention | None:
    """The place that the stretch of ``draft`` names: "... and in Mopti 12"."""
    start, end = draft.stretch or (0, 0)
    return next((m for m in here if m.locative and start <= m.start < end), None)


def time_of_stretch(reading: Reading, index: int, draft: Draft) -> When | None:
    """The time that the stretch of ``draft`` names."""
    start, end = draft.stretch or (0, 0)
    inside = (t.when for t in reading.times(index) if start <= t.when.offset < end)
    return next(inside, None)


def times_in_stretch(reading: Reading, index: int, draft: Draft) -> list[Dated]:
    """The times of a sentence that may be of ``draft``."""
    times = reading.times(index)
    return in_its_stretch(reading, index, draft, times, lambda time: time.when.offset)


@cache
def _placing() -> re.Pattern[str]:
    placing = words("grammar", "elided_places", "listed")
    return re.compile(rf"\b(?:{alternatives(placing)})\b", re.IGNORECASE)


def is_elsewhere(reading: Reading, index: int, draft: Draft) -> bool:
    """Whether a stretch has a place of its own, though no name: "... in Gao, in a hamlet five"."""
    if draft.stretch is None:
        return False
    start, end = draft.stretch
    dated = any(start <= time.when.offset < end for time in reading.times(index))
    return not dated and _placing().search(reading.text.text, start, end) is not None
