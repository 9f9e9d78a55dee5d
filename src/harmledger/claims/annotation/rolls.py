"""Rolls of the dead over several sentences or lines: "Ana Ruiz, 44, clerk. Hugo Lema, 31."

Each is a name with an age and no verb, behind a count of people or a heading over those harmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.drafts.draft import GOODS, Draft, plain_draft
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.phrases import item
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["ROLL", "add_rolls", "rolls_wanted"]

#: The rule that such a claim names.
ROLL = "roll"
#: Words of one entry, and of a heading, at most; entries of one roll; sentences without one in it.
_ENTRY, _HEADING, _MOST, _GAP = 16, 12, 300, 2
#: Entries of a roll at least.
_LEAST = 2
_NAMED = re.compile(
    r"(?:[-–—•*]\s*|\(?\d{1,3}[.)]\s*)?"
    r"(?P<name>(?:[A-Z][\w’'-]*\.?\s+)(?:(?:[a-z]{1,3}\s+)?[A-Z][\w’'-]*\.?\s+){0,4}?"
    r"(?:[a-z]{1,3}\s+)?[A-Z][\w’'-]+)"
    r"(?:,\s*(?:aged?\s+)?|\s+\()(?P<age>\d{1,3})\b(?!\s*(?:percent|%|[A-Z]))"
)
_OLDEST = 110
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('grammar', 'roll_heads'))})\b", re.IGNORECASE)


def _entry(reading: Reading, index: int) -> re.Match[str] | None:
    one = reading.sentences[index]
    match = _NAMED.match(reading.text.text, one.start, one.end)
    if match is None or int(match["age"]) > _OLDEST:
        return None
    told = reading.text.text[one.start : one.end].split()
    return match if len(told) <= _ENTRY else None


def rolls_wanted(reading: Reading) -> list[tuple[int, str]]:
    """The sentences that may be entries of a roll, each with the measure of those on it."""
    if not reading.waiting:
        return []  # a text that tells of no harm
    wanted: list[tuple[int, str]] = []
    measure: str | None = None
    run: list[tuple[int, str]] = []
    gap = 0
    for index in range(len(reading.sentences)):
        match = _entry(reading, index)
        if match is not None and measure is not None and index not in reading.drafts:
            run.append((index, measure))
            gap = 0
            continue
        gap += 1
        if gap > _GAP or match is None:
            if len(run) >= _LEAST:
                wanted += run[:_MOST]
            run = []
        told = _over(reading, index)
        if told is not None or gap > _GAP:
            measure = told
    return wanted + (run[:_MOST] if len(run) >= _LEAST else [])


def _over(reading: Reading, index: int) -> str | None:
    """What befell those on a roll behind this sentence; None where it heads none."""
    own = [d for d in reading.drafts.get(index, ()) if d.measure not in GOODS]
    if own:
        return own[-1].measure
    if index not in reading.waiting:
        return None
    one = reading.sentences[index]
    raw = reading.text.text[one.start : one.end]
    told = _heads().findall(raw)
    if not told or len(raw.split()) > _HEADING:
        return None
    word = told[-1].lower()
    if word == "victims":
        every = (d.measure for own in reading.drafts.values() for d in own)
        return "killed" if "killed" in every else None
    return next((row.measure for row in harm_words().get(word, ())), None)


def add_rolls(reading: Reading, wanted: list[tuple[int, str]]) -> Iterator[int]:
    """Add the entries to the drafts, their sentences being parsed; gives those that had one."""
    for index, measure in wanted:
        draft = _draft(reading, index, reading.waiting[index], measure)
        if draft is not None:
            reading.drafts[index] = [draft]
            yield index


def _draft(reading: Reading, index: int, parsed: Parsed, measure: str) -> Draft | None:
    match = _entry(reading, index)
    if match is None or any(t.tag_ in _FINITE and t.dep_ != "relcl" for t in parsed.doc):
        return None
    start, end = match.span("name")
    head = next((t for t in parsed.doc if parsed.end(t) == end), None)
    if head is None:
        return None
    counted = item(parsed, start, end, 1, 1, "exactly", head, [head], named=True)
    return plain_draft(counted, measure, head, ROLL)
