"""Totals that are split up where they stand: "nine people, five men and four women", "12 (4 boys)".

Read over the claims in their order, whatever rule made each of them: the parts of such a list are
often counted as if they stood beside their total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.annotation.totals_before import COUNTED
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["with_split_totals"]

#: Characters between a total and its first part, and between one part and the next.
_REACH, _NEXT = 120, 60
#: Parts that one total is split into at most.
_MOST = 8
#: What opens a list of parts that add up to the total right before.
_OPENS = re.compile(r"[^.;!?\n|()]*(?:[,:(]|\s[-–—]{1,2}|—)\s*")
#: What parts the members of such a list.
_JOINS = re.compile(r"[^.;!?\n|()]*(?:,\s*(?:and\s+)?|\band\s+|&\s*)(?:the\s+)?")
#: The same without a comma before "and": "32 of them women and 11 children".
_CLOSE = re.compile(
    r"\s+(?:of\s+(?:them|whom|these|those)\b)?[\s\w’'-]*(?:,|(?<=\w)\s+and|\s+&)\s*"
)
#: A bracket right behind a total.
_BRACKET = re.compile(r"[^.;:!?\n|(),]{0,40}\(\s*")
#: What else may close a bracket behind its number: "(one critically)", "(four children)".
_CLOSED = re.compile(r"\s+(?:of\s+(?:them|whom)\s+)?(?:[\w-]+\s+){0,2}?[\w-]+\s*[,)]")
_AMONG = re.compile(
    r"\s(?:[^.,;:!?\n|()]{0,40}?\b(?:was|were|is|are)\s+(?:also\s+)?)?among\s+(?:the\s+|some\s+|at\s+least\s+)?"
)
_FIRST_OF_TWO = re.compile(
    r"[^.,;!?\n|()]*(?:[,:(]|\s[-–—]{1,2}|—)\s*an?\s+[\w-]+(?:\s+[\w-]+){0,2}\s+and\s+"
)
_AND = re.compile(r"[^.,;:!?\n|()\d]{0,40}?\s+and\s+")


def with_split_totals(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text in their order, those that split up a total tied to it."""
    made = list(claims)
    for at, whole in enumerate(made):
        if whole.part_of is not None or whole.stance not in COUNTED or not whole.low:
            continue
        behind = _alike_behind(made, at)
        parts = _adding_up(text, whole, behind) or _opened(text, whole, behind)
        parts = parts or _second_of_two(text, whole, behind)
        for part in parts or _among(text, whole, made[max(0, at - 3) : at]):
            made[made.index(part)] = replace(part, part_of=whole.id)
    return _joined(text, made)


def _alike_behind(claims: Sequence[Claim], at: int) -> list[Claim]:
    """The claims right behind one that count the same and are no parts."""
    whole = claims[at]
    run: list[Claim] = []
    for claim in claims[at + 1 : at + 1 + _MOST]:
        if not _alike(whole, claim) or claim.part_of is not None or claim.start < whole.end:
            break
        run.append(claim)
    return run


def _alike(whole: Claim, part: Claim) -> bool:
    same = whole.measure == part.measure and whole.unit == part.unit
    return same and part.stance in COUNTED and bool(part.low)


def _size(whole: Claim) -> int:
    return whole.high if whole.high is not None else whole.low or 0


def _elsewhere(whole: Claim, part: Claim) -> bool:
    """ "Four were killed in Gao, three in Mopti and one in Kidal": each has its place, or day."""
    one, other = whole.where, part.where
    wide = one is not None and one.precision in {"country", "province_governorate"}
    if one is not None and other is not None and one.name != other.name and not wide:
        return True
    days = [c.when.start for c in (whole, part) if c.when is not None and c.when.start]
    return len(set(days)) > 1 and whole.when is not None and whole.when.precision == "day"


def _adding_up(text: str, whole: Claim, behind: Sequence[Claim]) -> list[Claim]:
    """ "Nine people, five men and four women": two or more that add up to the total before."""
    if whole.low != whole.high or len(behind) < 2:
        return []
    end, total, run = whole.end, 0, list[Claim]()
    for claim in behind:
        gap = text[end : claim.start]
        opens = _JOINS.fullmatch(gap) if run else _OPENS.fullmatch(gap)
        if opens is None or len(gap) > (_NEXT if run else _REACH) or claim.low != claim.high:
            return []
        if _elsewhere(whole, claim):
            return []
        run.append(claim)
        total, end = total + (claim.low or 0), claim.end
        if total >= _size(whole):
            # "Two cooks, a driver and a guard" are four; "two people, a man and a boy" two.
            role = whole.population.role if whole.population is not None else None
            first = text[whole.end : run[0].start].rstrip()[-1:]
            listed = total == len(run) and role is not None and first == ","
            return run if total == whole.low and len(run) > 1 and not listed else []
    return []


@cache
def _said_openers() -> re.Pattern[str]:
    """ "12 people killed, incl. 4 children": words that say that parts follow."""
    openers = alternatives(words("grammar", "part_openers") - {"among"})
    return re.compile(rf"[^.;:!?\n|]{{0,80}}?\b(?:{openers})\b\.?\s+", re.IGNORECASE)


def _opened(text: str, whole: Claim, behind: Sequence[Claim]) -> list[Claim]:
    """The first count in a bracket or behind "incl."; those joined to it are found after it."""
    if not behind:
        return []
    first = behind[0]
    gap = text[whole.end : first.start]
    if len(gap) > _REACH or (first.low or 0) > _size(whole) or first.qualifier == "vague":
        return []
    bracket = _BRACKET.fullmatch(gap) and _CLOSED.match(text, first.end)
    if bracket and not _told(text, first):
        return [first]
    return [first] if _said_openers().fullmatch(gap) else []


def _second_of_two(text: str, whole: Claim, behind: Sequence[Claim]) -> list[Claim]:
    """ "Two people, a man and a boy": the boy, where nothing more is read of the man."""
    role = whole.population.role if whole.population is not None else None
    if not behind or (whole.low, whole.high) != (2, 2) or role is not None:
        return []
    second = behind[0]
    gap = text[whole.end : second.start]
    one = second.low == second.high == 1 and len(gap) <= _NEXT
    return [second] if one and _FIRST_OF_TWO.fullmatch(gap) else []


def _told(text: str, claim: Claim) -> bool:
    """Whether the bracket tells whose other figure it is: "12 killed (10, police say)"."""
    inside = text[claim.end : claim.end + _REACH].partition(")")[0].lower().split()
    return bool(words("grammar", "bare_links", "nouns").intersection(inside)) or any(
        word in {"say", "says", "said", "according", "per", "by"} for word in inside
    )


def _among(text: str, whole: Claim, before: Sequence[Claim]) -> list[Claim]:
    """ "Two soldiers and a clerk were among the nine killed": those before their total."""
    found: list[Claim] = []
    start, pattern = whole.start, _AMONG
    for claim in reversed(before):
        fits = _alike(whole, claim) and claim.part_of is None and (claim.low or 0) < _size(whole)
        gap = text[claim.end : start]
        if not fits or len(gap) > _REACH or not pattern.fullmatch(gap):
            break
        found.append(claim)
        start, pattern = claim.start, _AND
    return found


def _joined(text: str, claims: list[Claim]) -> list[Claim]:
    """ "32 of them women and 11 children": what is joined to a part is a part of the same."""
    by_id = {claim.id: claim for claim in claims}
    for at, claim in enumerate(claims[1:], 1):
        before = claims[at - 1]
        whole = by_id.get(before.part_of) if before.part_of is not None else None
        if whole is None or claim.part_of is not None or claim.id == whole.id:
            continue
        if not _alike(whole, claim) or whole.start > before.start or claim.start < before.end:
            continue
        gap = text[before.end : claim.start]
        told = (before.low or 0) + (claim.low or 0) <= _size(whole)
        if told and len(gap) <= _NEXT and _CLOSE.fullmatch(gap) and not _verb_behind(claim):
            claims[at] = replace(claim, part_of=whole.id)
    return claims


def _verb_behind(claim: Claim) -> bool:
    """ "Nine died, two of them boys, and five women were shot": the harm is told anew of it."""
    basis = claim.basis
    return basis is not None and basis.start > claim.end and basis.rule not in {"context", "onward"}
