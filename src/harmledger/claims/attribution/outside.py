"""Whose a figure is that stands outside sentences: in a list, behind a label, as an answer."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.attribution.around import those_around
from harmledger.claims.attribution.beside import counted_behind, counts
from harmledger.claims.attribution.columns import in_column
from harmledger.claims.attribution.footnotes import footnoted
from harmledger.claims.attribution.hearing import Hearing
from harmledger.claims.attribution.later import noted_beside
from harmledger.claims.attribution.marked import bracketed, headed, labelled
from harmledger.claims.attribution.speakers import is_source, kind_of, speaker_at
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

__all__ = ["in_list", "source_outside"]

#: Lines above a figure among which the heading of its list is looked for, and words of one.
_ABOVE, _HEADING = 14, 10
#: Characters of a line that are looked at.
_REACH = 300
#: What a line of a list begins with.
_ITEM = re.compile(
    r"\s*(?:[-•*–>▪·]|\(?\d|(?:at least|about|some|over|more than|nearly|no|none|several|many"
    r"|(?:tens of |hundreds of )?thousands|hundreds|scores|dozens)\b)",
    re.IGNORECASE,
)
_BY = re.compile(r"\s*(?:according to|from|source:|by)\s+(?=\S)", re.IGNORECASE)


@cache
def _answer() -> re.Pattern[str]:
    """ "Thirty-one, the government says.": the answer to a question, and who gives it."""
    told = alternatives(words("reporting", "say") | words("reporting", "tell"))
    name = r"(?:(?:the|an?)\s)?[^\W\d_][\w’'.-]*(?:\s[\w’'.-]+){0,5}?"
    return re.compile(
        rf"(?:\s\w+){{0,2}},\s(?:(?P<who>{name})\s(?:{told})\b|(?:{told})\s(?P<by>{name})(?=[.;,(]|$)"
        rf"|according\sto\s(?P<to>{name})(?=[.;,(]|$))",
        re.IGNORECASE,
    )


def source_outside(voices: Hearing, index: int, start: int, end: int) -> Speaker | None:
    """The source of the figure ``text[start:end]``, which begins in the sentence ``index``."""
    text = voices.text
    found = in_column(text, start) or counted_behind(text, start, end)
    found = found or bracketed(text, end, alone=True) or labelled(text, start)
    if found is not None:
        return found
    answered = _answer().match(text, end)
    if answered is not None:
        group = next(g for g, told in answered.groupdict().items() if told)
        if counts(answered[group]):
            return speaker_at(text, *answered.span(group))
    around = next(iter(those_around(voices, index, start)), None)
    over = _over(text, start) or around or noted_beside(text, start, end)
    return over or footnoted(text, end)


def in_list(text: str, start: int) -> Speaker | None:
    """The source over a list, of a figure that stands in a line of it."""
    line = text.rfind("\n", max(0, start - _REACH), start) + 1
    end = text.find("\n", start, start + _REACH)
    told = text[line : end if end >= 0 else len(text)]
    if not line or not _ITEM.match(told) or len(told) > _REACH:
        return None
    plain = len(told.split()) <= _HEADING and told.rstrip()[-1:] not in {".", "!", "?"}
    return _over(text, start) if plain else None


def _told(name: str) -> bool:
    """Whether a heading's own words say that it names a source; "OTHER NEWS" names none."""
    return is_source(name) and kind_of(name) != "media"


def _over(text: str, start: int) -> Speaker | None:
    """The source that the heading over a list names: "Ministry of Health", "From the clinics:"."""
    line = text.rfind("\n", max(0, start - _REACH), start) + 1
    for _ in range(_ABOVE):
        if not line:
            return None
        end = line - 1
        line = text.rfind("\n", max(0, end - _REACH), end) + 1
        told = text[line:end]
        if not told.strip() or _ITEM.match(told):
            continue
        by_colon = headed(text, line, end)
        if by_colon is not None:
            return by_colon
        opener = _BY.match(told)
        begins = opener.end() if opener else len(told) - len(told.lstrip())
        name = told[begins:].rstrip(" :")
        if len(name.split()) > _HEADING or name.endswith((".", "!", "?")):
            return None
        # "Army", over a list of losses, says who was hurt.
        alone = " " not in name.strip() and kind_of(name) in {"belligerent", "authority"}
        if not counts(name) or not _told(name) or (alone and opener is None):
            return None
        return speaker_at(text, line + begins, line + begins + len(name))
    return None
