"""Labels with a value: "Killed: 10", "ICRC, final: 51" under the heading KILLED, "Dead ... 12".

A label stands at the start of a line or of a sentence, its value behind a colon, a bar, a tab or a
row of dots. What it counts is named by itself, by the heading over its list, or by the label
before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from harmledger.claims.laid.behind import further
from harmledger.claims.laid.figure import Laid, Line, value_at
from harmledger.claims.laid.headings import Over, heading_of, item_of, run_in
from harmledger.claims.laid.heads import Head, head_of, unit_of
from harmledger.claims.laid.sources import BRACKET, goes_on, plain, source_in
from harmledger.claims.quantities.grammar import Quantity
from harmledger.claims.words.lexicon import words

__all__ = ["label_figures"]

#: Characters of a label.
_LABEL = 110
#: Where a label ends and its value begins.
# A run of blanks or dots is looked at once, from its beginning.
_MARK = re.compile(
    r"(?<=[\w)\"”’'.]):[ \t\u00a0]++(?=\S)"
    r"|(?<![ \t.])[ \t]*+(?:\.{3,}+|…|(?:\. ){3,}+)[ \t]*+(?=[\w(])"
    r"|(?<![ \t|])[ \t]*+[|\t][ \t]*+(?=\S)"
)
#: Without any of these there is no such mark.
_SIGNS = (":", "|", "\t", "...", "…", ". . .")
#: Words of a line from which on it is running text and no item of a list.
_PROSE = 25
#: Characters of a line from which on it is no line of labels.
_LONG = 3_000
#: What stands before a label in its line: the end of a sentence, a bullet, a semicolon, the value
#: of another ("KIA: 12 WIA: 40").
_BEFORE = re.compile(
    r"[.;!?][\"”’)]?\s+(?=[A-Z\d(\"“])|[•●▪·*]\s+"
    r"|(?<=\d)[,;/]?\s+(?=[A-Z][A-Za-z]{2,10}\Z)|^\s*[-–—]\s+|^\s*\(?\d{1,2}[.)]\s+|^\s*>\s*"
)
_FOLLOWING = re.compile(r"(?<=\d)[,;/]?\s+[A-Z][A-Za-z]{2,10}:\s*\d")


def label_figures(text: str, lines: Sequence[Line]) -> Iterator[Laid]:
    """The labelled quantities of the lines of a block, in order."""
    over: Over | None = None
    before: tuple[Head, tuple[int, int]] | None = None
    # Many texts have no such sign at all.
    marked = any(sign in text for sign in _SIGNS)
    for line in lines:
        told = text[line.start : line.end].strip()
        if not told:
            over = before = None
            continue
        heading = heading_of(text, line, told)
        if heading is not None:
            over, before = heading, None
            continue
        if told.endswith(":"):
            over = before = None  # a heading of something else
            continue
        opening = run_in(text, line)
        if opening is not None:
            over = opening
        found = False
        for laid, head in _of_line(text, line, over, before) if marked else ():
            found = True
            before = (head, laid.head)
            yield laid
            yield from further(text, laid, line.end)
        if not found and over is not None and opening is None:
            bare = item_of(text, line, over)
            if bare is not None:
                yield bare
                yield from further(text, bare, line.end)
            elif len(told.split()) > _PROSE:
                over = None  # running text: the list is over
        if not found:
            before = None


def _of_line(
    text: str, line: Line, over: Over | None, before: tuple[Head, tuple[int, int]] | None
) -> Iterator[tuple[Laid, Head]]:
    if line.end - line.start > _LONG:
        return
    if not any(text.find(sign, line.start, line.end) >= 0 for sign in _SIGNS):
        return  # most lines: looked for at once
    for mark in _MARK.finditer(text, line.start, line.end):
        at = max(line.start, mark.start() - _LABEL)
        starts = [m.end() for m in _BEFORE.finditer(text[at : mark.start()])]
        left = at + (starts[-1] if starts else 0)
        if left == at > line.start and not starts:
            continue  # too long for a label
        label = text[left : mark.start()]
        # "KIA: 12 WIA: 40": the next label has its own value.
        following = _FOLLOWING.search(text, mark.end(), line.end)
        told = _value(text, label, mark.end(), following.start() if following else line.end)
        if told is None:
            continue
        said = head_of(BRACKET.sub("", label))
        colon = mark[0].startswith(":")
        if said is None and over is None and before is None and not colon:
            continue
        quantity, noun = told
        inner = head_of(noun)
        if said is not None and said.measure == "casualties" and inner is not None:
            continue  # "Casualties: 3 killed, 14 wounded" says itself who the three are
        if said is None and _thing(noun):
            continue  # "5,000 houses" under a heading for the dead
        own = said or inner or (head_of(f"{label} {noun}") if noun else None)
        if own is not None:
            spot = text.lower().find(text[left : mark.start()].lower(), left)
            head, word = own, (spot + own.word[0], spot + own.word[1])
            if word[1] > mark.start():
                word = (left, mark.start())
        elif over is not None and plain(label):
            head, word = over.head, over.word
        elif before is not None and goes_on(label):
            head, word = before
        else:
            continue
        yield (
            Laid(
                quantity,
                head.measure,
                "label",
                head=word,
                line=(line.start, line.end),
                label=source_in(text, left, mark.start()),
                # "The mayor said 40 died: 20 rebels, 20 clerks": first the words behind the number.
                noun=f"{noun} {label}" if own is not None else noun,
                unit=unit_of(noun) or head.unit,
                phase=head.phase,
                weak=own is not None
                and said is None
                and quantity.qualifier in {"exactly", "about"},
            ),
            head,
        )


def _value(text: str, label: str, at: int, stop: int) -> tuple[Quantity, str] | None:
    """The value, bounded where the label says so: "Killed, minimum: 20" is 20 or more."""
    told = value_at(text, at, stop)
    if told is None:
        return None
    quantity, noun = told
    ends = {word.strip("(),.").lower() for word in label.split()[-2:]}
    if quantity.qualifier in {"exactly", "about"} and quantity.low:
        if ends & words("laid_out", "minimum"):
            quantity = replace(quantity, high=None, qualifier="at_least")
        elif ends & words("laid_out", "maximum"):
            quantity = replace(quantity, low=None, qualifier="at_most")
    return quantity, noun


def _thing(noun: str) -> bool:
    """Whether the words behind a number name buildings, vehicles or goods."""
    every = set(noun.lower().split())
    return any(every & words("things", kind) for kind in ("buildings", "vehicles", "aid_units"))
