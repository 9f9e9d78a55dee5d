"""All that the words of two texts tell about which of them came first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from harmledger.families.beside import Beside, beside
from harmledger.families.direction import Told
from harmledger.families.garbling import garbled
from harmledger.families.links import Link
from harmledger.families.wear import cut_off, junk_within, less_of_it, rarer_words, speech_told
from harmledger.families.wordings import Bearer
from harmledger.records import Clue, Passage, Text

__all__ = ["clues_of", "marks_between"]


def clues_of(
    link: Link, first: Bearer, second: Bearer, passages: Sequence[Passage]
) -> Iterator[Clue]:
    """The clues of a link between two texts, of which ``passages`` stand in both."""
    if link.near.key == link.wording.key:
        return
    held = _held(link)
    for swapped, mark in marks_between(first.text, second.text, passages, held):
        later, earlier = (first, second) if swapped else (second, first)
        yield Clue(
            kind=mark.kind,
            sentence=f"{later.document} {mark.what.format(other=earlier.document)}.",
            first=earlier.text_id,
            second=later.text_id,
            strength=mark.strength,
            words=mark.words,
        )


def marks_between(
    first: Text,
    second: Text,
    passages: Sequence[Passage],
    held: tuple[float, float] | None = None,
) -> Iterator[tuple[bool, Told]]:
    """Each mark, and whether it is the first text's, which then came after the second.

    ``held``: the share of each text that the other has, where one may be a part of the other.
    """
    pair = beside(first, second, passages)
    for swapped, side in ((False, pair.turned), (True, pair)):
        for mark in _marks(side):
            yield swapped, mark
        if held is not None:
            own, other = held if swapped else held[::-1]
            for mark in less_of_it(own, other):
                yield swapped, mark


def _marks(side: Beside) -> list[Told]:
    found = [*garbled(side), *rarer_words(side), *speech_told(side)]
    return [*found, *cut_off(side), *junk_within(side)]


def _held(link: Link) -> tuple[float, float] | None:
    """The share of the near text and of the other that stands in its counterpart.

    None where the two only share passages: neither is then made of the other alone.
    """
    near, wording = link.near, link.wording
    decision = link.decision
    if decision is None:
        short, long = sorted((near.length, wording.length))
        shares = link.score, link.score * short / max(1, long)
        return shares if near.length < wording.length else shares[::-1]
    if decision.relation == "partial" or decision.relation is None:
        return None
    return decision.alike.alignment.shares
