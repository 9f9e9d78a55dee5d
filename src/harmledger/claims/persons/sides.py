"""Whose casualties a bare number counts, where the sentence says it.

"The rebels sustained 93 dead and 55 wounded", "12 casualties on the army", "the fight cost the
police nine dead", "four FARC deaths": the number has no noun for people of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from harmledger.claims.persons.glossed import glossed
from harmledger.claims.persons.sidewords import on_a_side, side_of, sides_of
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import NUMBER
from harmledger.records import Claim

__all__ = ["bare_toll", "is_open", "whose_casualties", "with_status"]

#: Characters looked at on either side of the number, and words of a phrase for people.
_REACH, _WORDS = 160, 10
_WORD = re.compile(r"\d+|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[.;:()\[\]]")
#: "The army, which lost 23 men".
_WHICH = re.compile(r",\s*(?:which|who)\s+(?:has\s+|had\s+|have\s+)?\Z", re.IGNORECASE)
#: Where the phrase before a verb begins: behind what somebody said.
_CLAUSE = re.compile(r"\b(?:that|which|said|says|while|when|where)\b|[:\"“”]", re.IGNORECASE)


def whose_casualties(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, bare numbers of no stated status with that of their side."""
    return [_of_their_side(text, claim) if is_open(claim) else claim for claim in claims]


def is_open(claim: Claim) -> bool:
    """Whether a claim counts people of whom no status is told and who are not named."""
    own = claim.population
    return own is not None and own.status == "unstated" and not own.named


def bare_toll(text: str, claim: Claim) -> bool:
    """Whether a claim counts dead, wounded or casualties, and has no noun for people."""
    behind = text[claim.end : min(claim.sentence_end, claim.end + _REACH)]
    match = _bare().match(f"{claim.quote}{behind}")
    names = glossed(text)
    return match is not None and all(
        word.lower() in words("grammar", "around_tolls") or side_of(word, names)
        for word in match[1].split()
    )


def _of_their_side(text: str, claim: Claim) -> Claim:
    ahead = text[max(claim.sentence_start, claim.start - _REACH) : claim.start]
    behind = text[claim.end : min(claim.sentence_end, claim.end + _REACH)]
    names = glossed(text)
    if sides := on_a_side(behind, names):
        return with_status(claim, sides.pop() if len(sides) == 1 else "mixed")
    if not bare_toll(text, claim) and not _men_lost(text, claim, ahead):
        return claim
    for phrase in _phrases(ahead, behind):
        sides = sides_of(phrase, names)
        if phrase[:1] in (["We"], ["we"]) and claim.speaker is not None:
            sides = sides_of(claim.speaker.name.split(), names) - {"civilian"}
        if sides:
            return with_status(claim, sides.pop() if len(sides) == 1 else "mixed")
    both = claim.measure != "detained" and _both_sides().match(behind)
    return with_status(claim, "mixed") if both else claim


def _men_lost(text: str, claim: Claim, ahead: str) -> bool:
    """ "The battalion lost 31 men", "rebel losses were 40", "losses of the brigade: killed 7"."""
    surface = claim.population.surface if claim.population else None
    if surface is not None and surface.lower() != "men":
        return False
    return any(pattern.search(ahead) for pattern in _lost())


def with_status(claim: Claim, status: str) -> Claim:
    """The claim with that status of its people."""
    assert claim.population is not None
    return replace(claim, population=replace(claim.population, status=status))


@cache
def _harm() -> str:
    """ "Casualties", "dead": what a number counts in place of people."""
    return alternatives(words("grammar", "bare_tolls"))


@cache
def _about() -> str:
    """What stands around a number: "at least", "a total of"."""
    return rf"(?:{NUMBER}|{alternatives(words('grammar', 'around_tolls'))})"


@cache
def _bare() -> re.Pattern[str]:
    """A quote with the words behind it: no noun for people stands before the word of harm."""
    return re.compile(
        rf"(?:{_about()}\s+){{0,6}}((?:[^\W\d][\w’'-]*\s+){{0,2}}?)(?:{_harm()})\b", re.IGNORECASE
    )


@cache
def _both_sides() -> re.Pattern[str]:
    known = alternatives(words("grammar", "both_sides"))
    return re.compile(rf"[^.;]{{0,40}}\b(?:{known})\b", re.IGNORECASE)


@cache
def _tolls() -> str:
    """Tolls between a verb and the number: "93 dead and at least"."""
    return rf"(?:(?:(?:{_about()}|{_harm()}|men|and|or)\b|[:,(])\s*){{0,12}}"


@cache
def _patterns_ahead() -> tuple[re.Pattern[str], ...]:
    suffers, costs, among = (
        alternatives(words("grammar", term)) for term in ("suffers", "costs", "among")
    )
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"([^.;]{{3,90}})\b(?:{suffers})\s+{_tolls()}$",
            rf"\b(?:{costs})\s+([^.;,]{{3,40}}?)\s+{_tolls()}$",
            rf"\b(?:casualties|losses)\s+(?:inflicted|suffered)\s+(?:{among}|by)\s+([^.;,]{{3,60}})",
        )
    )


@cache
def _lost() -> tuple[re.Pattern[str], ...]:
    were = (
        r"(?:were|was|are|came\s+to|stood\s+at|(?:were|was)\s+(?:given|put|reported)\s+(?:as|at))"
    )
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"([^.;]{{3,90}})\b(?:lost|loses|losing)\s+{_tolls()}$",
            rf"([^.;]{{3,60}})\b(?:casualties|losses)\s+(?:{were}|:)\s+{_tolls()}$",
            r"\b(?:casualties|losses|dead)\s+of\s+([^.;,:\n]{3,40}):[^.:\n]{0,60}$",
        )
    )


@cache
def _patterns_behind() -> tuple[re.Pattern[str], ...]:
    among = alternatives(words("grammar", "among"))
    done = r"(?:(?:were|was|have\s+been|had\s+been)\s+)?(?:inflicted|suffered|reported)\s+"
    return (
        re.compile(rf"\s*{_tolls()}(?:{done})?(?:{among})\s+([^.;,]{{3,80}})", re.IGNORECASE),
        re.compile(rf"\s*((?:[\w’'-]+\s+){{1,3}}?)(?:{_harm()})\b", re.IGNORECASE),
    )


def _phrases(ahead: str, behind: str) -> Iterator[list[str]]:
    """The words of the phrases that may say whose casualties are counted, the surest first."""
    for pattern in _patterns_behind():
        if match := pattern.match(behind):
            yield list(takewhile(_goes_on, _WORD.findall(match[1])))[:_WORDS]
    first, *others = _patterns_ahead()
    if match := first.search(ahead):
        told = reversed(_WORD.findall(_CLAUSE.split(match[1])[-1]))
        yield list(takewhile(_runs_on, told))[:_WORDS]
    for pattern in others:
        if match := pattern.search(ahead):
            yield list(takewhile(_goes_on, _WORD.findall(match[1])))[:_WORDS]
    for pattern in _lost():
        if match := pattern.search(ahead):
            told = reversed(_WORD.findall(_CLAUSE.split(_WHICH.sub("", match[1]))[-1]))
            yield list(takewhile(_runs_on, told))[:_WORDS]


def _goes_on(word: str) -> bool:
    return not word.isdigit() and _runs_on(word)


def _runs_on(word: str) -> bool:
    return word.lower() not in words("grammar", "phrase_ends")
