"""Sources in notes: "41 died.[1] ... [1] Ministry of Health, press release", "60 dead* ... * The
mayor's figure"."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.attribution.beside import counts
from harmledger.claims.attribution.speakers import speaker_at
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

__all__ = ["footnoted"]

#: Characters behind a figure in which its mark stands.
_REACH = 200
#: Characters behind the mark in which its note is looked for.
_NOTES = 20_000
_MARK = re.compile(r"\[(?P<a>\d{1,2})\]|\((?P<b>\d{1,2})\)|(?P<c>(?<=[\w.,”\"])\*{1,3})(?!\w)")
#: The end of the sentence, or another number: a mark behind it is not of the figure.
_OTHER = re.compile(r"[.!?][\"”’)]*(?!\s*[\[(*])\s|\n")


@cache
def _note() -> re.Pattern[str]:
    """What a note says before the name, and the name."""
    ahead = alternatives(words("reporting", "before_noted"))
    return re.compile(
        rf"\s*(?:(?:{ahead})\s+)?(?P<name>(?:(?:the|an?)\s)?[^\W\d_][^.;:,()\n]{{1,60}}?)"
        r"(?:['’]s?\s(?:figure|count|estimate|tally|toll)s?)?\s*(?=[.;:,(\n]|$)",
        re.IGNORECASE,
    )


def footnoted(text: str, end: int) -> Speaker | None:
    """The source in the note to which a mark behind the figure, which ends at ``end``, points."""
    mark = _MARK.search(text, end, end + _REACH)
    if mark is None or _OTHER.search(text, end, mark.start()):
        return None
    told = next(one for one in mark.groups() if one)
    if told[0] == "*":
        opens = rf"^[ \t]*{re.escape(told)}(?!\*)"
    else:
        opens = rf"^[ \t]*(?:\[{told}\]|\({told}\)|{told}[.)]|\^{told})[.:]?(?=\s)"
    note = re.compile(opens, re.MULTILINE).search(text, mark.end(), mark.end() + _NOTES)
    name = _note().match(text, note.end()) if note is not None else None
    if name is None or not counts(name["name"]):
        return None
    return speaker_at(text, *name.span("name"))
