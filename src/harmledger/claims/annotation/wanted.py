"""Sentences without claims that those with claims lean on: for a place, a date or a speaker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.annotation.reading import EVENT_REACH, THERE_REACH, Reading
from harmledger.claims.attribution.speakers import is_fragment
from harmledger.claims.times.calendarwords import names_time
from harmledger.claims.words.eventwords import goes_on, names_event, names_place, says_where

if TYPE_CHECKING:
    pass

__all__ = ["context_wanted", "speakers_wanted"]


#: Figures outside sentences whose speakers may need a sentence parsed.
_LAID = 50


def context_wanted(reading: Reading) -> Iterator[int]:
    """Sentences without claims that one with claims leans on: for its place or date."""
    if not reading.drafts and not reading.laid.figures:
        return
    for index in sorted(reading.drafts):
        parsed = reading.parsed[index]
        sentence = parsed.sentence
        wanted = {index - 1} if index else set()
        if "there" in parsed.words and any(
            t.lower_ == "there" and t.dep_ != "expl" for t in parsed.doc
        ):
            wanted.update(range(max(0, index - THERE_REACH), index))
        if sentence.kind == "headline":
            wanted.update(range(index + 1, min(index + 3, len(reading.sentences))))
        for other in sorted(wanted):
            near = reading.sentences[other].paragraph == sentence.paragraph
            if other not in reading.parsed and (near or len(wanted) > 1 or is_fragment(parsed)):
                yield other
        yield from _events_beside(reading, index)
    yield from (i for i in reading.continued if i not in reading.parsed)
    # The headline and the lede say where the story plays.
    yield from (i for i in reading.lede() if i not in reading.parsed)


def speakers_wanted(reading: Reading) -> frozenset[int]:
    """Sentences not parsed yet that say who speaks in those with claims."""
    if not reading.drafts and not reading.laid.figures:
        return frozenset()
    voices = reading.voices
    voices.forget()
    for index, drafts in reading.drafts.items():
        for draft in drafts:
            voices.at(index, draft.told_at, (draft.counted.start, draft.counted.end))
    for laid in reading.laid.figures[:_LAID]:
        at = voices.sentence_at(laid.start)
        if at is not None:
            voices.outside(at, laid.start, laid.end)
    return frozenset(voices.wanted)


def _events_beside(reading: Reading, index: int) -> Iterator[int]:
    """Sentences beside one without place or time of its own that speak of an event."""
    if any(m.locative for m in reading.places(index)) and reading.times(index):
        return
    text, sentences = reading.text.text, reading.sentences
    for other in range(index - EVENT_REACH, index + 2):
        if not 0 <= other < len(sentences) or other in reading.parsed:
            continue
        one = sentences[other]
        told = says_where(text, one.start, one.end)
        further = other != index - 1 and not (other > index and goes_on(text, one.start, one.end))
        if further and not told:
            continue
        tells = (names_place, names_time, names_event)
        if any(test(text, one.start, one.end) for test in tells):
            yield other
