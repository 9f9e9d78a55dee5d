"""What reports say of whom a counter's figure takes in, where counters of one event differ.

"The support group counts 31, because it includes the unborn twins": nobody decides who is right,
but a reader sees what may be the cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from harmledger.incidents.phrases import claim_words, done_words
from harmledger.incidents.readings import counted, status_of
from harmledger.records import Claim, Definition, Text
from harmledger.vocabulary import load
from harmledger.wording import listed

__all__ = ["definitions_of"]

#: Characters of such a clause, and figures of others that are named.
_LONGEST, _MOST = 200, 3

#: Letters of a last word by which a name is told again: "the committee".
_WORD = 4


def definitions_of(claims: Sequence[Claim], texts: Mapping[str, Text]) -> tuple[Definition, ...]:
    """For each figure of a named counter, from which another counter's differs, what its report
    says of whom it takes in; once for the same words. ``claims``: of one incident."""
    found: dict[tuple[str, str], Definition] = {}
    for claim in claims:
        others = _differing(claim, claims)
        text = texts.get(claim.text_id) if others else None
        words = _said(claim, text.text, claims) if text is not None else ""
        if words:
            found.setdefault(
                (_name(claim), words),
                Definition(claim=claim.id, words=words, sentence=_sentence(claim, words, others)),
            )
    return tuple(found.values())


def _differing(claim: Claim, claims: Iterable[Claim]) -> list[Claim]:
    """Other named counters' figures for the same people, the nearest first."""
    if not _whole(claim):
        return []
    others = {
        _name(one).casefold(): one
        for one in claims
        if _whole(one)
        and one.measure == claim.measure
        and _alike(one, claim)
        and _name(one) != _name(claim)
    }
    found = [one for one in others.values() if (one.low, one.high) != (claim.low, claim.high)]
    return sorted(found, key=lambda one: abs(_size(one) - _size(claim)))


def _size(claim: Claim) -> int:
    return claim.low or claim.high or 0


def _alike(one: Claim, two: Claim) -> bool:
    """Whether both may count the same people."""
    either = {status_of(one), status_of(two)}
    return len(either) == 1 or (None in either and "perpetrator" not in either)


def _whole(claim: Claim) -> bool:
    return claim.speaker is not None and claim.part_of is None and counted(claim)


def _name(claim: Claim) -> str:
    return (claim.speaker.canonical or claim.speaker.name) if claim.speaker else ""


def _said(claim: Claim, words: str, claims: Iterable[Claim]) -> str:
    """The clause that says it, behind the figure in its sentence or opening the next."""
    end = min(
        (one.start for one in claims if one.text_id == claim.text_id and one.start > claim.end),
        default=claim.sentence_end,
    )
    match = _clause().search(words, claim.end, min(end, claim.sentence_end))
    if match is None:
        match = _next(_name(claim)).match(words, claim.sentence_end)
    return " ".join(match["said"].split()) if match else ""


@cache
def _clause() -> re.Pattern[str]:
    """ "Because it includes the unborn twins"."""
    why = r"(?:(?:because|as|since|for|but|and|although|though)\s+)?"
    return re.compile(
        rf"\b(?P<said>{why}(?:{_any('figures')})\s+(?:{_any('verbs')})\b[^.;\n]{{2,{_LONGEST}}})",
        re.IGNORECASE,
    )


@cache
def _next(name: str) -> re.Pattern[str]:
    """A next sentence of the figure, or of the counter with people behind the verb."""
    own = [re.escape(name.removeprefix("The ").removeprefix("the "))]
    last = name.split()[-1]
    own += [re.escape(last)] if len(last) >= _WORD else []
    rest = rf"[^.;\n]{{2,{_LONGEST}}}"
    people = rf"(?=[^.;\n]*\b(?:{_any('people')})\b)"
    return re.compile(
        rf"\s*(?P<said>(?:(?:{_any('figures')})\s+(?:{_any('verbs')})\b{rest})"
        rf"|(?:(?:the\s+)?(?:{'|'.join(own)})\s+(?:{_any('verbs')})\b{people}{rest}))",
        re.IGNORECASE,
    )


def _any(term: str) -> str:
    found = sorted(
        load("en", "definitions")[term].words("words"), key=lambda word: (-len(word), word)
    )
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in found)


def _sentence(claim: Claim, words: str, others: Sequence[Claim]) -> str:
    done = done_words(claim.measure, [claim])
    named = [f"{claim_words(one)} ({_name(one)})" for one in others]
    return (
        f"{_name(claim)}, {claim_words(claim)} {done}: “{words}” ({claim.document}). That may be "
        f"why it differs from {listed(named, most=_MOST)}."
    )
