"""Headings over lists: "KILLED" as a line, "Sources on the dead." before a paragraph, and items.

What stands below without a word for harm of its own counts what the heading names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from harmledger.claims.laid.figure import Laid, Line, value_at
from harmledger.claims.laid.heads import Head, head_of, unit_of
from harmledger.claims.words.lexicon import words

__all__ = ["HEADING", "Over", "heading_of", "item_of", "run_in"]

#: Words of a heading over a list, at most.
HEADING = 8
#: "KILLED", "Killed:", "Sources on the dead.": a heading, as a line or at the start of a paragraph.
_RUN_IN = re.compile(r"\s*([A-Z][^.:;!?\n]{2,50})[.:](?=\s)")
_LEAD = re.compile(r"\s*(?:[-–—•●▪·*]\s+)?")


@dataclass(frozen=True, slots=True)
class Over:
    """The heading under which a line stands: what it names, and the span of its word."""

    head: Head
    word: tuple[int, int]


def heading_of(text: str, line: Line, told: str) -> Over | None:
    """The measure that a line names which holds nothing else: "KILLED", "Wounded, by district:"."""
    shown = told.endswith(":") or told.isupper() or len(told.split(None, 1)) == 1
    if not shown or len(told.split()) > HEADING or any(c.isdigit() for c in told):
        return None
    head = head_of(told.rstrip(":"))
    if head is None or (told.isupper() and len(told.split()) > 3 and not told.endswith(":")):
        return None
    left = text.index(told, line.start)
    return Over(head, (left + head.word[0], left + head.word[1]))


def run_in(text: str, line: Line) -> Over | None:
    """ "Sources on the dead. The ministry: 12": a heading that its paragraph goes on behind."""
    match = _RUN_IN.match(text, line.start, line.end)
    if match is None or len(match[1].split()) > HEADING - 2:
        return None
    every = {word.lower() for word in match[1].split()}
    if not every & words("laid_out", "over_sources"):
        return None
    told = " ".join(
        w for w in match[1].split() if w.lower() not in words("laid_out", "over_sources")
    )
    head = head_of(told)
    return Over(head, match.span(1)) if head is not None else None


def item_of(text: str, line: Line, over: Over) -> Laid | None:
    """An item of a list under a heading without a mark: "- 12 in Herat", "Herat 12"."""
    lead = _LEAD.match(text, line.start, line.end)
    at = lead.end() if lead else line.start
    told = value_at(text, at, line.end)
    if told is None or len(text[at : line.end].split()) > HEADING:
        return None
    quantity, noun = told
    own = head_of(noun)
    head = own or over.head
    return Laid(
        quantity,
        head.measure,
        "list",
        head=over.word,
        line=(line.start, line.end),
        noun=noun,
        unit=unit_of(noun) or head.unit,
        phase=head.phase,
    )
