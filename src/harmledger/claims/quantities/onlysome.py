"""Counts of some only: "among the dead were 14", "fourteen remain in hospital", "nobody next door".

Such a claim says nothing of how many there were in all. The words that say so are kept in its
basis, and a part of a figure that its text gave before is tied to that figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.quantities.shares import share_of
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim
from harmledger.vocabulary import load

__all__ = ["with_only_some"]

_COUNTED = frozenset(("asserted", "hedged"))
#: Characters around a count in which the words are looked for.
_REACH = 200
#: Figures before a part among which its total is looked for.
_BACK = 40
#: Quotes that are all of those told of before.
_ALL = re.compile(r"\b(?:the|all|both|these|those)\s+$", re.IGNORECASE)
#: Ways in which those harmed hang on the rule that counts them: the dead include nine children.
_INCLUDES = re.compile(r"\s+(?:\w+\s+){0,2}?(?:includes?|included|including)\b", re.IGNORECASE)
_NO = re.compile(r"(?:not\s+(?:a|one|a\s+single)|no|none)\s+", re.IGNORECASE)
_OF_GROUP = re.compile(
    r"\s+(?:of|among)\s+(?:the|its|their|our|his|her)\s+(?:[\w-]+\s+){0,2}?[\w-]+"
    r"(?=\s+(?:was|were|is|are|had|has|have|died|suffered|who|in|on|at)\b|\s*[.,;:\"”]|$)",
    re.IGNORECASE,
)


def with_only_some(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with those of some only marked, and tied to the total told before."""
    made: list[Claim] = []
    told = frozenset(c.measure for c in claims if c.low and c.stance in _COUNTED)
    for claim in claims:
        said = _said(text, claim, told) if claim.basis is not None else None
        if said is not None and claim.basis is not None:
            claim = replace(claim, basis=replace(claim.basis, only_some=" ".join(said.split())))
        made.append(claim)
    return _tied(made)


def _said(text: str, claim: Claim, told: frozenset[str]) -> str | None:
    """The words that make the claim one of some only. ``told``: measures that are counted."""
    if claim.low == 0 and claim.high == 0:
        return _narrow_zero(text, claim, told)
    if claim.part_of is not None or claim.stance not in _COUNTED:
        return None
    return _among(text, claim) or _of_the(text, claim) or _left(text, claim)


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
    return re.compile(rf"\b(?:{_any('among')})\s+{harmed}", re.I) if harmed else None


@cache
def _of_all(measure: str) -> re.Pattern[str] | None:
    harmed = _harmed(measure)
    return re.compile(rf"(?:\s+|(?<!.))(?:out\s+)?of\s+{harmed}", re.I) if harmed else None


@cache
def _any(term: str) -> str:
    return alternatives(words("only_some", term)).replace(r"\*", r"\w+(?:\s+\w+)?")


def _among(text: str, claim: Claim) -> str | None:
    """ "Among the dead were 14 foreigners", "27 of his town were among the dead"."""
    pattern, basis = _among_the(claim.measure), claim.basis
    if pattern is None or basis is None:
        return None
    first = max(claim.sentence_start, min(claim.start, basis.start) - _REACH)
    last = min(claim.sentence_end, max(claim.end, basis.end) + _REACH)
    if last - first > 4 * _REACH:
        return None
    for found in pattern.finditer(text, first, last):
        inside = found.start() <= claim.start < found.end()
        if found.start() <= basis.start < found.end() and not inside:
            return found[0]
    return None


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
        rf"\s+(?P<to>{plain})(?P<said>(?:{_any('still')})\b[^.;,:]{{0,45}}?\b(?:{_any('care')}))\b"
        rf"|\s+(?P<now>(?:are\s+|were\s+)?(?:now\s+)?(?:left|still)\s+in\s+(?:{_any('care')}))\b",
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
    behind = text[claim.end : min(claim.sentence_end, claim.end + _REACH)]
    if _leaving().search(before):
        care = re.match(rf"\s+(?:people\s+)?in\s+(?:{_any('care')})\b", behind, re.I)
        return f"leaving {claim.quote}{care[0]}" if care else None
    found = _still().match(behind)
    return (found["said"] or found["now"]) if found else None


@cache
def _zero_place(term: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(term)})\b(?:\s+(?:the\s+)?[\w-]+)?", re.IGNORECASE)


@cache
def _zero_time() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('none_since')})\b(?:\s+(?:the\s+)?[\w-]+)?", re.IGNORECASE)


@cache
def _zero_more() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('none_more')})\b", re.IGNORECASE)


def _narrow_zero(text: str, claim: Claim, told: frozenset[str]) -> str | None:
    """ "No one has died in hospital since Friday", "nobody in the school next door", "no staff"."""
    ahead = text[claim.end : min(claim.sentence_end, claim.end + _REACH)]
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


def _tied(claims: Sequence[Claim]) -> list[Claim]:
    """The parts among ``claims`` tied to the nearest larger figure before that may be their total.

    A figure inside the words that make it a part ("27 of the 191 dead") is its total. A total
    that was read as a part of a zero ("no foreigners were among the 53 dead") is none.
    """
    by_id = {claim.id: claim for claim in claims}
    made: list[Claim] = []
    for at, claim in enumerate(claims):
        whole = by_id.get(claim.part_of) if claim.part_of else None
        if whole is not None and whole.low == whole.high == 0 and claim.low:
            claim = replace(claim, part_of=None)
        elif claim.part_of is None and _is_part(claim):
            near = [*claims[at + 1 : at + 3], *reversed(claims[max(0, at - _BACK) : at])]
            total = next((one for one in near if _holds(one, claim)), None)
            if total is not None:
                claim = replace(claim, part_of=total.id)
            elif claim.basis is not None and claim.low == claim.high == 1:
                # "The dead included a boy": one person is told apart from counts as it is.
                claim = replace(claim, basis=replace(claim.basis, only_some=None))
        made.append(claim)
    return made


def _is_part(claim: Claim) -> bool:
    """Whether the words say "of the dead" or "among them", and not only who is left."""
    if claim.low == 0 or claim.basis is None or not share_of(claim):
        return False
    said = (claim.basis.only_some or "").casefold()
    return not any(said.startswith(word) for word in words("only_some", "still")) or "of" in said


#: Characters from a part to its total behind it: "27 of the 191 dead".
_NEAR = 20


def _holds(whole: Claim, part: Claim) -> bool:
    """Whether ``part`` may be a part of ``whole``, which stands before it or right behind."""
    behind = whole.start > part.start
    near = whole.start <= part.end + _NEAR and whole.sentence_start == part.sentence_start
    if behind and not near:
        return False
    alike = whole.measure == part.measure and whole.unit == part.unit and whole.part_of is None
    size, least = whole.high if whole.high is not None else whole.low, part.low or part.high or 0
    if not alike or whole.stance not in _COUNTED or size is None or share_of(whole):
        return False
    own = whole.population.status if whole.population else "unstated"
    mine = part.population.status if part.population else "unstated"
    open_ = own in {"unstated", "mixed"} or mine in {"unstated", own}
    return open_ and size > least
