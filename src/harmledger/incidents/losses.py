"""Whether buildings counted were destroyed, damaged, or one or the other: three counts, not one."""

from __future__ import annotations

import re
from functools import cache

from harmledger.records import Claim, Text
from harmledger.vocabulary import alternatives, load

__all__ = ["DAMAGED", "DESTROYED", "EITHER", "loss_of"]

#: The count is of those destroyed alone, of those damaged, or of both together.
DESTROYED, DAMAGED, EITHER = "destroyed", "damaged", "damaged_or_destroyed"

#: Characters on either side of the word in which "or damaged" stands.
_NEAR = 40
#: Characters that a phrase of more words may take behind its first: "burned to the ground".
_WORDS = 20


def loss_of(claim: Claim, text: Text | None) -> str | None:
    """What became of the buildings that the claim counts; None of other measures.

    Without its text "destroyed or damaged" cannot be told from either: it is then of both.
    """
    if claim.measure != "damaged":
        return None
    if claim.basis is None:
        return EITHER
    if text is None:
        return EITHER if _destroyed().search(claim.basis.word) else DAMAGED
    # "Burned" alone says little, "burned down" all.
    word = text.text[claim.basis.start : min(claim.sentence_end, claim.basis.end + _WORDS)]
    lost = bool(_destroyed().match(word) or _destroyed().search(claim.basis.word))
    before = text.text[max(claim.sentence_start, claim.basis.start - _NEAR) : claim.basis.start]
    after = text.text[claim.basis.end : min(claim.sentence_end, claim.basis.end + _NEAR)]
    other = _beside("damag\\w+" if lost else f"(?:{_words()})")
    joined = other[0].search(before) or other[1].match(after)
    return EITHER if joined else DESTROYED if lost else DAMAGED


@cache
def _words() -> str:
    return alternatives(load("en", "statements")["damaged"].words("destroyed_words"))


@cache
def _destroyed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words()})\b", re.IGNORECASE)


@cache
def _beside(word: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "Damaged or" before the word, "or badly damaged" behind it."""
    many = alternatives(load("en", "effects")["quantities"].words("words"))
    joined = rf"\s*(?:/|(?:and|or|and/or)\s+)(?:(?!(?:{many})\b)[a-z]+\s+)?"
    return (
        re.compile(rf"\b{word}{joined}$", re.IGNORECASE),
        re.compile(rf"{joined}{word}\b", re.IGNORECASE),
    )
