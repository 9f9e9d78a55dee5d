"""Bare numbers of which the text has said what they count: answers, and rival figures held up.

"How many died? Eighty-five." and, in a text that weighs figures, paragraphs that each open with
one: "2,000. The mission's estimate." or "“Around 500.” A count made later."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.laid.figure import Laid, Line, moved
from harmledger.claims.quantities.grammar import Quantity, find_quantities
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words

__all__ = ["rival_figures"]

#: Characters of an opening that can be a bare number with its qualifier.
_OPENING = 60
_ASKS = re.compile(r"\bhow\s+many\b([^?.!\n]{0,60})([?.])", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
_QUOTE = "\"“'‘«"
_CLOSES = re.compile(r"[\"”'’»]?\s*(?:[.,:]|[-–—]\s)[\"”'’»]?(?=\s|$)")
#: Behind an answer: "Eighty-five.", "More than a hundred, say parents".
_ANSWERED = re.compile(r"[.,;:](?=\s|$)|\s*$")
#: Characters of a text from its beginning that say what it is about.
_HEAD = 400


def rival_figures(text: str, lines: Sequence[Line]) -> Iterator[Laid]:
    """Answers and openings among the lines of a block, in no order."""
    if not lines:
        return
    yield from _answers(text, lines[0].start, lines[-1].end)
    measure = _topic(text, lines[0].start)
    if measure is None:
        return
    openings = [(line, one) for line in lines if (one := _opening(text, line)) is not None]
    # One is a list's number or a year; rivals are several, in a text that says what it counts.
    if len(openings) > 1:
        for line, one in openings:
            yield _laid(text, one, measure[0], measure[1], (line.start, line.end), "rival")


def _opening(text: str, line: Line) -> Quantity | None:
    """The bare number with which a line opens, with or without quotation marks."""
    at = line.start
    while at < line.end and text[at] in " \t" + _QUOTE:
        at += 1
    piece = text[at : min(line.end, at + _OPENING)]
    found = next(iter(find_quantities(piece)), None)
    if found is None or found.start != 0 or found.size < _LEAST:
        return None
    up = re.match(r"\s+and\s+(?:more|up|over|above|beyond)\b", piece[found.end :])
    end = found.end + (up.end() if up else 0)
    if not _CLOSES.match(piece, end) or line.end - at <= end + 3:
        return None
    told = moved(found, at)
    if up and told.low == told.high:
        return replace(told, end=at + end, high=None, qualifier="at_least")
    return told


#: Smaller numbers at the start of a line are those of a list.
_LEAST = 30


@cache
def _states() -> dict[str, str]:
    """Harm words with one plain meaning: died, killed, wounded, displaced, arrested."""
    return {
        form: rows[0].measure
        for form, rows in harm_words().items()
        if rows[0].frame in {"transitive", "intransitive", "state", "count"}
        and not rows[0].outcome_unknown
        and not rows[0].needs_verb
        and not rows[0].needs_noun
        and not rows[0].particle
    }


def _topic(text: str, start: int) -> tuple[str, tuple[int, int]] | None:
    """What a text that weighs figures counts, by the first harm word of its head."""
    head = text[start : start + _HEAD]
    low = head.lower()
    if not any(
        f" {word} " in f" {low} " or f"{word}:" in low for word in words("laid_out", "answers")
    ):
        return None
    found = [
        (measure, (start + m.start(), start + m.end()))
        for m in _WORD.finditer(low)
        if (measure := _states().get(m[0])) is not None
    ]
    # "8,000 displaced people were killed": the dead.
    return next((one for one in found if one[0] == "killed"), found[0] if found else None)


def _answers(text: str, start: int, end: int) -> Iterator[Laid]:
    """ "How many died? Eighty-five." """
    for asked in _ASKS.finditer(text, start, end):
        told = [
            (measure, asked.start(1) + m.start(), asked.start(1) + m.end())
            for m in _WORD.finditer(asked[1].lower())
            if (measure := _states().get(m[0])) is not None
        ]
        if not told:
            continue
        at = asked.end()
        while at < end and text[at].isspace():
            at += 1
        piece = text[at : min(end, at + _OPENING)]
        found = next(iter(find_quantities(piece)), None)
        if found is None or found.start != 0 or not _ANSWERED.match(piece, found.end):
            continue
        one = moved(found, at)
        yield _laid(text, one, told[0][0], told[0][1:], (at, one.end), "answer")


def _laid(
    text: str, one: Quantity, measure: str, head: tuple[int, int], line: tuple[int, int], rule: str
) -> Laid:
    return Laid(
        one,
        measure,
        rule,
        head=head,
        line=line,
        unit="people" if measure not in {"aid", "arms", "damaged"} else None,
    )
