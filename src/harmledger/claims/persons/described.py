"""What a text says of the dead or wounded as a whole, in a sentence of its own.

"Most of the casualties were bank staff and hawkers", "They include two lawyers and reporters of the
local press" and the line "Victims: conscripts of the 3rd regiment" say who the bare counts beside
them count. Children alone do not: "the 28 included nine children" leaves open who the others were.
Nor do civilians as most of them: such a count is mixed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.persons.status_words import class_of, words_in
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word, status_of
from harmledger.records import Claim

__all__ = ["as_described"]

#: Characters before and behind a count in which its people may be described.
_BEFORE, _BEHIND = 300, 700
#: Smaller counts are of others as often as not.
_LEAST = 10
_HARMS = frozenset(("killed", "injured", "casualties"))
_LABEL = re.compile(
    r"\b(?:victims?|status|who)[ \t]*:[ \t]*([^\n.;,(:]{3,80}?)(?=\baccording\b|[\n.;,(]|\Z)",
    re.IGNORECASE,
)
#: A field right before a number, as lines of fields have it: "Killed: 38".
_FIELD = re.compile(r"\b[A-Za-z][\w ]{2,20}:[ \t]*\Z")
_FIELD_REACH = 24


def as_described(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, the unstated bare counts with what the text says of their people."""
    if not any(map(_open, claims)):
        return list(claims)
    said, fields = _said(text, _whole()), _said(text, (_LABEL,))
    if not said and not fields:
        return list(claims)
    return [_described(text, claim, said, fields) if _open(claim) else claim for claim in claims]


def _described(
    text: str, claim: Claim, said: list[tuple[int, str]], fields: list[tuple[int, str]]
) -> Claim:
    found: set[str] = set()
    if _FIELD.search(text[max(0, claim.start - _FIELD_REACH) : claim.start]):
        found = _near(fields, claim)
    if not found and max(claim.low or 0, claim.high or 0) >= _LEAST:
        found = _near(said, claim)
    if len(found) != 1 or claim.population is None:
        return claim
    return replace(claim, population=replace(claim.population, status=found.pop()))


def _near(said: list[tuple[int, str]], claim: Claim) -> set[str]:
    first = bisect_left(said, (claim.start - _BEFORE, ""))
    last = bisect_left(said, (claim.end + _BEHIND, ""))
    return {status for _, status in said[first:last]}


def _said(text: str, patterns: Sequence[re.Pattern[str]]) -> list[tuple[int, str]]:
    """Where the text describes those harmed, and of which status it says they were."""
    found: list[tuple[int, str]] = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            status = _of(match[match.lastindex or 0])
            if status is not None:
                found.append((match.start(), status))
    return sorted(found)


def _of(phrase: str) -> str | None:
    """The one status of the nouns in a phrase, by what they do: age and kin tell none."""
    told = words_in(phrase)
    statuses = {
        status_of(word, tuple(told[max(0, at - 2) : at]))
        for at, word in enumerate(told)
        if is_person_word(word)
    } - {"unstated"}
    kinds = {class_of(word) for word in told if not word.startswith("civilian")}
    if len(statuses) != 1 or kinds <= {None, "person", "child"}:
        return None
    return statuses.pop()


@cache
def _whole() -> tuple[re.Pattern[str], ...]:
    dead = rf"(?:{alternatives(words('grammar', 'bare_tolls'))}|victims|those\s+killed|bodies)"
    most = r"(?:all|most|nearly\s+all|almost\s+all|the\s+majority)"
    return (
        re.compile(
            rf"\b{most}\s+(?:of\s+)?(?:(?:the|those)\s+)?(?:{dead}|them)\s+(?:were|are)\s+"
            r"([^.;]{5,120})",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?:they|the\s+{dead}|among\s+the\s+{dead})\s+(?:include[ds]?|were|are)\s+"
            r"([^.]{5,220}\band\s[^.]{3,60})",
            re.IGNORECASE,
        ),
    )


def _open(claim: Claim) -> bool:
    own = claim.population
    if own is None or own.status != "unstated" or own.named or claim.measure not in _HARMS:
        return False
    if (claim.low, claim.high) in {(0, 0), (1, 1)}:
        return False
    noun = own.surface.lower().split()[-1] if own.surface else ""
    return not noun or noun in words("grammar", "any_people") | words("grammar", "bare_tolls")
