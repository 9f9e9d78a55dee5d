"""What goes on behind a value outside sentences: ", of whom 40 children", "; later 51"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from harmledger.claims.laid.figure import Laid, value_at
from harmledger.claims.laid.heads import head_of
from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["further"]

#: A noun behind the value, before more of it is told.
_NOUN = re.compile(r"(?:\s+[A-Za-z'’-]+){0,4}?(?=\s*[,;(]|\s+(?:of|incl|including|and)\b)")
#: Further values of one line, at most.
_MOST = 6


@cache
def _links() -> re.Pattern[str]:
    parts = alternatives(words("laid_out", "part_links"))
    steps = alternatives(words("laid_out", "step_links"))
    return re.compile(
        rf"[,;]?\s*\(?(?:(?P<part>{parts})|(?P<step>{steps})|(?P<and>,|and))\s+(?=\S)",
        re.IGNORECASE,
    )


def further(text: str, whole: Laid, stop: int) -> Iterator[Laid]:
    """The values behind ``whole``, up to ``stop``: its parts, or later counts of the same."""
    at, parts = whole.end, False
    for _ in range(_MOST):
        if parts or at == whole.end:
            noun = _NOUN.match(text, at, stop)
            at = noun.end() if noun else at
        link = _links().match(text, at, stop)
        if link is None or (link["and"] and not parts):
            return
        value = value_at(text, link.end(), stop)
        if value is None:
            return
        quantity, behind = value
        if link["part"] or link["and"]:
            parts = True
        own = head_of(behind)
        if own is not None and own.measure != whole.measure:
            return
        yield replace(
            whole,
            told=quantity,
            noun=behind if parts else f"{whole.noun} {behind}",
            whole=whole.start if parts else None,
            weak=False,
        )
        at = quantity.end
