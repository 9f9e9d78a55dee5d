"""Which sentences beside a claim's own may give it their place and time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.times.prior import is_prior
from harmledger.claims.words.eventwords import goes_on, turns_away
from harmledger.records import When

if TYPE_CHECKING:
    from harmledger.claims.drafts.draft import Draft

__all__ = ["beside", "of_others_counted", "resumes", "turned_away"]

#: Times that a sentence with a count of its own may give the sentence before it.
_FINE = frozenset(("hour", "day", "week"))


def turned_away(reading: Reading, index: int) -> bool:
    """Whether a sentence turns to another event."""
    sentence = reading.sentences[index]
    return turns_away(reading.text.text, sentence.start, sentence.end)


def beside(reading: Reading, index: int, draft: Draft) -> Iterator[int]:
    """The sentences whose place and time may hold for this one, nearest first."""
    sentences = reading.sentences
    if sentences[index].kind == "headline":
        yield from (i for i in (index + 1, index + 2) if i in reading.parsed)
        return
    before = index - 1 in reading.parsed and sentences[index - 1].kind != "headline"
    if before and not _only_harm(reading, index - 1, draft):
        yield index - 1
    behind = index + 1 in reading.parsed and resumes(reading, index + 1, draft)
    # "26 were treated. Eighteen had been killed in Gao in the months before the massacre."
    if behind and not any(is_prior(time.when) for time in reading.times(index + 1)):
        yield index + 1


def _only_harm(reading: Reading, index: int, draft: Draft) -> bool:
    """Whether an arrest is asked for and the sentence tells of harm: they differ in place and day.

    "A woman was shot on Friday. Police arrested a man": not on Friday.
    """
    there = {other.measure for other in reading.drafts.get(index, ())}
    return draft.measure == "detained" and bool(there) and "detained" not in there


def resumes(reading: Reading, index: int, draft: Draft) -> bool:
    """Whether the next sentence goes on about the event, or speaks of the victim by name."""
    sentence = reading.sentences[index]
    text = reading.text.text
    there = {other.measure for other in reading.drafts.get(index, ())}
    if draft.measure == "detained" and there - {"detained"}:
        return False  # "Five were arrested over the attack. It killed 29 in May": not the arrests
    if draft.measure != "detained" and there == {"detained"}:
        return False
    if goes_on(text, sentence.start, sentence.end):
        return True
    said = (draft.measure, draft.counted.low, draft.counted.high)
    again = [(d.measure, d.counted.low, d.counted.high) for d in reading.drafts.get(index, ())]
    if said in again and index in reading.lede():
        return True  # the opening said once more, at length
    name = text[draft.counted.start : draft.counted.end].split()[-1]
    named = draft.population is not None and draft.population.named
    return named and text.find(name, sentence.start, sentence.end) >= 0


def of_others_counted(reading: Reading, index: int, other: int, when: When) -> bool:
    """Whether a time is of those whom a sentence behind counts: "40 died. The pit had been flooded
    two decades ago, when nine drowned"."""
    return other > index and other in reading.drafts and when.precision not in _FINE
