"""Names that a report joins to somebody killed or hurt, beside those that claims name.

"As did Ana Ruiz", "her son Luis", "Ana Ruiz, 23", "the funeral of Ana Ruiz": in a sentence that
tells of people killed or hurt, or in one beside it (with an age, in a list below it). Rules over
words of the vocabulary ``names_told``, English only, without a parse. They are wide on purpose: a
name withheld too many is better than one too few. Who only speaks is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from harmledger.claims import may_name_person
from harmledger.names.ages import age_after, age_before
from harmledger.names.runs import Run, name_runs
from harmledger.names.words import beside_names, list_of
from harmledger.vocabulary import alternatives

__all__ = ["told_names"]

_REACH = 90  # characters looked at on either side of a name
_LIST = 4  # sentences from one that tells of harm in which a name with an age is looked for
_BREAK = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\bMrs)[.!?]+[\"'”’)]*\s+|\n+")
_PLACED = re.compile(
    r"\b(?:in|at|near|from|on|of|to|by|around|outside|across)\s+(?:the\s+)?$", re.I
)
_LISTED = re.compile(r"\s*(?:,?\s*(?:\(?\d{1,3}\)?\s*,?)?\s*(?:,|and|&|or|;)\s*)+")


def _any(*terms: str) -> str:
    return f"(?:{alternatives(word for term in terms for word in list_of(term))})"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    title = "(?:(?:" + "|".join(sorted(map(re.escape, beside_names()))) + r")\.?\s+)*"
    own = r"(?:(?:his|her|their|the|a|an|another|own|old|young|\d{1,2}-\w+-old)\s+)*"
    aside = r"(?:\s*[,(][^.;()]{1,70}?[,)])?"
    be = r"(?:was|were|is|are|had\s+been|has\s+been|have\s+been|being)\s+(?:\w+\s+)?"
    flags = re.IGNORECASE
    return {
        "harm": re.compile(rf"\b{_any('harm')}\b", flags),
        "kin": re.compile(rf"\b{_any('kin')}(?:,|:|\s+named|\s+called)?\s+{title}$", flags),
        "of": re.compile(rf"\b{_any('kin', 'deaths')}\s+of\s+{own}{title}$", flags),
        "poss": re.compile(rf"['’]s?\s+(?:\w+\s+)?{_any('kin', 'deaths')}\b", flags),
        "joined": re.compile(rf"\b{_any('joined')}[:,]?\s+{own}{title}$", flags),
        "harms": re.compile(rf"\b{_any('harms')}\s+{own}{title}$", flags),
        "fate": re.compile(
            rf"{aside}\s+(?:who\s+)?(?:{be}{_any('harmed')}|{_any('dies')})\b|,?\s+who\s+(?:{be}"
            rf"{_any('harmed')}|{_any('dies')})\b",
            flags,
        ),
        "one_of": re.compile(
            rf",\s*(?:one\s+of|among)\s+(?:the|those|some)(?:\s+[\w.’'-]+){{0,6}}?"
            rf"\s+(?:{be})?(?:{_any('harmed')}|{_any('dies')})\b",
            flags,
        ),
        "all_of": re.compile(
            rf"\W*{_any('all_of')}(?:\s+\w+){{0,3}}?\s+(?:{be}{_any('harmed')}|{_any('dies')})\b",
            flags,
        ),
        "says": re.compile(
            rf"(?:\s*,[^,.;]{{1,60}})?,?\s+(?:also\s+|has\s+)?{_any('says')}\b", flags
        ),
        "said": re.compile(rf"(?:\b{_any('says')}|according\s+to)\s+{own}{title}$", flags),
    }


def told_names(text: str, known: Callable[[str], bool] = lambda _: False) -> frozenset[str]:
    """The names, as written: "Ana Ruiz", "Luis". Empty where nothing tells of harm.

    ``known``: whether somebody harmed of that name is known; who is listed with one in a sentence
    that tells of harm is harmed too.
    """
    find = _patterns()
    if find["harm"].search(text) is None:
        return frozenset()
    sentences = _sentences(text)
    told = [find["harm"].search(text, start, end) is not None for start, end in sentences]
    names: set[str] = set()
    for number, (start, end) in enumerate(sentences):
        if not any(told[max(0, number - _LIST) : number + _LIST + 1]) or text[start:end].isupper():
            continue
        near = any(told[max(0, number - 1) : number + 2])
        following = sentences[number + 1] if number + 1 < len(sentences) else (end, end)
        meant = (
            number + 1 < len(sentences)
            and told[number + 1]
            and find["all_of"].match(text, *following) is not None
        )
        runs = list(name_runs(text, start, end))
        harmed = [
            _harmed(text, run, start, end, meant=meant) if near else _aged(text, run, start, end)
            for run in runs
        ]
        if told[number]:
            harmed = [
                one or known(text[run.start : run.end])
                for run, one in zip(runs, harmed, strict=True)
            ]
        _spread(text, runs, harmed)
        names.update(
            text[run.start : run.end] for run, one in zip(runs, harmed, strict=True) if one
        )
    return frozenset(names)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Rough sentences: a break too many is no harm, as neighbours are read together."""
    edges = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(edges) if text[a:b].strip()]


def _harmed(text: str, run: Run, start: int, end: int, *, meant: bool) -> bool:
    """Whether the sentence joins this name to one who was harmed.

    ``meant``: the next sentence tells of harm to all those named in this one.
    """
    find = _patterns()
    before = text[max(start, run.start - _REACH) : run.start]
    after = text[run.end : min(end, run.end + _REACH)]
    name = text[run.start : run.end]
    if find["of"].search(before) or find["poss"].match(after) or find["harms"].search(before):
        return may_name_person(name)
    speaks = find["says"].match(after) or find["said"].search(before)
    full = run.words > 1
    if find["joined"].search(before) or (full and find["one_of"].match(after)):
        return may_name_person(name)
    if full and find["fate"].match(after) and not _PLACED.search(before):
        return may_name_person(name)
    if speaks:
        return False
    if find["kin"].search(before):
        return full is False or may_name_person(name)
    if _aged(text, run, start, end):
        return True
    return meant and full and not _PLACED.search(before) and may_name_person(name)


def _aged(text: str, run: Run, start: int, end: int) -> bool:
    """Whether an age stands beside the name of somebody who does not speak."""
    before = text[max(start, run.start - _REACH) : run.start]
    after = text[run.end : min(end, run.end + _REACH)]
    placed = _PLACED.search(before) is not None
    if not (age_after(after, placed=placed) or age_before(before)):
        return False
    find = _patterns()
    speaks = find["says"].match(after) or find["said"].search(before)
    return not speaks and may_name_person(text[run.start : run.end])


def _spread(text: str, runs: list[Run], harmed: list[bool]) -> None:
    """What is listed with a harmed person is harmed too: "Ana, Luis and Eva Ruiz"."""
    order = range(1, len(runs))
    for left in (*((n - 1, n) for n in order), *((n, n - 1) for n in reversed(order))):
        known, other = left
        low, high = sorted(left)
        if not harmed[known] or harmed[other]:
            continue
        between = text[runs[low].end : runs[high].start]
        name = text[runs[other].start : runs[other].end]
        if _LISTED.fullmatch(between) and may_name_person(name, among=True):
            harmed[other] = True
