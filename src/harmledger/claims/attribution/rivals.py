"""Counters side by side, each with its number: "the army says 12 died, the rebels 40".

All but the first are named without a verb, and their numbers stand without a noun. Also with the
number first ("12 died according to the army, 40 according to the rebels") and with a counter before
each ("according to the army 12 died, according to the rebels 40").
"""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.attribution.beside import (
    NAME,
    STOP,
    counted_behind,
    counts,
    name_before,
)
from harmledger.claims.attribution.marked import bracketed
from harmledger.claims.attribution.speakers import is_source, kind_of, speaker_at
from harmledger.claims.quantities.grammar import find_quantities
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

__all__ = ["accorded", "held_up", "rival_at"]

#: Characters beside a number that are looked at.
_REACH = 120
#: What may stand behind a number without a noun.
_BARE = re.compile(r"[\"”’]?\s*(?:[.,;:!?)]|$|[-–—]\s|\n|(?:and|but|while|whereas|or)\b)")


@cache
def _to() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "According to X", "by X's", "say X:" before a number, and "according to X" behind it."""
    to = alternatives(words("reporting", "according"))
    said = alternatives(words("reporting", "say"))
    return (
        re.compile(
            rf"(?:^|[;,:]\s|\b(?:and|but)\s)(?:{to})\s{NAME}(?:['’]s?)?,?\s$", re.IGNORECASE
        ),
        re.compile(rf",?\s(?:{to}|(?:{said}))\s{NAME}{STOP}", re.IGNORECASE),
    )


def accorded(text: str, sentence: int, start: int, end: int) -> Speaker | None:
    """The source of the number ``text[start:end]`` by "according to", right before it or behind it.

    ``sentence``: where the sentence starts.
    """
    before, behind = _to()
    found = behind.match(text, end, end + _REACH)
    if found is None:
        # "Police said that, according to the surgeon, two men died" has one with a number, and
        # police who pass it on.
        several = text[sentence : end + _REACH].lower().count("according") > 1
        if not several and not _BARE.match(text, end):
            return None
        piece = text[max(sentence, start - _REACH) : start]
        found = before.search(piece)
        group = next(g for g, name in found.groupdict().items() if name) if found else "name"
        if found is not None and counts(found[group]):
            at = start - len(piece)
            return speaker_at(text, at + found.start(group), at + found.end(group))
        return None
    return speaker_at(text, *found.span("name")) if counts(found["name"]) else None


def rival_at(
    text: str, sentence: int, start: int, end: int, *, places: bool = False
) -> Speaker | None:
    """Who counted the number ``text[start:end]`` that has no noun, told right beside it.

    ``sentence``: where the sentence starts; ``places``: "Moscow" may be one of them.
    """
    behind = counted_behind(text, start, end) or bracketed(text, end, alone=True)
    behind = behind or accorded(text, sentence, start, end)
    if behind is not None:
        return behind
    if not _BARE.match(text, end) or not find_quantities(text[start:end]):
        return None
    links = words("reporting", "before_number") | words("reporting", "before_rival")
    found = name_before(text, sentence, start, links, places=places, comma=True)
    return found if found is not None and (places or _is_body(found.name)) else None


def _is_body(name: str) -> bool:
    """ "Kayla Head, 21," has an age, "a father of four" children, and "eight rebels, three clerks"
    is a list."""
    known = is_source(name) or name.lower().startswith("the ")
    relative = kind_of(name) == "witness" and name.lower().startswith(("a ", "an "))
    return known and not relative and not find_quantities(name)


def held_up(sentence: str) -> bool:
    """Whether the words before a number say that figures are held up: "estimates of the dead: "."""
    told = set(re.findall(r"[a-z]+", sentence.lower()))
    return not told.isdisjoint(words("reporting", "held_up"))
