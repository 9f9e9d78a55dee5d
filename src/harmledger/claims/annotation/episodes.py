"""Counts of one phase of an event, or of the bodies that came to one place.

"Two hostages were shot shortly before the assault", "villagers brought 30 bodies to the town".

Beside a larger count of the report such a figure says nothing of how many there were in all. What
was before an assault or a rescue is of that phase, whoever counts more; a first hour, an escape or
a start only where the same speaker, or the report itself, does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from harmledger.claims.annotation.totals_before import COUNTED
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["moved_bodies", "of_one_phase"]

_MEASURES = frozenset(("killed", "injured", "casualties"))
#: Claims on either side among which a larger count is looked for.
_NEAR = 40


@cache
def _before() -> re.Pattern[str]:
    """ "Shortly before the assault", "hours before troops stormed the theatre"."""
    ahead = alternatives(words("only_some", "phases", "ahead"))
    ends = alternatives(words("only_some", "phases", "ends"))
    done = alternatives(words("only_some", "phases", "done"))
    long = alternatives(words("only_some", "phases", "how_long"))
    who = r"(?:[\w'’-]+\s+){1,4}?"
    return re.compile(
        rf"\b(?:(?:{long})\s+)?(?:{ahead})\s+"
        rf"(?:(?:the|their|its|any)\s+(?:[\w-]+\s+){{0,2}}?(?:{ends})|{who}(?:{done}))\b",
        re.IGNORECASE,
    )


@cache
def _phase() -> re.Pattern[str]:
    """ "In the first minutes", "while trying to escape"."""
    return re.compile(
        rf"\b(?:{alternatives(words('only_some', 'phases')).replace(chr(92) + '*', '[a-z]+')})\b",
        re.IGNORECASE,
    )


def of_one_phase(text: str, claims: Sequence[Claim], at: int) -> str | None:
    """The words by which the claim counts one phase of the event, beside a larger count of the
    text; None where it has none."""
    claim = claims[at]
    if claim.measure not in _MEASURES or claim.scope != "event" or not claim.low:
        return None
    near = claims[max(0, at - _NEAR) : at + 1 + _NEAR]
    larger = [other for other in near if _larger(other, claim)]
    if not larger:
        return None
    said = _said(_before(), text, claims, claim)
    if said is None and any(_no_dispute(other, claim) for other in larger):
        said = _said(_phase(), text, claims, claim)
    return said


def _said(pattern: re.Pattern[str], text: str, claims: Sequence[Claim], claim: Claim) -> str | None:
    """The phrase behind the claim, or at the opening of its sentence, with no other count
    between."""
    for found in pattern.finditer(text, claim.sentence_start, claim.sentence_end):
        first, last = found.span()
        opens = not text[claim.sentence_start : first].strip(" \"'“‘,")
        if last <= claim.start and opens:
            gap = last, claim.start
        elif claim.end <= first:
            gap = claim.end, first
        else:
            continue
        between = (o for o in claims if gap[0] <= o.start < gap[1] and o.measure == claim.measure)
        if not any(between):
            return found[0]
    return None


def _larger(other: Claim, claim: Claim) -> bool:
    alike = (other.measure, other.unit) == (claim.measure, claim.unit) and other.part_of is None
    counted = other.stance in COUNTED and other.scope == "event"
    return alike and counted and (other.low or 0) > (claim.high or claim.low or 0)


def _no_dispute(other: Claim, claim: Claim) -> bool:
    """Whether one speaker gives both figures, or the report itself one of them."""
    if claim.speaker is None or other.speaker is None:
        return True
    return other.speaker.name == claim.speaker.name


#: Characters on either side of a count in which what was done with the bodies stands.
_BESIDE = 60


@cache
def _moved() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('only_some', 'bodies', 'moved'))})\b", re.I)


def moved_bodies(text: str, claims: Sequence[Claim], at: int) -> str | None:
    """What was done with bodies ("brought", "recovered"), beside a larger count of the text, even
    a feared one; None for others."""
    claim = claims[at]
    basis = claim.basis
    if claim.measure != "killed" or basis is None or claim.scope != "event":
        return None
    if basis.word.lower() not in words("only_some", "bodies") or claim.low == claim.high == 1:
        return None
    first = max(claim.sentence_start, claim.start - _BESIDE)
    last = min(claim.sentence_end, max(claim.end, basis.end) + _BESIDE)
    found = _moved().search(text, first, last)
    near = claims[max(0, at - _NEAR) : at + 1 + _NEAR]
    size = claim.high or claim.low or 0
    more = any(
        other.measure == claim.measure
        and other.stance in COUNTED
        and other.part_of is None
        and other.scope == "event"
        and max(other.low or 0, other.high or 0) > size
        for other in near
    )
    return f"{claim.quote} {basis.word} {found[0]}" if found and more else None
