"""Two texts of one family side by side: the sentences that tell the same, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.families.segments import WORD, quotations, story_spans
from harmledger.records import Passage, Text

__all__ = ["Beside", "beside"]


@dataclass(frozen=True, slots=True)
class Beside:
    """``text`` and ``other``; ``sentences``: of each passage the words of both, as written.

    ``quoted``: how many of them stand in quotation marks. ``own_words`` and ``all_words``: every
    word of the text's and of the other's story, case folded.
    """

    text: Text
    other: Text
    sentences: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    quoted: tuple[tuple[int, int], ...]
    own_words: frozenset[str]
    all_words: frozenset[str]

    @property
    def turned(self) -> Beside:
        """The same seen from the other text."""
        return Beside(
            self.other,
            self.text,
            tuple((two, one) for one, two in self.sentences),
            tuple((two, one) for one, two in self.quoted),
            self.all_words,
            self.own_words,
        )


def beside(first: Text, second: Text, passages: Sequence[Passage]) -> Beside:
    """Two texts and the passages that both have, in the order of the first."""
    return Beside(
        first,
        second,
        tuple(
            (
                _words(first, one.first_start, one.first_end),
                _words(second, one.second_start, one.second_end),
            )
            for one in passages
        ),
        tuple(
            zip(
                _quoted(first, [(one.first_start, one.first_end) for one in passages]),
                _quoted(second, [(one.second_start, one.second_end) for one in passages]),
                strict=True,
            )
        ),
        _story(first),
        _story(second),
    )


def _words(text: Text, start: int, end: int) -> tuple[str, ...]:
    return tuple(WORD.findall(text.text, start, end))


def _story(text: Text) -> frozenset[str]:
    return frozenset(
        word.casefold() for span in story_spans(text) for word in WORD.findall(text.text, *span)
    )


def _quoted(text: Text, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Of each span, how many words stand in quotations; 1 for one that opens or closes outside."""
    quoted = [one for story in story_spans(text) for one in quotations(text.text, *story)]
    return [
        sum(
            len(WORD.findall(text.text, first, last)) if start <= first and last <= end else 1
            for first, last in quoted
            if first < end and start < last
        )
        for start, end in spans
    ]
