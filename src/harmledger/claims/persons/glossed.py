"""Bodies that a text names by their letters and explains: "the PLF [Patriotic Liberation Front]".

What the letters stand for tells whether its members fight: a front, an army of liberation and
guerrillas do, a party, a union and a church do not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word
from harmledger.records import Claim

__all__ = ["Glossed", "glossed", "of_a_body"]

#: The letters of a body in capitals, and the status of its members.
Glossed = Mapping[str, str]

#: Characters behind the quote in which its noun stands.
_BEHIND = 50
#: Characters of a name looked at before a bracket, and its words.
_NAME, _WORDS = 90, 8
_LETTERS = r"[A-Z][A-Z0-9-]{1,5}"
_BRACKET = re.compile(r"[\[(]([^\[\]()]{2,80})[\])]")
_ONLY_LETTERS = re.compile(_LETTERS)
_LAST_LETTERS = re.compile(rf"\b({_LETTERS})\W{{1,3}}\Z")


@lru_cache(maxsize=8)
def glossed(text: str) -> Glossed:
    """The bodies of ``text`` explained in brackets, by their letters; the first telling counts."""
    found: dict[str, str] = {}
    for bracket in _BRACKET.finditer(text):
        before, inside = text[max(0, bracket.start() - _NAME) : bracket.start()], bracket[1]
        if _ONLY_LETTERS.fullmatch(inside):
            letters, name = inside, " ".join(before.split()[-_WORDS:])
        elif last := _LAST_LETTERS.search(before):
            letters, name = last[1], inside
        else:
            continue
        status = _status(name)
        if status is not None and not is_person_word(letters.lower()):
            found.setdefault(letters, status)
    return found


@cache
def _armed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('people', 'armed_bodies'))})\b", re.IGNORECASE)


@cache
def _civil() -> re.Pattern[str]:
    known = words("people", "civil_groups") | words("people", "civil_groups", "phrases")
    return re.compile(rf"\b(?:{alternatives(known)})\b", re.IGNORECASE)


def _status(name: str) -> str | None:
    armed, civil = _armed().search(name), _civil().search(name)
    if armed and civil:
        return None
    return "armed_group" if armed else "civilian" if civil else None


def of_a_body(text: str, claim: Claim) -> Claim:
    """A claim of members of a body that ``text`` explains: "two members of the PLF"."""
    own = claim.population
    names = glossed(text)
    if own is None or own.status != "unstated" or not names:
        return claim
    end = min(claim.sentence_end, claim.end + _BEHIND)
    match = _member(tuple(sorted(names))).match(text, claim.start, end)
    if match is None:
        return claim
    return replace(claim, population=replace(own, status=names[match[1] or match[2]]))


@lru_cache(maxsize=8)
def _member(names: tuple[str, ...]) -> re.Pattern[str]:
    """ "PLF leader Ana Ruiz", "two members of the PLF", "three alleged PLF members"."""
    letters = "|".join(map(re.escape, names))
    nouns = alternatives(words("grammar", "rank_nouns") | words("people", "adherents"))
    return re.compile(
        rf"(?:[\w,.’'-]+\s+){{0,4}}?(?:({letters})(?:['’]s?)?\s+(?:[\w’'-]+\s+)?(?i:{nouns})\b"
        rf"|(?i:{nouns})\s+of\s+(?:the\s+)?({letters})\b)"
    )
