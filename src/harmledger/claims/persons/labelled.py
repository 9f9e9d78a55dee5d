"""Counts in a recorder's note that has a line for who the victims were.

"Victims' group: pupils, teachers" or "Civilians: all known victims" is said of the counts in the
note's other lines: "Ministry (day 1): 50; later 51". Running text takes nothing from such a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.persons.status_words import class_of, says_nothing
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["as_labelled"]

_HARM = frozenset(("killed", "injured", "casualties"))
#: Characters of a line in which its label ends, and in which its counts stand.
_LABEL, _LINE = 60, 120
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CIVIL = frozenset(("civilian", "child"))
_FIGHTERS = frozenset(("security", "armed_group", "perpetrator"))


def as_labelled(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, bare counts in lines with a label as the note's line says."""
    if not _told_civil(text):
        return list(claims)
    return [
        replace(claim, population=replace(claim.population, status="civilian"))
        if claim.population is not None and _in_the_note(text, claim)
        else claim
        for claim in claims
    ]


def _in_the_note(text: str, claim: Claim) -> bool:
    if claim.measure not in _HARM or claim.scope != "event" or not says_nothing(claim):
        return False
    start = text.rfind("\n", 0, claim.start) + 1
    label = text.find(":", start, start + _LABEL)
    sentences = re.search(r"[.!?]\s", text[start : claim.start])  # what is told behind the counts
    return label >= 0 and claim.start - start < _LINE and sentences is None


def _told_civil(text: str) -> bool:
    """Whether every such line of the text speaks of civilians, and one does."""
    found = False
    for match in _lines().finditer(text):
        kinds = {class_of(word.lower()) for word in _WORD.findall(match[1] or match[2])}
        if kinds & _FIGHTERS:
            return False
        found = found or bool(kinds & _CIVIL)
    return found


@cache
def _lines() -> re.Pattern[str]:
    # Blanks are bounded: a page may hold thousands of empty lines.
    labels = alternatives(words("grammar", "victims_labels"))
    told = r"[^.:\n]{3,120}"
    return re.compile(
        rf"(?:^|[.;]\s)[ \t]{{0,8}}(?:(?:{labels})[ \t]{{0,3}}:\s{{0,3}}({told})"
        r"|(?=Civilians:\s*all\b)(Civilians:[^.\n]{3,60}))",
        re.IGNORECASE | re.MULTILINE,
    )
