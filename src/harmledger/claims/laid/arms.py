"""Arms in a text on a delivery or seizure: lists of what was found, consignments by their date.

Read are weapons counted in a sentence or line that tells of no use of them: "500 rifles", and
"thousands of hand grenades" under "Inventory:", but not "500 rockets struck".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from harmledger.claims.laid.figure import Laid, Line, moved
from harmledger.claims.quantities.grammar import Quantity, find_quantities
from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["arms_figures"]

#: Words of transfer, and of arms, that a text on a delivery has.
_TRANSFERS, _ARMS = 2, 2
#: Words between a number and its weapon: "18 Hawk anti-aircraft missiles".
_BETWEEN = 3
_STOP = re.compile(r"[.;!?](?=\s|$)")
_MORE = re.compile(r"\s+more\b")


def arms_figures(text: str, lines: Sequence[Line]) -> Iterator[Laid]:
    """The counted arms of a block that tells of a delivery or seizure, in order."""
    if not lines:
        return
    whole = text[lines[0].start : lines[-1].end]
    if not _about_arms(whole):
        return
    listed = False
    before: tuple[Quantity, str] | None = None
    for line in lines:
        told = text[line.start : line.end].strip()
        if not told:
            listed = False
            continue
        if told.endswith(":") and not words("laid_out", "inventory").isdisjoint(_lower(told)):
            listed = True
            continue
        for start, end in _sentences(text, line):
            if not words("laid_out", "fired").isdisjoint(_lower(text[start:end])):
                continue
            for one in find_quantities(text[start:end]):
                first, last = start + one.start, start + one.end
                weapon = _weapon(text, last, end, listed=listed)
                more = _MORE.match(text, last, end)
                if weapon is None and more and before and first == start:
                    weapon = before[1], (first, last)
                if weapon is None:
                    continue
                before = one, weapon[0]
                yield Laid(
                    moved(one, start),
                    "arms",
                    "list" if listed else "arms",
                    head=weapon[1],
                    line=(line.start, line.end),
                    noun=weapon[0],
                    unit=weapon[0],
                )


def _lower(told: str) -> set[str]:
    return {word.strip(".,:;()\"'“”’").lower() for word in told.split()}


@cache
def _weapons() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('laid_out', 'weapons'))})\b", re.IGNORECASE)


def _about_arms(whole: str) -> bool:
    """Whether the text speaks of a transfer of arms: words of both, several times."""
    # Nearly all texts have too few such words, even where their edges are not looked at.
    low, transfers = whole.lower(), words("laid_out", "transfers")
    if sum(word in low for word in transfers) < _TRANSFERS:
        return False
    if len(_lower(whole) & transfers) < _TRANSFERS:
        return False
    weapons = _weapons().finditer(whole)
    return sum(1 for _, _ in zip(weapons, range(_ARMS), strict=False)) >= _ARMS


def _sentences(text: str, line: Line) -> Iterator[tuple[int, int]]:
    start = line.start
    for stop in _STOP.finditer(text, line.start, line.end):
        yield _stripped(text, start, stop.end())
        start = stop.end()
    yield _stripped(text, start, line.end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t-–—•*":
        start += 1
    return start, end


def _weapon(text: str, at: int, stop: int, *, listed: bool) -> tuple[str, tuple[int, int]] | None:
    """The weapon or unit that a number counts, and its span."""
    names = words("laid_out", "weapons")
    units = words("laid_out", "weapon_units")
    match = re.compile(r"\s+(?:of\s+)?").match(text, at, stop)
    if match is None:
        return None
    here = match.end()
    for _ in range(_BETWEEN + 1):
        word = re.compile(r"[A-Za-z][\w’'-]*").match(text, here, stop)
        if word is None:
            return None
        low = word[0].lower()
        if low in names or (listed and low in units):
            return low, word.span()
        if low in units and re.compile(
            rf"\s+of\s+(?:\w+\s+){{0,2}}?(?:{alternatives(names)})\b", re.IGNORECASE
        ).match(text, word.end(), stop):
            return low, word.span()
        if text[word.end() : word.end() + 1] != " ":
            return None
        here = word.end() + 1
    return None
