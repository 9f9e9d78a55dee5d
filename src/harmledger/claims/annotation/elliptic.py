"""Sentences that go on counting with bare numbers, and what was counted before them."""

from __future__ import annotations

from collections.abc import Iterator

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.drafts.bare import bare_drafts, told_before
from harmledger.claims.quantities.bare import bare_numbers, may_have_bare

__all__ = ["add_bare", "bare_wanted"]

#: How many sentences, and characters, back the harm may have been told.
_SENTENCES = 4
_CHARACTERS = 600


def bare_wanted(reading: Reading) -> Iterator[int]:
    """Sentences without harm words that may give a bare number of those told of before."""
    text, sentences, gated = reading.text.text, reading.sentences, set(reading.gated)
    near = {i + n for i in gated for n in range(1, _SENTENCES + 1)} - gated
    for index in sorted(near):
        if index < len(sentences):
            raw = text[sentences[index].start : sentences[index].end]
            if may_have_bare(raw) and bare_numbers(raw):
                yield index


def add_bare(reading: Reading) -> Iterator[int]:
    """Add the bare counts of the parsed sentences to the drafts; gives the sentences that had any."""
    for index, parsed in sorted(reading.waiting.items()):
        own = reading.drafts.get(index, [])
        found = bare_drafts(parsed, own, _before(reading, index))
        if found:
            reading.drafts[index] = [*own, *found]
            yield index


def _before(reading: Reading, index: int) -> list[str]:
    """What the sentences before count or tell of, the last first."""
    text, sentences = reading.text.text, reading.sentences
    told: list[str] = []
    for other in range(index - 1, max(-1, index - 1 - _SENTENCES), -1):
        one = sentences[other]
        if sentences[index].start - one.end > _CHARACTERS:
            break
        told += told_before(reading.drafts.get(other, ()), text[one.start : one.end])
    return told
