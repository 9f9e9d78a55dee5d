"""Letters of a legend: "k = killed, w = wounded", then "18 k, 70+ w" in the cells below.

Without a legend the two letters must stand together: "K 51-53; W 77".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from harmledger.claims.laid.figure import Laid, Line, moved
from harmledger.claims.laid.heads import Head, head_of
from harmledger.claims.quantities.grammar import find_quantities

__all__ = ["letter_figures"]

_LEGEND = re.compile(
    r"(?<![\w=])([A-Za-z]{1,3})\s*=\s*([A-Za-z][A-Za-z ]{2,20}?)(?=\s*(?:[,;.)|\n]|$))"
)
#: Without it there is no such pair; it begins with a letter, which a search finds soonest.
_KILLED = re.compile(r"K\s+[~\d]")
_PAIR = re.compile(r"\bK\s+(?P<k>[~\d][\d,.–-]*)\s*[;,/]\s*W\s+(?P<w>[~\d][\d,–-]*\d)")
_UP = re.compile(r"\s+(?:and\s+(?:up|more|over)|or\s+more)\b")
_CIRCA = re.compile(r"\b(?:ca?\.?|circa|est\.)\s+$", re.IGNORECASE)
#: Legends looked at in one text.
_MOST = 12


def letter_figures(text: str, lines: Sequence[Line]) -> Iterator[Laid]:
    """The quantities before letters that a legend of the block explains, in order."""
    if not lines:
        return
    start, end = lines[0].start, lines[-1].end
    legend: dict[str, tuple[Head, tuple[int, int]]] = {}
    if text.find("=", start, end) >= 0:
        for match in _LEGEND.finditer(text, start, end):
            head = head_of(match[2])
            if head is not None and len(legend) < _MOST:
                legend.setdefault(match[1], (head, match.span(2)))
    if legend:
        letters = re.compile(rf"\s*(?P<letter>{'|'.join(map(re.escape, legend))})(?![\w=])")
        for line in lines:
            yield from _of_line(text, line, legend, letters)
    if _KILLED.search(text, start, end) is None:
        return
    for match in _PAIR.finditer(text, start, end):
        for letter, measure in (("k", "killed"), ("w", "injured")):
            found = find_quantities(match[letter])
            if len(found) != 1:
                continue
            one, at = moved(found[0], match.start(letter)), match.start(letter)
            yield Laid(
                replace(one, qualifier="exactly") if one.low == one.high else one,
                measure,
                "letters",
                head=(at - 2, at - 1),
                line=match.span(),
                unit="people",
            )


def _of_line(
    text: str,
    line: Line,
    legend: dict[str, tuple[Head, tuple[int, int]]],
    letters: re.Pattern[str],
) -> Iterator[Laid]:
    for one in find_quantities(text[line.start : line.end]):
        told = moved(one, line.start)
        match = letters.match(text, told.end, line.end)
        if match is None:
            continue
        head, word = legend[match["letter"]]
        up = _UP.match(text, match.end(), line.end)
        ahead = max(line.start, told.start - 8)
        circa = _CIRCA.search(text[ahead : told.start])
        if up and told.low == told.high:
            told = replace(told, high=None, qualifier="at_least", end=up.end())
        elif circa and told.qualifier == "exactly":
            told = replace(told, start=ahead + circa.start(), qualifier="about")
        yield Laid(
            told,
            head.measure,
            "letters",
            head=word,
            line=(line.start, line.end),
            label=_label(text, line, told.start),
            noun=_who(text, line, told.start),
            unit=head.unit,
            phase=head.phase,
        )


_COLON = re.compile(r"(?:^|\s{2,})([A-Z][\w .'’-]{0,30}):\s*$")
_WHOSE = re.compile(r"(?:^|\s{2,}|;\s)([A-Z][A-Za-z'’]+)\s+$")


def _label(text: str, line: Line, start: int) -> tuple[int, int] | None:
    """Who counted, before a colon: "ICRC: ca 200 k"."""
    at = max(line.start, start - 40)
    match = _COLON.search(text[at:start])
    if match is None or match[1].lower() in {"others", "other"}:
        return None
    return at + match.start(1), at + match.end(1)


def _who(text: str, line: Line, start: int) -> str:
    """Whose, right before the number: "Malaysia 1 k"."""
    match = _WHOSE.search(text[max(line.start, start - 30) : start])
    return match[1] if match else ""
