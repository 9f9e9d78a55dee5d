"""Labels before a value: what they may say of who counted, and whether they go on with a count."""

from __future__ import annotations

import re

from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.laid.headings import HEADING
from harmledger.claims.laid.heads import head_of
from harmledger.claims.words.gazetteer import countries_in
from harmledger.claims.words.lexicon import words

__all__ = ["BRACKET", "goes_on", "plain", "source_in"]

#: Characters of a body's letters, at most: longer words in capitals are names.
_LETTERS = 5
_ACRONYM = re.compile(r"(?:the\s+)?[A-Z][A-Za-z]*[A-Z]{1,}[A-Za-z]*(?:[-/][\w]+)*$")
BRACKET = re.compile(r"\(([^()]{2,60})\)")


def plain(label: str) -> bool:
    """Whether a label under a heading may be a source or a place, and nothing that is counted."""
    every = {word.strip("(),.:").lower() for word in BRACKET.sub("", label).split()}
    return len(every) <= HEADING + 2 and not every & words("laid_out", "not_heads")


def goes_on(label: str) -> bool:
    """Whether it names no measure of its own: "updated", "lowest estimate"."""
    every = {word.strip("(),.:").lower() for word in label.split()}
    return plain(label) and bool(every & words("laid_out", "inherit"))


def source_in(text: str, left: int, right: int) -> tuple[int, int] | None:
    """Who counted, where a label says so: "ICRC, final", "Arrivals (UNHCR estimate)"."""
    label = text[left:right]
    spots = [(left, left + len(re.split(r"[,(]", label, maxsplit=1)[0].rstrip()))]
    spots += [(left + m.start(1), left + m.end(1)) for m in BRACKET.finditer(label)]
    for start, end in spots:
        told = text[start:end]
        last = next(
            (w for w in reversed(told.split()) if w.lower() in words("laid_out", "inherit")), None
        )
        if last is not None and len(told.split()) > 1:
            told = told[: told.rindex(last)].rstrip()
            end = start + len(told)
        if told and head_of(told) is None and (kind_of(told) != "other" or _body(told)):
            return start, end
    return None


def _body(name: str) -> bool:
    """Whether a name is the letters of a body ("ICRC", "HRW") and not a place in capitals."""
    return bool(_ACRONYM.match(name)) and len(name) <= _LETTERS and not countries_in([name])
