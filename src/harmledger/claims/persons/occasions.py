"""The events that one text tells of one after another: a list of shootings, "in a separate attack".

A text is cut where its words go over to another event; what is said on one side of a cut is not
said of those on the other side, unless a name ties them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["Occasions", "occasions_of"]

_BULLET = re.compile(r"^[ \t]*[•●▪◦*–-][ \t]*(?=\S)", re.MULTILINE)
#: Fewer bullets are no list of events.
_FEW = 2
_SENTENCE_START = re.compile(r"(?:^|[.!?][\"”’]?\s+|\n)(?=\S)")


class Occasions:
    """Where in a text another event begins."""

    def __init__(self, cuts: list[int], listed: bool) -> None:
        """``cuts``: in order, at code points of the text; ``listed``: the events are a list."""
        self._cuts = cuts
        self._listed = listed

    def differ(self, one: int, two: int) -> bool:
        """Whether two places of the text tell of different events.

        What stands before a list sums up all of it.
        """
        first, second = (bisect_right(self._cuts, place) for place in (one, two))
        return first != second and not (self._listed and 0 in {first, second})


@cache
def _other_event() -> re.Pattern[str]:
    other = alternatives(words("grammar", "separate_events"))
    event = alternatives(words("grammar", "separate_events", "incidents"))
    return re.compile(rf"\b(?:{other})\s+(?:[\w-]+\s+){{0,2}}?(?:{event})\b", re.IGNORECASE)


def occasions_of(text: str) -> Occasions:
    """The events that ``text`` tells of, as far as its form or its words set them apart."""
    bullets = [match.start() for match in _BULLET.finditer(text)]
    if len(bullets) >= _FEW:
        return Occasions(bullets, listed=True)
    starts = [match.end() for match in _SENTENCE_START.finditer(text)]
    cuts = {
        starts[bisect_right(starts, match.start()) - 1]
        for match in _other_event().finditer(text)
        if starts and starts[0] <= match.start()
    }
    return Occasions(sorted(cuts - {0}), listed=False)
