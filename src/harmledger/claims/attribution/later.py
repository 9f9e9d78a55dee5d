"""Sources that a later sentence names: "At least 56 died. ... The figures are the clinics'."."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.attribution.hearing import Hearing
from harmledger.claims.attribution.speakers import is_source, kind_of, speaker_at
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

__all__ = ["figures_told_behind", "noted_beside"]

#: Sentences ahead among which the source of the figures may be named.
AHEAD = 4


@cache
def _told_behind() -> re.Pattern[str]:
    figures = r"(?:figures?|numbers?|tolls?|counts?|tally|totals?|estimates?)"
    given = alternatives(words("reporting", "kept"))
    name = r"(?P<name>(?:(?:the|an?)\s)?[^\W\d_][^.;:,!?()\n]{2,60}?)"
    return re.compile(
        rf"(?:the|these|those|both|all)\s(?:\w+\s)?{figures}\s"
        rf"(?:(?:come|comes|came|stems?)\sfrom|(?:are|is|were|was)\s(?:those|that)\sof"
        rf"|(?:are|is|were|was|have\sbeen|has\sbeen)\s(?:{given})\sby)\s{name}(?=[.;:,!?(]|$)",
        re.IGNORECASE,
    )


@cache
def _confirmed() -> re.Pattern[str]:
    """ "This was confirmed by the ministry"."""
    return re.compile(
        r"(?:this|that|the\s(?:news|report|figure|toll|number))\s(?:was|has\sbeen|is)\s(?:later\s|also\s)?"
        r"confirmed\sby\s(?P<name>(?:(?:the|an?)\s)?[^\W\d_][^.;:,!?()\n]{2,60}?)"
        r"(?=[.;:,!?(]|\son\s|\sand\s|$)",
        re.IGNORECASE,
    )


@cache
def _counted_behind() -> re.Pattern[str]:
    """ "The league counted them on foot", "the clinic obtained the names"."""
    verbs = alternatives(words("reporting", "counting"))
    return re.compile(
        rf"(?P<name>[^\W\d_][^.;:,!?()\n]{{1,60}}?)\s(?:(?:has|have|had)\s)?(?:{verbs})\s"
        rf"(?:them|these|(?:the|their|all)\s(?:names|dead|bodies|ruins|graves))\b"
    )


#: "Source: the clinic", "Recorded by: the clinic", behind a list or a sentence.
_SOURCE = re.compile(
    r"(?:^|\n|[.;)\]]\s|\n\s*[-•*]\s*)\(?(?:Sources?|(?:Recorded|Compiled|Reported|Counted) by):\s"
    r"(?P<name>[^\W\d_][^.;:,!?()\n]{1,60}?)(?=[.;:,)\n]|$)"
)
#: Characters behind a sentence in which its source may be noted.
_NOTED = 600


def _noted(voices: Hearing, index: int) -> Speaker | None:
    text, one = voices.text, voices.sentences[index]
    end = min(len(text), one.end + _NOTED)
    blank = text.find("\n\n", one.end, end)
    blank = text.find("\n\n", blank + 2, end) if blank >= 0 else blank
    return _named(text, max(one.start, one.end - 1), end if blank < 0 else blank)


def noted_beside(text: str, start: int, end: int) -> Speaker | None:
    """The source that a record names in a line of its own, of a figure at ``start:end`` in it."""
    first = text.rfind("\n\n", max(0, start - _NOTED), start) + 1
    last = text.find("\n\n", end, end + _NOTED)
    return _named(text, first or max(0, start - _NOTED), last if last >= 0 else end + _NOTED)


def _named(text: str, start: int, end: int) -> Speaker | None:
    found = _SOURCE.search(text, start, end)
    name = found["name"] if found is not None else ""
    if found is None or not is_source(name) or kind_of(name) == "media" or "/" in name:
        return None
    return speaker_at(text, *found.span("name"))


def figures_told_behind(voices: Hearing, index: int) -> Speaker | None:
    """Whose the figures of a sentence are, where one of the next sentences says so."""
    for place, ahead in enumerate(voices.sentences[index + 1 : index + 1 + AHEAD]):
        found = _told_behind().match(voices.text, ahead.start, ahead.end)
        if found is None and not place:
            found = _confirmed().match(voices.text, ahead.start, ahead.end)
        if found is None and not place:
            found = _counted_behind().match(voices.text, ahead.start, ahead.end)
        if found is not None:
            body = is_source(found["name"]) or found["name"][:1].isupper()
            return speaker_at(voices.text, *found.span("name")) if body else None
    return _noted(voices, index)
