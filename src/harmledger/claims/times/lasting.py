"""Days on which something long began: "the three-week operation that began on 27 December"."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["begins_long"]

#: Characters before a day in which what began then stands.
_REACH = 110


@cache
def _pattern() -> re.Pattern[str]:
    """A war or campaign that began then; a siege or an assault, where it is told to have lasted."""
    began = alternatives(words("time", "beginnings") | words("time", "launched"))
    wars = alternatives(words("time", "long_events"))
    others = alternatives(words("time", "drawn_out_events"))
    long = r"\w+[\s-](?:week|month|year)s?(?:[\s-]long)?\s+(?:[\w-]+\s+){0,2}?"
    of = r"(?:\s+(?:of|in|on|against|around|over|with)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+)?"
    return re.compile(
        rf"\b(?:{wars}|{long}(?:{others})){of},?\s+"
        rf"(?:(?:that|which)\s+)?(?:(?:had|was|were)\s+)?(?:{began})\s+$",
        re.IGNORECASE,
    )


def begins_long(text: str, offset: int) -> bool:
    """Whether the day at ``offset`` is told as the first of something that lasted for long.

    What is counted over it was not all done on that day.
    """
    return _pattern().search(text, max(0, offset - _REACH), offset) is not None
