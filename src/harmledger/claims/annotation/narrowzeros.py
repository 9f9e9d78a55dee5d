"""Zeros of one place, time or group: "nobody in the school next door", "no foreigners"."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["REACH", "any_of", "narrow_zero"]

#: Characters around a count in which the words are looked for.
REACH = 200
_NO = re.compile(r"(?:not\s+(?:a|one|a\s+single)|no|none)\s+", re.IGNORECASE)
_OF_GROUP = re.compile(
    r"\s+(?:of|among)\s+(?:the|its|their|our|his|her)\s+(?:[\w-]+\s+){0,2}?[\w-]+"
    r"(?=\s+(?:was|were|is|are|had|has|have|died|suffered|who|in|on|at)\b|\s*[.,;:\"”]|$)",
    re.IGNORECASE,
)


@cache
def any_of(term: str) -> str:
    """A pattern for the phrases of a term of ``only_some``; a "*" stands for a word or two."""
    return alternatives(words("only_some", term)).replace(r"\*", r"\w+(?:\s+\w+)?")


@cache
def _zero_place(term: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(term)})\b(?:\s+(?:the\s+)?[\w-]+)?", re.IGNORECASE)


@cache
def _zero_time() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('none_since')})\b(?:\s+(?:the\s+)?[\w-]+)?", re.IGNORECASE)


@cache
def _zero_more() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('none_more')})\b", re.IGNORECASE)


def narrow_zero(text: str, claim: Claim, told: frozenset[str]) -> str | None:
    """ "No one has died in hospital since Friday", "nobody in the school next door", "no staff"."""
    ahead = text[claim.end : min(claim.sentence_end, claim.end + REACH)]
    clause = re.split(r"[;:]|,\s+(?:and|but|while)\b", ahead)[0]
    some = not told.isdisjoint((claim.measure, "casualties"))
    found = _zero_time().search(clause) or _zero_place("none_there").search(clause)
    if found is None and some:
        found = _zero_place("none_here").search(clause) or re.match(r"\s+else\b", clause)
    if found is not None:
        return found[0].strip()
    more = _zero_more().search(claim.quote)
    if more is not None and (some or more[0].casefold() not in {"other", "others"}):
        return claim.quote
    return _one_group(text, claim)


def _one_group(text: str, claim: Claim) -> str | None:
    """ "No foreigners", "none of the guests": the group, where it is not everybody."""
    of_group = _OF_GROUP.match(text, claim.end, claim.sentence_end)
    if of_group is not None:
        return None if _everybody(of_group[0].split()[-1]) else of_group[0].strip()
    opened = _NO.match(claim.quote)
    noun = claim.quote[opened.end() :] if opened else ""
    return None if not noun or _everybody(noun.split()[-1]) else noun


def _everybody(noun: str) -> bool:
    return noun.casefold() in words("only_some", "nobody")
