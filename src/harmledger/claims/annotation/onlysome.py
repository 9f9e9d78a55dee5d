"""Counts of some only: "among the dead were 14", "fourteen remain in hospital", "nobody next door".

Such a claim says nothing of how many there were in all. The words that say so are kept in its
basis, and a part of a figure that its text gave before is tied to that figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.annotation.episodes import moved_bodies, of_one_phase
from harmledger.claims.annotation.narrowzeros import REACH, any_of, narrow_zero
from harmledger.claims.annotation.of_number import of_a_group_told, of_a_number_told, of_kin
from harmledger.claims.annotation.some_of_all import nationals_beside_all, sites_of_one_attack
from harmledger.claims.annotation.totals_before import COUNTED, tied_to_totals
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim
from harmledger.vocabulary import load

__all__ = ["with_only_some"]

#: Fewer names on a list may be all of them.
_SEVERAL = 3
#: Quotes that are all of those told of before.
_ALL = re.compile(r"\b(?:the|all|both|these|those)\s+$", re.IGNORECASE)
#: Ways in which those harmed hang on the rule that counts them: the dead include nine children.
_INCLUDES = re.compile(r"\s+(?:\w+\s+){0,2}?(?:includes?|included|including)\b", re.IGNORECASE)


def with_only_some(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with those of some only marked, and tied to the total told before."""
    made: list[Claim] = []
    told = frozenset(c.measure for c in claims if c.low and c.stance in COUNTED)
    sites = sites_of_one_attack(claims)
    for at, claim in enumerate(claims):
        said = _said(text, claim, told) if claim.basis is not None else None
        if said is None and claim.part_of is None and claim.stance in COUNTED:
            said = of_a_number_told(text, claims, at) or nationals_beside_all(text, claims, at)
            said = said or sites.get(claim.id) or of_one_phase(text, claims, at)
            said = said or of_a_group_told(text, claims, at) or of_kin(text, claims, at)
            said = said or moved_bodies(text, claims, at)
        if said is not None and claim.basis is not None:
            claim = replace(claim, basis=replace(claim.basis, only_some=" ".join(said.split())))
        made.append(claim)
    return tied_to_totals(made)


def _said(text: str, claim: Claim, told: frozenset[str]) -> str | None:
    """The words that make the claim one of some only. ``told``: measures that are counted."""
    if claim.low == 0 and claim.high == 0:
        return narrow_zero(text, claim, told)
    if claim.part_of is not None or claim.stance not in COUNTED:
        return None
    return (
        _among(text, claim)
        or _in_total(text, claim)
        or _of_the(text, claim)
        or _left(text, claim)
        or _buried(text, claim)
        or _posted(text, claim)
        or _added(text, claim)
    )


@cache
def _harmed(measure: str) -> str:
    """A pattern for "the dead", "those killed", "the 12 people who died"; empty where none is."""
    data = load("en", "only_some")["those_harmed"].data
    if measure not in data:
        return ""
    listed = alternatives(words("only_some", "those_harmed", measure))
    return (
        rf"(?:the|those|all|its|their|our|these)\s+(?:[\w,-]+\s+)?"
        rf"(?:(?:people|persons|civilians|men|women|of)\s+(?:the\s+)?)?(?:{listed})\b"
    )


@cache
def _among_the(measure: str) -> re.Pattern[str] | None:
    harmed = _harmed(measure)
    return re.compile(rf"\b(?:{any_of('among')})\s+{harmed}", re.I) if harmed else None


@cache
def _of_all(measure: str) -> re.Pattern[str] | None:
    harmed = _harmed(measure)
    return re.compile(rf"(?:\s+|(?<!.))(?:out\s+)?of\s+{harmed}", re.I) if harmed else None


def _among(text: str, claim: Claim) -> str | None:
    """ "Among the dead were 14 foreigners", "27 of his town were among the dead"."""
    pattern, basis = _among_the(claim.measure), claim.basis
    if pattern is None or basis is None:
        return None
    first = max(claim.sentence_start, min(claim.start, basis.start) - REACH)
    last = min(claim.sentence_end, max(claim.end, basis.end) + REACH)
    if last - first > 4 * REACH:
        return None
    for found in pattern.finditer(text, first, last):
        inside = found.start() <= claim.start < found.end()
        if found.start() <= basis.start < found.end() and not inside:
            return found[0]
    return None


@cache
def _total() -> re.Pattern[str]:
    counted = alternatives(words("only_some", "in_total"))
    totals = alternatives(words("only_some", "in_total", "totals"))
    return re.compile(
        rf"[^.;:\d]{{0,90}}?(?<!\bnot)\s(?P<said>(?:{counted})\s+(?:in|among|within)\s+(?:the|that|this"
        rf"|its|their)\s+(?:\w+\s+)?(?:{totals}))\b",
        re.IGNORECASE,
    )


def _in_total(text: str, claim: Claim) -> str | None:
    """ "Twelve guards died as well and are counted in the total"."""
    found = _total().match(text, claim.end, claim.sentence_end)
    return found["said"] if found is not None else None


def _of_the(text: str, claim: Claim) -> str | None:
    """ "Twelve of those killed", "27 of the 191 dead"; "the dead include nine children"."""
    pattern, basis = _of_all(claim.measure), claim.basis
    found = pattern.match(text, claim.end, claim.sentence_end) if pattern else None
    if found is not None and basis is not None:
        # "Two of the victims died": of those shot, and all who died.
        told = found.start() <= basis.start < found.end() or "victim" not in found[0].casefold()
        return found[0].strip() if told else None
    opened = pattern.match(text, claim.sentence_start - 1) if pattern else None
    if opened is not None and opened.end() <= claim.start and "victim" not in opened[0].casefold():
        return opened[0].strip()  # "Of the dead, 177 are identified; 46 were foreigners"
    if basis is None or basis.rule not in {"include", "context", "roll"}:
        return None
    listed = _INCLUDES.match(text, basis.end, claim.sentence_end)
    return text[basis.start : listed.end()] if listed else None


@cache
def _still() -> re.Pattern[str]:
    """Behind a count: "remain in hospital", "of the injured are still being treated"."""
    plain = r"(?:(?!(?:and|who|that|but)\b)[\w'’-]+\s+){0,8}?"
    return re.compile(
        rf"\s+(?P<to>{plain})(?P<said>(?:{any_of('still')})\b[^.;,:]{{0,45}}?\b(?:{any_of('care')}))\b"
        rf"|\s+(?P<now>(?:are\s+|were\s+)?(?:now\s+)?(?:left|still)\s+in\s+(?:{any_of('care')}))\b",
        re.IGNORECASE,
    )


@cache
def _leaving() -> re.Pattern[str]:
    return re.compile(r"\bleaving\s+(?:only\s+|just\s+)?$", re.IGNORECASE)


def _left(text: str, claim: Claim) -> str | None:
    """ "Fourteen remain in hospital": those who are left of the injured."""
    if claim.measure not in {"injured", "casualties"} or claim.low == claim.high == 1:
        return None
    before = text[max(claim.sentence_start, claim.start - 24) : claim.start]
    of_some = re.match(r"\s+of\s+the\b", text[claim.end : claim.end + 10])
    if _ALL.search(before) and not of_some:
        return None
    behind = text[claim.end : min(claim.sentence_end, claim.end + REACH)]
    if _leaving().search(before):
        care = re.match(rf"\s+(?:people\s+)?in\s+(?:{any_of('care')})\b", behind, re.I)
        return f"leaving {claim.quote}{care[0]}" if care else None
    found = _still().match(behind)
    return (found["said"] or found["now"]) if found else None


@cache
def _burial() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "The burial of", ahead of a count; "victims were buried", behind it."""
    rites = alternatives(words("only_some", "burials"))
    done = alternatives(words("only_some", "burials", "done"))
    return (
        re.compile(rf"\b(?:{rites})\s+(?:of|for)\s+(?:[\w-]+\s+){{0,2}}?$", re.IGNORECASE),
        re.compile(
            r"\s+(?:[\w'’-]+\s+){0,4}?(?:were|was|are|is|have\s+been|has\s+been|to\s+be)\s+"
            rf"(?P<done>(?:[a-z]+\s+){{0,2}}?(?:{done}))\b",
            re.IGNORECASE,
        ),
    )


def _buried(text: str, claim: Claim) -> str | None:
    """ "The burial of 136 victims", "some 500 bodies were identified": of those who died before."""
    basis = claim.basis
    if claim.measure != "killed" or claim.low == claim.high == 1 or basis is None:
        return None
    if basis.word.lower() not in words("only_some", "burials", "whom"):
        return None
    ahead, behind = _burial()
    before = text[max(claim.sentence_start, claim.start - REACH) : claim.start]
    rite = ahead.search(before)
    if rite is not None:
        return rite[0].strip()
    found = behind.match(text, claim.end, min(claim.sentence_end, claim.end + REACH))
    return found["done"] if found else None


@cache
def _list() -> re.Pattern[str]:
    """ "A list of", "names of", shortly ahead of a count."""
    lists = alternatives(words("only_some", "posted"))
    return re.compile(rf"\b(?:{lists})\s+(?:of|with)\s+(?:[\w-]+\s+){{0,3}}?$", re.IGNORECASE)


@cache
def _posting() -> re.Pattern[str]:
    where = alternatives(words("only_some", "posted", "where"))
    return re.compile(rf"\b(?:{where})\b", re.IGNORECASE)


def _posted(text: str, claim: Claim) -> str | None:
    """ "A list of 128 names of dead pinned to the door": of those known there and then."""
    if claim.measure != "killed" or (claim.low or 0) < _SEVERAL:
        return None
    before = text[max(claim.sentence_start, claim.start - REACH) : claim.start]
    listed = _list().search(before)
    hung = _posting().search(text, claim.sentence_start, claim.sentence_end) if listed else None
    return listed[0].strip() if listed is not None and hung is not None else None


@cache
def _addition() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "Added", ahead of a count; "deaths retroactively", "names to its toll", behind it."""
    return (
        re.compile(rf"\b(?:{alternatives(words('only_some', 'additions'))})\s+(?:\w+\s+)?$", re.I),
        re.compile(
            r"\s+(?:[\w'’-]+\s+){0,4}?"
            rf"(?:{alternatives(words('only_some', 'additions', 'behind'))})\b",
            re.IGNORECASE,
        ),
    )


def _added(text: str, claim: Claim) -> str | None:
    """ "It added 3,000 deaths retroactively": by how much a count grew, and no count."""
    ahead, behind = _addition()
    before = ahead.search(text[max(claim.sentence_start, claim.start - REACH) : claim.start])
    if before is None:
        return None
    found = behind.match(text, claim.end, min(claim.sentence_end, claim.end + REACH))
    return f"{before[0].strip()} {claim.quote}{found[0]}" if found else None
