"""Harm in what an attack set off: riots, clashes with the army, reprisals.

"A gunman killed 43 at prayer. Riots broke out, and eight were shot dead by soldiers in clashes":
the eight are no count of those killed at prayer, though it was the same day in the same town.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from harmledger.records import Claim, Text
from harmledger.vocabulary import alternatives, load

__all__ = ["aftermath_of"]

#: Characters of the first paragraph that say what the report is about.
_OPENING = 600
#: Measures of harm that unrest does.
_HARM = frozenset(("killed", "injured", "casualties"))
#: Characters before a sentence in which the one before it stands.
_BACK = 300
_PARAGRAPH = "\n\n"
_SENTENCE = re.compile(r"[.!?][\"”’)]?\s+")
#: What ends a clause, so that another one begins.
_CLAUSE = re.compile(r"[;:—–]|,\s+(?:and|but|while)\b", re.IGNORECASE)
_BLANK = ' \t\n"“”‘’'
_STOP = re.compile(r"[,;:()—–]")


def _any(term: str) -> str:
    return alternatives(load("en", "attacks")[term].words("words"))


@cache
def _unrest() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('unrest')})\b", re.IGNORECASE)


@cache
def _gatherings() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('gatherings')})\b", re.IGNORECASE)


@cache
def _onset() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('onsets')})\b", re.IGNORECASE)


@cache
def _outright() -> re.Pattern[str]:
    """ "In the ensuing riots", "in clashes that followed"."""
    return re.compile(
        rf"\b(?:{_any('ensuing')})\s+(?:[\w-]+\s+){{0,2}}?(?:{_any('unrest')})\b"
        rf"|\b(?:{_any('unrest')})\s+(?:{_any('that_followed')})\b",
        re.IGNORECASE,
    )


@cache
def _forces() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('forces')})\b", re.IGNORECASE)


@cache
def _in_return() -> re.Pattern[str]:
    """ "In retaliation", "in revenge attacks"; ``answered`` holds "for", ``told`` "the attack"."""
    told = (
        rf"(?:{_any('the_told')})\s+(?:(?:{_any('events')})s?|{_any('told_events')})\b"
        rf"(?!\s+(?:{_any('told_more_closely')})\b)"
    )
    return re.compile(
        rf"\b(?:{_any('in_return')})\b(?:\s+(?:{_any('events')})s?\b)?"
        rf"(?P<answered>\s+(?:{_any('in_return_for')})\b(?:\s+(?P<told>{told}))?)?",
        re.IGNORECASE,
    )


@cache
def _the_told() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_any('the_told')})\s+(?:{_any('events')}|{_any('told_events')})s?\b",
        re.IGNORECASE,
    )


@cache
def _doers_again() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('doers_again')})\b", re.IGNORECASE)


@cache
def _toll_told() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('toll_told')})\b", re.IGNORECASE)


def aftermath_of(text: Text | None, claims: Sequence[Claim]) -> dict[str, str]:
    """By the ids of claims that are of what the attack set off the words that say so.

    ``claims``: of harm in one event, in text order. Nothing where the report opens with unrest, or
    counts nobody before: it is about that; nor where it gives the number of one told before.
    """
    if text is None or len(claims) < 2:
        return {}
    found: dict[str, str] = {}
    numbers: set[tuple[str, int | None, int | None]] = set()
    first: dict[str, Claim] = {}
    for at, claim in enumerate(claims):
        said = None
        if claim.part_of is not None:
            if claim.part_of in found:
                found[claim.id] = found[claim.part_of]
        elif claim.measure in _HARM and numbers and _number(claim) not in numbers:
            said = _set_off(text, claims, at, first.get(claim.measure))
        if said is not None:
            found[claim.id] = " ".join(said.split())
        if claim.measure in _HARM and claim.id not in found:
            numbers.add(_number(claim))
            first.setdefault(claim.measure, claim)
    return found


def _number(claim: Claim) -> tuple[str, int | None, int | None]:
    return (claim.measure, claim.low, claim.high)


def _set_off(text: Text, claims: Sequence[Claim], at: int, first: Claim | None) -> str | None:
    """What says that a claim is of what the attack set off; ``first`` of its measure."""
    claim = claims[at]
    start, end = _segment(claims, at)
    own = text.text[start:end]
    said = _outright().search(own)
    if said is not None:
        return said[0]
    answer = _answered(text.text, claim, start, end)
    if answer is not None and not _told_again(text.text, claim, first, start, end):
        return answer
    said = _broken_out(text, claim, own)
    return None if said is None else said[0]


def _answered(words: str, claim: Claim, start: int, end: int) -> str | None:
    """ "In retaliation" at the head of the claim's clause, "in revenge for the attack" in it."""
    for said in _in_return().finditer(words, start, end):
        told = said["told"] is not None
        if said["answered"] is not None and not told:
            continue
        ahead = words[start : min(said.start(), claim.start)].rstrip(_BLANK)
        head = not ahead and start == claim.sentence_start
        if said.start() > claim.start:
            between = words[claim.end : said.start()].rstrip().removesuffix(",")
            fits = told and not (_STOP.search(between) or _again(ahead) or _again(between))
        elif _CLAUSE.search(words, said.end(), claim.start):
            fits = False
        else:
            fits = head or _ends_clause(ahead) or (told and not _again(ahead))
        if fits:
            return said[0]
    return None


def _ends_clause(ahead: str) -> bool:
    return any(found.end() == len(ahead) for found in _CLAUSE.finditer(ahead))


def _again(words: str) -> bool:
    """Whether it names the attack told before, or who made it: "the strikes", "they"."""
    return bool(_the_told().search(words) or _doers_again().search(words))


def _told_again(words: str, claim: Claim, first: Claim | None, start: int, end: int) -> bool:
    """Whether it tells of a toll, or of who did the first one or where."""
    if _toll_told().search(words, start, end):
        return True
    if first is None:
        return False
    if claim.where is not None and first.where is not None and start <= claim.where.start < end:
        place = claim.where.name.casefold() == first.where.name.casefold()
    else:
        place = False
    if place or first.actor is None or not first.actor.name.split():
        return place
    doer = first.actor.name.split()[-1].casefold()
    if claim.actor is not None:
        return claim.actor.name.casefold().split()[-1:] == [doer]
    return re.search(rf"\b{re.escape(doer)}\b", words[start : claim.start].casefold()) is not None


def _segment(claims: Sequence[Claim], at: int) -> tuple[int, int]:
    """Start and end of what the sentence of a claim says between the claims beside it."""
    claim = claims[at]
    beside = [
        other
        for other in claims[max(0, at - 1) : at + 2]
        if other is not claim and other.sentence_start == claim.sentence_start
    ]
    first = max([claim.sentence_start, *(o.end for o in beside if o.start < claim.start)])
    last = min([claim.sentence_end, *(o.start for o in beside if o.start > claim.start)])
    return first, last


def _broken_out(text: Text, claim: Claim, own: str) -> re.Match[str] | None:
    """The unrest that the claim's part of the sentence names, or that broke out right before."""
    words = text.text
    ahead = words[max(0, claim.sentence_start - _BACK) : claim.sentence_start]
    ahead = ahead.rpartition(_PARAGRAPH)[2].rstrip()
    before = _SENTENCE.split(ahead)[-1] if ahead else ""
    began = _onset().search(before)
    named = _unrest().search(own)
    if named is not None and (began or _onset().search(own)):
        said = named
    elif began is not None and _struck_by_force(own):
        said = _unrest().search(before) or began
    else:
        return None
    start = next((block.start for block in text.blocks if block.kept), 0)
    last = claim.sentence_start - (len(before) if began else 0)
    last = min(start + _OPENING, last)
    opening = f"{text.title or ''}\n{words[start:last].partition(_PARAGRAPH)[0]}"
    return None if _unrest().search(opening) or _gatherings().search(opening) else said


def _struck_by_force(own: str) -> bool:
    """Whether forces did it: "troops opened fire", "shot dead by soldiers"."""
    return _forces().search(own) is not None
