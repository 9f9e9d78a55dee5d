"""Two texts of one family side by side: the sentences that tell the same, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.families.segments import WORD, quotations, story_spans
from harmledger.records import Passage, Text

__all__ = ["Beside", "beside"]


@dataclass(frozen=True, slots=True)
class Beside:
    """``text`` and ``other``, their words (``own`` and ``others``), and where they differ.

    ``sentences``: of each passage that is not the same word for word, the words of both, as
    written. ``quoted``: how many of them stand in quotation marks. ``new`` and ``gone``: words of
    the text's and of the other's that the other story has nowhere, with the sentence beside them.
    """

    text: Text
    other: Text
    own: frozenset[str]
    others: frozenset[str]
    sentences: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    quoted: tuple[tuple[int, int], ...]
    new: tuple[tuple[str, tuple[str, ...]], ...]
    gone: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def turned(self) -> Beside:
        """The same seen from the other text."""
        return Beside(
            self.other,
            self.text,
            self.others,
            self.own,
            tuple((two, one) for one, two in self.sentences),
            tuple((two, one) for one, two in self.quoted),
            self.gone,
            self.new,
        )


def beside(first: Text, second: Text, passages: Sequence[Passage]) -> Beside:
    """Two texts and the passages that both have, in the order of the first."""
    pairs = [
        (one, _words(first, one.first_start, one.first_end), two)
        for one in passages
        for two in [_words(second, one.second_start, one.second_end)]
    ]
    unlike = [(one, own, other) for one, own, other in pairs if _folded(own) != _folded(other)]
    ones = [(one.first_start, one.first_end) for one, _, _ in unlike]
    twos = [(one.second_start, one.second_end) for one, _, _ in unlike]
    mine, theirs = _story(first), _story(second)
    return Beside(
        first,
        second,
        mine,
        theirs,
        tuple((own, other) for _, own, other in unlike),
        tuple(zip(_quoted(first, ones), _quoted(second, twos), strict=True)),
        tuple((w, other) for _, own, other in unlike for w in own if w.casefold() not in theirs),
        tuple((w, own) for _, own, other in unlike for w in other if w.casefold() not in mine),
    )


def _words(text: Text, start: int, end: int) -> tuple[str, ...]:
    return tuple(WORD.findall(text.text, start, end))


def _folded(words: tuple[str, ...]) -> list[str]:
    return [word.casefold() for word in words]


def _story(text: Text) -> frozenset[str]:
    """Every word of the story, case folded."""
    folded = [text.text[start:end].casefold() for start, end in story_spans(text)]
    return frozenset(word for story in folded for word in WORD.findall(story))


def _quoted(text: Text, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Of each span, how many words stand in quotations; 1 for one that opens or closes outside."""
    if not spans:
        return []
    quoted = [one for story in story_spans(text) for one in quotations(text.text, *story)]
    return [
        sum(
            len(WORD.findall(text.text, first, last)) if start <= first and last <= end else 1
            for first, last in quoted
            if first < end and start < last
        )
        for start, end in spans
    ]
