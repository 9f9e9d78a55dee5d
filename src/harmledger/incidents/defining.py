"""What reports say of whom a counter's figure takes in, where counters of one event differ.

"The support group counts 31, because it includes the unborn twins": nobody decides who is right,
but a reader sees what may be the cause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from harmledger.incidents.phrases import claim_words, done_words
from harmledger.incidents.readings import counted, status_of
from harmledger.kept import whole
from harmledger.records import Claim, Definition, Text
from harmledger.vocabulary import alternatives, load
from harmledger.wording import listed

__all__ = ["definitions_of"]

#: Characters of such a clause, and figures of others that are named.
_LONGEST, _MOST = 200, 3

#: Definitions of one incident.
_SHOWN = 50

#: Words of a name, and letters of a last word by which a name is told again: "the committee".
_NAME, _WORD = 8, 4


def definitions_of(claims: Sequence[Claim], texts: Mapping[str, Text]) -> tuple[Definition, ...]:
    """For each figure of a named counter, from which another counter's differs, what its report
    says of whom it takes in; once for the same words. ``claims``: of one incident."""
    told = {measure: own for measure, own in _by_measure(claims).items() if _differ(own)}
    if not told:
        return ()
    starts: dict[str, list[int]] = defaultdict(list)
    for claim in claims:
        starts[claim.text_id].append(claim.start)
    found: dict[tuple[str, str], Definition] = {}
    for text_id, own in _by_text(told).items():
        text = whole(texts.get(text_id))
        if text is None:
            continue
        ordered = sorted(starts[text_id])
        for claim in own:
            words = _said(claim, text.text, ordered)
            others = _differing(claim, told[claim.measure]) if words else []
            if others and len(found) < _SHOWN:
                found.setdefault(
                    (_name(claim), words),
                    Definition(
                        claim=claim.id, words=words, sentence=_sentence(claim, words, others)
                    ),
                )
    return tuple(found.values())


def _by_measure(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.speaker is not None and claim.part_of is None and counted(claim):
            found[claim.measure].append(claim)
    return found


def _by_text(told: Mapping[str, Sequence[Claim]]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for own in told.values():
        for claim in own:
            found[claim.text_id].append(claim)
    return found


def _differ(claims: Sequence[Claim]) -> bool:
    """Whether two counters give two figures."""
    names = {_name(claim) for claim in claims}
    return len(names) > 1 and len({(claim.low, claim.high) for claim in claims}) > 1


def _differing(claim: Claim, claims: Iterable[Claim]) -> list[Claim]:
    """Other named counters' figures for the same people, the nearest first."""
    others = {
        _name(one).casefold(): one
        for one in claims
        if _alike(one, claim) and _name(one) != _name(claim)
    }
    found = [one for one in others.values() if (one.low, one.high) != (claim.low, claim.high)]
    return sorted(found, key=lambda one: abs(_size(one) - _size(claim)))


def _size(claim: Claim) -> int:
    return claim.low or claim.high or 0


def _alike(one: Claim, two: Claim) -> bool:
    """Whether both may count the same people."""
    either = {status_of(one), status_of(two)}
    return len(either) == 1 or (None in either and "perpetrator" not in either)


def _name(claim: Claim) -> str:
    return (claim.speaker.canonical or claim.speaker.name) if claim.speaker else ""


def _said(claim: Claim, words: str, starts: Sequence[int]) -> str:
    """The clause that says it, behind the figure in its sentence or opening the next; ``starts``:
    of the text's claims, in order."""
    at = bisect_right(starts, claim.end)
    end = min(starts[at] if at < len(starts) else claim.sentence_end, claim.sentence_end)
    match = _clause().search(words, claim.end, end)
    if match is None:
        match = _next().match(words, claim.sentence_end)
        if match is not None and not _of(match["who"], match["said"], _name(claim)):
            return ""
    return " ".join(match["said"].split()) if match else ""


def _of(who: str, said: str, name: str) -> bool:
    """Whether a sentence about ``who`` is about the figure, or the counter with people behind."""
    told = " ".join(who.casefold().split())
    if told in load("en", "definitions")["figures"].words("words"):
        return True
    full = name.casefold().removeprefix("the ")
    last = full.split()[-1] if full else ""
    called = told.removeprefix("the ")
    named = called == full or (len(last) >= _WORD and called == last)
    return named and _people().search(said) is not None


@cache
def _clause() -> re.Pattern[str]:
    """ "Because it includes the unborn twins"."""
    why = r"(?:(?:because|as|since|for|but|and|although|though)\s+)?"
    return re.compile(
        rf"\b(?P<said>{why}(?:{_any('figures')})\s+(?:{_any('verbs')})\b[^.;\n]{{2,{_LONGEST}}})",
        re.IGNORECASE,
    )


@cache
def _next() -> re.Pattern[str]:
    """A next sentence that says whom something takes in; ``who`` it is about."""
    return re.compile(
        rf"\s*(?P<said>(?P<who>(?:[\w'’&.-]+\s+){{1,{_NAME}}}?)(?:{_any('verbs')})\b"
        rf"[^.;\n]{{2,{_LONGEST}}})",
        re.IGNORECASE,
    )


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('people')})\b", re.IGNORECASE)


def _any(term: str) -> str:
    return alternatives(load("en", "definitions")[term].words("words"))


def _sentence(claim: Claim, words: str, others: Sequence[Claim]) -> str:
    done = done_words(claim.measure, [claim])
    named = [f"{claim_words(one)} ({_name(one)})" for one in others]
    return (
        f"{_name(claim)}, {claim_words(claim)} {done}: “{words}” ({claim.document}). That may be "
        f"why it differs from {listed(named, most=_MOST)}."
    )
