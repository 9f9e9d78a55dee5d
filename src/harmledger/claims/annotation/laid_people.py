"""Who counted, and who is counted, in a figure outside sentences: by its label, noun or caption."""

from __future__ import annotations

import re

from harmledger.claims.attribution.speakers import speaker_at
from harmledger.claims.laid.figure import Laid
from harmledger.claims.words.people import age_of, is_person_word, sex_of, status_of
from harmledger.records import Population, Speaker

__all__ = ["population_of", "speaker_of"]

#: Lines above a table that may say whom it counts, and characters looked at for them.
_CAPTION = 300
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_ESTIMATE = re.compile(
    r"[\"”’]?\.[\"”’]?\s+(?:[A-Z][a-z]+\s+out\s+by\s+)?(?P<who>(?:The\s+)?(?:[\w.'’-]+\s+){0,5}?[\w.-]+)['’]s?\s+(?:\w+\s+){0,2}"
    r"(?:estimate|figure|count|number|toll|tally|finding)\b"
)
_GIVEN = re.compile(
    r"[\"”’]?\.[\"”’]?\s+(?:[A-Z][a-z]+(?:\s+out)?)\s+by\s+(?P<who>(?:[\w.'’-]+\s+){0,4}?[\w.'’-]+?)"
    r"(?=\s+(?:in|on|at|after|before|when|who|for)\b|[.,;])"
)


def speaker_of(text: str, laid: Laid) -> Speaker | None:
    if laid.label is not None:
        return speaker_at(text, *laid.label)
    if laid.rule == "rival":
        behind = text[: laid.line[1]]
        match = _ESTIMATE.match(behind, laid.end) or _GIVEN.match(behind, laid.end)
        if match is not None:
            return speaker_at(text, *match.span("who"))
    return None


def population_of(text: str, laid: Laid) -> Population:
    """Who is counted, by the words at the number, else by the caption of the table."""
    told = _told(laid.noun)
    if laid.rule == "table" and told[0] == "unstated":
        at = max(0, laid.head[0] - _CAPTION)
        ahead = text[at : laid.head[0]]
        captions = [
            status for line in ahead.split("\n")[-4:] if (status := _told(line)[0]) != "unstated"
        ]
        if len(set(captions)) == 1:
            told = captions[0], told[1]
    noun = tuple(word.lower() for word in _WORD.findall(laid.noun))
    age = age_of(noun)
    status = "civilian" if age == "child" and told[0] == "unstated" else told[0]
    return Population(status=status, age=age, sex=sex_of(noun), role=told[1], surface=told[1])


def _told(phrase: str) -> tuple[str, str | None]:
    """The first status that a word for people in the phrase gives, with that word."""
    every = [word.lower() for word in _WORD.findall(phrase)]
    for number, word in enumerate(every):
        if is_person_word(word):
            status = status_of(word, tuple(every[max(0, number - 3) : number]), frozenset(every))
            if status != "unstated":
                return status, word
    return "unstated", None
