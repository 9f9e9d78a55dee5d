"""Labels with a value: "Killed: 10", "ICRC, final: 51" under the heading KILLED, "Dead ... 12".

A label stands at the start of a line or of a sentence, its value behind a colon, a bar, a tab or a
row of dots. What it counts is named by itself, by the heading over its list, or by the label
before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.laid.behind import further
from harmledger.claims.laid.figure import Laid, Line, value_at
from harmledger.claims.laid.heads import Head, head_of, unit_of
from harmledger.claims.quantities.grammar import Quantity
from harmledger.claims.words.gazetteer import countries_in
from harmledger.claims.words.lexicon import words

__all__ = ["label_figures"]

#: Characters of a body's letters, at most: longer words in capitals are names.
_LETTERS = 5
#: Characters of a label, and words of a heading over a list.
_LABEL, _HEADING = 110, 8
#: Where a label ends and its value begins.
# A run of blanks or dots is looked at once, from its beginning.
_MARK = re.compile(
    r"(?<=[\w)\"”’'.]):[ \t\u00a0]++(?=\S)"
    r"|(?<![ \t.])[ \t]*+(?:\.{3,}+|…|(?:\. ){3,}+)[ \t]*+(?=[\w(])"
    r"|(?<![ \t|])[ \t]*+[|\t][ \t]*+(?=\S)"
)
#: Without any of these there is no such mark.
_SIGNS = (":", "|", "\t", "...", "…", ". . .")
#: Characters of a line from which on it is no line of labels.
_LONG = 3_000
#: What stands before a label in its line: the end of a sentence, a bullet, a semicolon.
_BEFORE = re.compile(
    r"[.;!?][\"”’)]?\s+(?=[A-Z\d(\"“])|[•●▪·*]\s+|^\s*[-–—]\s+|^\s*\(?\d{1,2}[.)]\s+|^\s*>\s*"
)
_ACRONYM = re.compile(r"(?:the\s+)?[A-Z][A-Za-z]*[A-Z]{1,}[A-Za-z]*(?:[-/][\w]+)*$")
_BRACKET = re.compile(r"\(([^()]{2,60})\)")
#: "KILLED", "Killed:", "Sources on the dead.": a heading, as a line or at the start of a paragraph.
_RUN_IN = re.compile(r"\s*([A-Z][^.:;!?\n]{2,50})[.:](?=\s)")


@dataclass(frozen=True, slots=True)
class _Over:
    """The heading under which a line stands: what it names, and the span of its word."""

    head: Head
    word: tuple[int, int]


def label_figures(text: str, lines: Sequence[Line]) -> Iterator[Laid]:
    """The labelled quantities of the lines of a block, in order."""
    over: _Over | None = None
    before: tuple[Head, tuple[int, int]] | None = None
    for line in lines:
        told = text[line.start : line.end]
        if not told.strip():
            over = before = None
            continue
        heading = _heading(text, line)
        if heading is not None:
            over, before = heading, None
            continue
        if told.rstrip().endswith(":"):
            over = before = None  # a heading of something else
            continue
        run_in = _run_in(text, line)
        if run_in is not None:
            over = run_in
        found = False
        for laid, head in _of_line(text, line, over, before):
            found = True
            before = (head, laid.head)
            yield laid
            yield from further(text, laid, line.end)
        if not found and over is not None and run_in is None:
            bare = _bare(text, line, over)
            if bare is not None:
                yield bare
                yield from further(text, bare, line.end)
            elif len(told.split()) > _PROSE:
                over = None  # running text: the list is over
        if not found:
            before = None


#: Words of a line from which on it is running text and no item of a list.
_PROSE = 25


def _heading(text: str, line: Line) -> _Over | None:
    """The measure that a line names which holds nothing else: "KILLED", "Wounded, by district:"."""
    told = text[line.start : line.end].strip()
    shown = told.endswith(":") or told.isupper() or len(told.split()) == 1
    if not shown or len(told.split()) > _HEADING or any(c.isdigit() for c in told):
        return None
    head = head_of(told.rstrip(":"))
    if head is None or (told.isupper() and len(told.split()) > 3 and not told.endswith(":")):
        return None
    left = text.index(told, line.start)
    return _Over(head, (left + head.word[0], left + head.word[1]))


def _run_in(text: str, line: Line) -> _Over | None:
    """ "Sources on the dead. The ministry: 12": a heading that its paragraph goes on behind."""
    match = _RUN_IN.match(text, line.start, line.end)
    if match is None or len(match[1].split()) > _HEADING - 2:
        return None
    every = {word.lower() for word in match[1].split()}
    if not every & words("laid_out", "over_sources"):
        return None
    told = " ".join(
        w for w in match[1].split() if w.lower() not in words("laid_out", "over_sources")
    )
    head = head_of(told)
    return _Over(head, match.span(1)) if head is not None else None


def _of_line(
    text: str, line: Line, over: _Over | None, before: tuple[Head, tuple[int, int]] | None
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
        said = head_of(_BRACKET.sub("", label))
        colon = mark[0].startswith(":")
        if said is None and over is None and before is None and not colon:
            continue
        told = _value(text, label, mark.end(), line.end)
        if told is None:
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
        elif over is not None and _plain(label):
            head, word = over.head, over.word
        elif before is not None and _goes_on(label):
            head, word = before
        else:
            continue
        yield (
            Laid(
                start=quantity.start,
                end=quantity.end,
                low=quantity.low,
                high=quantity.high,
                qualifier=quantity.qualifier,
                measure=head.measure,
                rule="label",
                head=word,
                line=(line.start, line.end),
                label=_source(text, left, mark.start()),
                noun=f"{label} {noun}" if own is not None else noun,
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


def _plain(label: str) -> bool:
    """Whether a label under a heading may be a source or a place, and nothing that is counted."""
    every = {word.strip("(),.:").lower() for word in _BRACKET.sub("", label).split()}
    return len(every) <= _HEADING + 2 and not every & words("laid_out", "not_heads")


def _goes_on(label: str) -> bool:
    every = {word.strip("(),.:").lower() for word in label.split()}
    return _plain(label) and bool(every & words("laid_out", "inherit"))


def _source(text: str, left: int, right: int) -> tuple[int, int] | None:
    """Who counted, where a label says so: "ICRC, final", "Arrivals (UNHCR estimate)"."""
    label = text[left:right]
    spots = [(left, left + len(re.split(r"[,(]", label, maxsplit=1)[0].rstrip()))]
    spots += [(left + m.start(1), left + m.end(1)) for m in _BRACKET.finditer(label)]
    for start, end in spots:
        told = text[start:end]
        last = next(
            (w for w in reversed(told.split()) if w.lower() in words("laid_out", "inherit")), None
        )
        if last is not None and len(told.split()) > 1:
            told = told[: told.rindex(last)].rstrip()
            end = start + len(told)
        if told and head_of(told) is None and (kind_of(told) != "other" or _body(told)):
            return start, end
    return None


def _thing(noun: str) -> bool:
    """Whether the words behind a number name buildings, vehicles or goods."""
    every = set(noun.lower().split())
    return any(every & words("things", kind) for kind in ("buildings", "vehicles", "aid_units"))


def _body(name: str) -> bool:
    """Whether a name is the letters of a body ("ICRC", "HRW") and not a place in capitals."""
    return bool(_ACRONYM.match(name)) and len(name) <= _LETTERS and not countries_in([name])


def _bare(text: str, line: Line, over: _Over) -> Laid | None:
    """An item of a list under a heading without a mark: "- 12 in Herat", "Herat 12"."""
    lead = re.compile(r"\s*(?:[-–—•●▪·*]\s+)?").match(text, line.start, line.end)
    at = lead.end() if lead else line.start
    told = value_at(text, at, line.end)
    if told is None or len(text[at : line.end].split()) > _HEADING:
        return None
    quantity, noun = told
    own = head_of(noun)
    head = own or over.head
    return Laid(
        start=quantity.start,
        end=quantity.end,
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        measure=head.measure,
        rule="list",
        head=over.word,
        line=(line.start, line.end),
        noun=noun,
        unit=unit_of(noun) or head.unit,
        phase=head.phase,
    )
