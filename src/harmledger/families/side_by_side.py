"""Sentences of a copy beside those they were copied from, for a person to check."""

from __future__ import annotations

from collections import Counter

from harmledger.families.segments import WORD, sentences, story_spans
from harmledger.records import Passage, Text

__all__ = ["copied_sentences"]

#: Evidence of one link stays short enough to read.
_MOST = 20
#: Sentences of either text that are looked at.
_LOOKED_AT = 60
#: Of the words of the longer of two sentences, the share that both must have.
_LEAST = 0.5

_Told = tuple[tuple[int, int], list[str]]


def copied_sentences(first: Text, second: Text) -> tuple[Passage, ...]:
    """Sentences that stand in both texts, as they are or edited, in the order of the first.

    At most 20, the first ones. Spans are half-open code points into each ``Text.text``;
    ``likeness`` is the share of the longer sentence's words that both have.
    """
    others = _told(second)
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, (_, words) in enumerate(others):
        for run in _runs(words):
            holders.setdefault(run, []).append(number)
    found: list[Passage] = []
    for span, words in _told(first):
        met: Counter[int] = Counter()
        for run in _runs(words):
            met.update(holders.get(run, ())[:3])
        if not met:
            continue
        best = min(met, key=lambda number: (-met[number], number))
        beside, told = others[best]
        both = sum((Counter(words) & Counter(told)).values())
        likeness = both / max(len(words), len(told))
        if likeness >= _LEAST:
            found.append(
                Passage(
                    first_start=span[0],
                    first_end=span[1],
                    second_start=beside[0],
                    second_end=beside[1],
                    likeness=round(likeness, 4),
                )
            )
            if len(found) == _MOST:
                break
    return tuple(found)


def _told(text: Text) -> list[_Told]:
    """The sentences of the story with their words, case folded; very short ones are left out."""
    found: list[_Told] = []
    for start, end in story_spans(text):
        for span in sentences(text.text, start, end):
            words = WORD.findall(text.text[slice(*span)].casefold())
            if len(words) >= 4:
                found.append((span, words))
            if len(found) == _LOOKED_AT:
                return found
    return found


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False))
