"""The source with which a sentence closes, by its form alone: "..., the X said on Tuesday."."""

from __future__ import annotations

import re

from harmledger.claims.attribution.speakers import is_source, kind_of, speaker_at
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words.lexicon import words
from harmledger.records import Speaker

__all__ = ["closing_speaker", "dashed"]

#: Words of a source at the end of a headline.
_WORDS = 4

_CLOSING = re.compile(
    r",[”\"’]?\s+([^\s,;:“”\"][^,;:“”\"]{1,79}?)\s+"
    r"(?:said|says?|reported|added|announced|confirmed|stated|wrote|noted|explained"
    r"|estimate[sd]?|reckons?|reckoned|believes?|insist(?:s|ed)|claim(?:s|ed)|admit(?:s|ted)"
    r"|conced(?:es|ed)|calculate[sd]?|maintain(?:s|ed)|acknowledge[sd]?"
    r"|(reports?|finds?|found|states?))"
    r"(?:\s+(?:on|in|late|early|at|today|yesterday)\b[^,;]{0,40}|\s+[A-Z]\w+day)?"
    r"\s*[.]?[”\"]?$",
    re.IGNORECASE,
)


#: A person's name before what is said of them.
_NAMED = re.compile(r",[”\"’]?\s([A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+){1,3}),\s$")
#: "Twelve dead in bus ambush - police": the end of a headline.
_DASHED = re.compile(r"\S\s+[-–—]\s+(?P<name>[^\W\d_][^\n,;:.!?–—]{1,40})$")


def dashed(text: str, start: int, end: int) -> Speaker | None:
    """The source behind a dash with which a headline ends, unless it is who publishes it."""
    found = _DASHED.search(text, start, end)
    if found is None or len(found["name"].split()) > _WORDS or not is_source(found["name"]):
        return None
    speaker = speaker_at(text, *found.span("name"))
    return None if speaker.kind == "media" else speaker


def closing_speaker(parsed: Parsed) -> Speaker | None:
    """The source of ", the X said on Tuesday." at the end of a sentence, by its form alone.

    It begins with a capital, or a word tells its kind: "police say".
    """
    sentence = parsed.sentence
    match = _CLOSING.search(parsed.text[sentence.start : sentence.end])
    if match is None:
        return None
    start, end = (sentence.start + offset for offset in match.span(1))
    named = _NAMED.search(parsed.text, sentence.start, start)
    if named is not None and parsed.text[start:end].lower().startswith(("the ", "a ", "an ")):
        # "..., Ada Brisk, the prosecutor, said."
        office = kind_of(parsed.text[start:end])
        return speaker_at(parsed.text, *named.span(1), kind=office if office != "other" else None)
    speaker = speaker_at(parsed.text, start, end)
    name = speaker.name
    first = name.split()[0]
    if first.lower() in words("reporting", "no_closers"):
        return None
    capital = first[0].isupper() and not name.isupper()
    told = capital or (first.lower() == "the" and name.split()[-1][0].isupper())
    if name.split()[-1].lower() in words("reporting", "documents") and len(name.split()) > 1:
        return speaker  # "..., aid group's review finds": a headline without its article
    return speaker if speaker.kind != "other" or (told and not match[2]) else None
