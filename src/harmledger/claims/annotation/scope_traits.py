"""What a claim and its text say of its scope, as traits that are weighed together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harmledger.claims.annotation.periods import up_to_total
from harmledger.claims.annotation.scope import scope_cues
from harmledger.records import Claim

__all__ = ["scope_traits"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")
#: Characters looked at before the sentence, and on either side of the number.
_AHEAD, _SIDE = 200, 80
#: Words behind the number and ahead of it.
_BEHIND, _BEFORE = 6, 5
#: Of a long sentence, such as a table, so many characters.
_LONGEST = 2000
_SIZES = ((10, "few"), (100, "tens"), (1000, "hundreds"))


def _words(text: str) -> list[str]:
    return ["#" if word[0].isdigit() else word.lower() for word in _WORD.findall(text)]


def _size(claim: Claim) -> str:
    if claim.low == claim.high and claim.low in {0, 1}:
        return "one" if claim.low else "none"
    if claim.qualifier == "vague" and (claim.low or 0) <= 2:
        return "vague"
    number = max(claim.low or 0, claim.high or 0)
    return next((name for bound, name in _SIZES if number < bound), "thousands")


def scope_traits(text: str, claim: Claim) -> list[str]:
    """The traits of a claim, each once: the rules' own answer and cues, its fields, the words."""
    return list(dict.fromkeys((*_told(text, claim), *_said(text, claim))))


def _told(text: str, claim: Claim) -> Iterator[str]:
    """The claim's own fields, and what the rules saw."""
    size, basis = _size(claim), claim.basis
    word = basis.word.lower() if basis else ""
    end = min(claim.sentence_end, claim.sentence_start + _LONGEST)
    sentence = text[claim.sentence_start : end]
    told = up_to_total(sentence, claim.start - claim.sentence_start)
    before = text[max(0, claim.sentence_start - _AHEAD) : claim.sentence_start]
    start = text[:_LONGEST]
    capitals = sum(map(str.isupper, start)) > sum(map(str.islower, start))
    setting = "capitals" if capitals else "small letters"
    for own in (f"rule:{claim.scope}", f"measure:{claim.measure}", setting):
        yield from (own, f"{own}|{size}")
    for cue in scope_cues(told, before, claim.when, word):
        yield from (f"cue:{cue}", f"cue:{cue}|{size}")
    yield from (size, f"qualifier:{claim.qualifier}", f"stance:{claim.stance}", f"word:{word}")
    if basis:
        yield from (f"by:{basis.rule}", f"by:{basis.rule}|{size}")
    yield f"place:{claim.where.precision if claim.where else 'none'}"
    yield f"speaker:{claim.speaker is not None}"
    yield f"part:{claim.part_of is not None}"
    if claim.population is not None:
        yield f"status:{claim.population.status}"
        if claim.population.named:
            yield "named"


def _said(text: str, claim: Claim) -> Iterator[str]:
    """The words of the sentence, and those beside the number."""
    start = max(claim.sentence_start, claim.start - _LONGEST // 2)
    end = min(claim.sentence_end, start + _LONGEST)
    several = _size(claim) != "one"
    for word in _words(text[start:end]):
        yield f"said:{word}"
        if several:
            yield f"said:{word}|several"
    behind = _words(text[claim.end : min(end, claim.end + _SIDE)])
    ahead = _words(text[max(start, claim.start - _SIDE) : claim.start])
    yield from (f"behind:{word}" for word in behind[:_BEHIND])
    yield from (f"next:{word}" for word in behind[:1])
    yield from (f"ahead:{word}" for word in ahead[-_BEFORE:])
