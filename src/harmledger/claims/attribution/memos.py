"""Memoranda, letters and dispatches, whose lines above say whose they are: "FROM: The attaché"."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.attribution.hearing import Account
from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["memo_of"]

#: Lines from the start of a text among which its head stands.
_LINES = 10
_FROM = re.compile(
    r"^[ \t]*from[ \t]*:[ \t]*(?P<name>[^\n<(;,]{2,80}?)[ \t]*(?=[\n<(;,]|$)", re.I | re.M
)


@cache
def _others() -> re.Pattern[str]:
    labels = alternatives(words("reporting", "memo_heads"))
    return re.compile(rf"^[ \t]*(?:{labels})[ \t]*(?::|$)", re.IGNORECASE | re.MULTILINE)


def memo_of(text: str) -> Account | None:
    """The memorandum that all of the text is, told by whoever its line "From:" names."""
    end = 0
    for _ in range(_LINES):
        behind = text.find("\n", end)
        end = behind + 1 if behind >= 0 else len(text)
    found = _FROM.search(text, 0, end)
    if found is None or not _others().search(text, 0, end):
        return None
    return Account(start=found.end(), end=len(text), index=0, name=found.span("name"))
