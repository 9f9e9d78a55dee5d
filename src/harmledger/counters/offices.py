"""For whom a person speaks: "Army spokesman A. B.", "A. B., the group's representative"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from harmledger.counters.forms import office_before
from harmledger.counters.known import Known
from harmledger.counters.names import bare, generic_forms
from harmledger.counters.words import listed_words, name_words
from harmledger.records import Speaker
from harmledger.vocabulary import alternatives

__all__ = ["last_cited", "office_beside", "speaks_for"]


#: How far from a name its office may stand.
_NEAR = 100


#: A body named before its spokesperson has few words.
_MOST_WORDS = 8


@cache
def _offices() -> str:
    return alternatives(listed_words("spokespeople"))


@cache
def _offices_behind() -> tuple[str, ...]:
    """How a passage ends that names an office directly before a person, but for the last space."""
    words = listed_words("spokespeople")
    return tuple(f" {word}{comma}" for word in words for comma in ("", ","))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    office = _offices()
    before = rf"^(?:the |an? )?(?P<body>.+?)(?:['’]s?)?,? (?:chief |top |main )?(?:{office})"
    after = rf"(?:chief |top |main )?(?:{office})(?:,)? (?:for|of|at) (?P<body>[^,.;:]{{2,80}})"
    return (
        re.compile(rf"{before},? (?P<person>[A-Z].+)$"),
        re.compile(rf"^(?:(?P<person>.+?),? )?(?:an? |the |its )?{after}$", re.IGNORECASE),
        re.compile(rf"(?P<body>[^,.;:()\"“”]{{2,80}}?)(?:['’]s?)? (?:{office}),? $"),
        re.compile(rf"^,? (?:who is )?(?:an? |the )?(?:\w+ )?{after}"),
    )


def last_cited(name: str) -> str:
    """ "The UN, citing the Health Ministry" is the Health Ministry."""
    words = sorted(listed_words("citing"), key=lambda word: (-len(word), word))
    return re.split(rf"[ ,]+(?:{'|'.join(words)}) ", name)[-1].strip() or name


@lru_cache(maxsize=1 << 14)
def speaks_for(name: str) -> tuple[str, str | None]:
    """The body for which a name speaks, and the person: "Army spokesman A. B." speaks for
    the army. A name that says nothing of the kind is its own body."""
    first, second = _patterns()[:2]
    for pattern in (first, second):
        found = pattern.match(name)
        if found and name_words(found["body"]):
            return found["body"], found["person"]
    return name, None


def office_beside(
    text: str, speaker: Speaker, known: Known, others: Sequence[Speaker]
) -> str | None:
    """The body whose office stands directly beside a person's name in the text.

    ``others``: the speakers of the text, of whom "the group's representative" names one.
    """
    before, after = _patterns()[2:]
    behind = text[speaker.end : speaker.end + _NEAR]
    found = after.match(behind)
    if found:
        return found["body"]
    if owned := _owner().match(behind):
        body = _in_full(bare(owned["body"]), speaker, others)
        if known.meant_by(name_words(body)) is not None:
            return body
    passage = text[max(0, speaker.start - _NEAR) : speaker.start]
    if office := office_before(passage, known):
        return office
    # The pattern tries every beginning of a body, so the end is looked at first.
    ends = passage.removesuffix("\n").removesuffix(" ").endswith(_offices_behind())
    found = before.search(passage) if ends else None
    words = found["body"].split()[-_MOST_WORDS:] if found else []
    # Where the name of the body begins is not marked, so only one that is known is taken.
    for first in range(len(words)):
        body = " ".join(words[first:])
        if known.meant_by(name_words(body)) is not None:
            return body
    return None


@cache
def _owner() -> re.Pattern[str]:
    """ ", the group's representative in Afghanistan," behind the name of a person."""
    office = alternatives(listed_words("spokespeople") | listed_words("office_holders"))
    return re.compile(
        rf"^, (?P<body>[^,.;:()\"“”]{{2,60}}?)['’]s? (?:[a-z-]+ ){{0,2}}(?:{office})\b"
    )


def _in_full(form: str, speaker: Speaker, others: Sequence[Speaker]) -> str:
    """The source of the text that a short form such as "group" means, where it can be one only."""
    term = generic_forms().get(form.casefold())
    if term is None:
        return form
    kinds, words = set(term.words("kinds")) - {"other"}, term.words("words")
    names = {
        other.canonical or other.name
        for other in others
        if other != speaker
        and bare(other.canonical or other.name).casefold() not in generic_forms()
        and (other.kind in kinds or any(word in other.name.casefold() for word in words))
    }
    return names.pop() if len(names) == 1 else form
