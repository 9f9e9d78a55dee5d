"""Numbers that point at people told just before, and so have their status.

"Troops were ambushed; twenty of them died", "the gunmen, of whom five were killed", "with four
airmen on board. All four are dead" and "a few constables were struck by stones; none was killed".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word, status_of
from harmledger.records import Claim

__all__ = ["as_those_told"]

#: Characters before the sentence in which those pointed at may stand.
_REACH, _NUMBER_REACH = 220, 350
#: Characters between a count and "of them" that counts some of those.
_COUNTED = 60
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OF_THEM = re.compile(
    r"\s*(?:\w+\s+)?of\s+(?:(?:them|whom|these|those)\b(?!\s+who)|their\s+(?:comrades|number|men)\b)",
    re.IGNORECASE,
)
_NONE = frozenset(("none", "nobody", "no one"))
_MANY = re.compile(r"(?:s|men|women|people|children|staff|crew)\Z")


def as_those_told(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, in text order, those that point back with the status found there."""
    out: list[Claim] = []
    for claim in claims:
        own = claim.population
        found = None
        if own is not None and own.status == "unstated" and not own.named:
            found = _of_them(text, claim, out) or _all_of_them(text, claim)
            found = found or _none(text, claim, out)
        if own is None or found is None:
            out.append(claim)
        else:
            out.append(replace(claim, population=replace(own, status=found)))
    return out


@cache
def _of_whom_before() -> re.Pattern[str]:
    about = alternatives(words("grammar", "around_tolls"))
    return re.compile(
        rf"\b(?:of|among)\s+(?:whom|which|them|these|those)\s*,?\s*(?:(?:{about})\s+)*\Z", re.I
    )


def _of_them(text: str, claim: Claim, before: Sequence[Claim]) -> str | None:
    """The status of the count, or else of the word for several people, before "of them"."""
    near = text[max(0, claim.start - _COUNTED) : claim.start]
    if not (_OF_THEM.match(text, claim.end) or _of_whom_before().search(near)):
        return None
    total = before[-1] if before and before[-1].end > claim.start - _COUNTED else None
    if total is not None and total.population and (total.low or 0) > (claim.low or 0):
        status = total.population.status  # "30 injured, 17 of them seriously"
        return None if status in {"unstated", "mixed"} else status
    told = [m[0].lower() for m in _WORD.finditer(text, _back(claim, _REACH), claim.start)]
    for at in range(len(told) - 1, -1, -1):
        word = told[at]
        any_kind = word in words("grammar", "points_at_any")
        if is_person_word(word) and _MANY.search(word) and not any_kind:
            return _stated(word, told[max(0, at - 2) : at])
    return None


def _back(claim: Claim, reach: int) -> int:
    return max(0, claim.sentence_start - reach)


def _stated(noun: str, before: Sequence[str]) -> str | None:
    status = status_of(noun, tuple(before))
    return None if status == "unstated" else status


def _all_of_them(text: str, claim: Claim) -> str | None:
    """ "All four", "the ten": the status of the noun with that number just before."""
    number = claim.quote.lower().split()[-1:]
    if not claim.low or claim.low != claim.high or claim.low == 1 or not number:
        return None
    before = text[max(0, claim.start - 8) : claim.start].lower().split()[-1:]
    first = {*claim.quote.lower().split()[:-1], *before}
    if "other" in first or not first & {"all", "the", "these", "those"}:
        return None
    counted = re.compile(
        rf"\b{re.escape(number[0])}\s+((?:[^\W\d_][\w-]*\s+){{0,2}}?[^\W\d_][\w-]*)", re.IGNORECASE
    )
    for match in reversed(list(counted.finditer(text, _back(claim, _NUMBER_REACH), claim.start))):
        phrase = match[1].lower().split()
        for at, word in enumerate(phrase):
            if is_person_word(word) and _MANY.search(word):
                return _stated(word, phrase[:at])
    return None


def _none(text: str, claim: Claim, before: Sequence[Claim]) -> str | None:
    """ "A few constables were struck; none was killed": the status told last in the sentence."""
    if claim.low != 0 or claim.high != 0 or claim.quote.lower() not in _NONE:
        return None
    if text[claim.end : claim.end + 4].lower() == " of ":  # "none of the soldiers"
        return None
    for other in reversed(before):
        if other.sentence_start != claim.sentence_start:
            return None
        if other.population is not None and (other.low or 0) > 1:
            status = other.population.status
            return None if status in {"unstated", "mixed"} else status
    return None
