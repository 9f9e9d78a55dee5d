"""Sentences that go on counting with bare numbers, and what was counted before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from harmledger.claims.annotation.continuation import continues
from harmledger.claims.annotation.reading import Reading
from harmledger.claims.drafts.bare import bare_drafts, told_before
from harmledger.claims.drafts.draft import GOODS, Draft
from harmledger.claims.learned.onward import Onward, Told
from harmledger.claims.learned.onward_model import going_onward, onward_draft
from harmledger.claims.learned.slots import PEOPLE
from harmledger.claims.quantities.bare import bare_numbers, may_have_bare

__all__ = ["add_bare", "add_onward", "bare_wanted", "going_on", "onward_wanted"]

#: How many sentences, and characters, back the harm may have been told.
_SENTENCES = 8
_CHARACTERS = 1200
_POINTS_BACK = ("That", "This", "Those", "So many", "It")
#: Sentences in a row that may go on from one count.
_RUN = 2


def bare_wanted(reading: Reading) -> Iterator[int]:
    """Sentences not parsed yet that may give a bare number of those told of before.

    Near those that were parsed for their harm words: others tell of nobody who could be meant.
    """
    text, sentences, parsed = reading.text.text, reading.sentences, reading.waiting
    near = {i + n for i in parsed for n in range(1, _SENTENCES + 1)}
    near |= {i - 1 for i in parsed if i}
    for index in sorted(near - parsed.keys()):
        if index < len(sentences):
            raw = text[sentences[index].start : sentences[index].end]
            if may_have_bare(raw) and bare_numbers(raw, answers=_asked(reading, index)):
                yield index


def add_bare(reading: Reading) -> Iterator[int]:
    """Add the bare counts of the parsed sentences to the drafts; gives those that had any."""
    for index, parsed in sorted(reading.waiting.items()):
        own = [_of_the_dead(d, reading, index) for d in reading.drafts.get(index, ())]
        before, asked = partial(_before, reading, index), _asked(reading, index)
        found = bare_drafts(parsed, own, before, answers=asked)
        if found:
            reading.drafts[index] = found
        if len(found) > len(own):
            yield index


def onward_wanted(reading: Reading) -> list[tuple[float, Onward]]:
    """The numbers that, as learned, go on with a count of people, each with its score."""
    told = [
        Told(
            draft.counted.start,
            draft.counted.end,
            draft.measure,
            draft.counted.low,
            draft.counted.high,
            index,
        )
        for index, drafts in reading.drafts.items()
        for draft in drafts
        if draft.measure in PEOPLE
    ]
    if not told:
        return []
    taken = [(d.counted.start, d.counted.end) for own in reading.drafts.values() for d in own]
    taken += [(figure.start, figure.end) for figure in reading.laid.figures]
    gated = frozenset(reading.gated)
    return going_onward(reading.text.text, reading.sentences, gated, told, taken)


def add_onward(reading: Reading, found: list[tuple[float, Onward]]) -> Iterator[int]:
    """Add them to the drafts, their sentences being parsed; gives the sentences that had any."""
    for score, one in found:
        if _some_of_a_group(reading, one.index):
            continue
        draft = onward_draft(reading.waiting[one.index], score, one)
        if draft is not None:
            reading.drafts[one.index] = [*reading.drafts.get(one.index, ()), draft]
            yield one.index


_GROUP = re.compile(
    r"\W*(?:among\s+the\s+(?P<behind>[a-z]+)\b"
    r"|the\s+(?P<before>[a-z]+)\s+includ(?:ed|e)\b)",
    re.IGNORECASE,
)


def _some_of_a_group(reading: Reading, index: int) -> bool:
    """Whether the sentence lists some of a group: "24 people were hurt. Among the foreigners were
    four Germans", who may be of the dead; or of one that was counted before by its noun."""
    found = _GROUP.match(reading.text.text, reading.sentences[index].start)
    if found is None or found["behind"]:
        return found is not None
    noun = found["before"].lower()
    return any(
        draft.counted.head.lower_ == noun
        for other in range(max(0, index - _SENTENCES), index)
        for draft in reading.drafts.get(other, ())
    )


def _asked(reading: Reading, index: int) -> bool:
    """Whether the sentence before is a question."""
    before = reading.sentences[index - 1] if index else None
    return before is not None and reading.text.text[before.end - 1] == "?"


def going_on(reading: Reading) -> Iterator[int]:
    """Sentences without claims of their own that say who those of the sentence before were."""
    text, sentences = reading.text.text, reading.sentences
    for index, drafts in sorted(reading.drafts.items()):
        told = {d.counted.low or 0 for d in drafts if d.measure not in GOODS}
        for other in range(index + 1, min(index + 1 + _RUN, len(sentences))):
            one = sentences[other]
            raw, own = text[one.start : one.end], other in reading.drafts
            near = one.paragraph == sentences[index].paragraph
            if not near or not continues(raw, () if own else told - {0, 1}):
                break
            yield other


def _before(reading: Reading, index: int) -> list[str]:
    """What the sentences before count or tell of, the last first."""
    text, sentences = reading.text.text, reading.sentences
    told: list[str] = []
    for other in range(index - 1, max(-1, index - 1 - _SENTENCES), -1):
        one = sentences[other]
        if sentences[index].start - one.end > _CHARACTERS:
            break
        told += told_before(reading.drafts.get(other, ()), text[one.start : one.end])
        if told and other == index - 1 and _asked(reading, index):
            break  # "And the wounded? More than 1,800."
    if not told and index + 1 < len(sentences):
        behind = text[sentences[index + 1].start : sentences[index + 1].end]
        if behind.startswith(_POINTS_BACK):
            told = told_before((), behind)  # "Ninety-one. That is how many died."
    return told


def _of_the_dead(draft: Draft, reading: Reading, index: int) -> Draft:
    """ "700 of the victims were children": dead, where only dead, and as many, were told before."""
    if draft.trigger.lower_ not in {"victims", "victim"} or draft.measure != "injured":
        return draft
    before = [
        one
        for other in range(max(0, index - _SENTENCES), index)
        for one in reading.drafts.get(other, ())
        if one.measure not in GOODS
    ]
    many = draft.counted.low or 0
    dead = {one.measure for one in before} == {"killed"}
    enough = many > 1 and any((one.counted.low or 0) >= many for one in before)
    return replace(draft, measure="killed") if dead and enough else draft
