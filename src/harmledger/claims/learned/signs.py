"""What the text around tells: words of violence, rescue and police near a harm word and in all.

"The ads hurt him" in a story on a poll and "the blast hurt him" differ in what stands around.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any

from harmledger.claims.learned.slots import Slot
from harmledger.claims.words.lexicon import words

__all__ = ["Signs"]

#: Characters before and behind the harm word that are near.
_NEAR = 250
#: Bounds of the classes: words near, words in 1,000 characters, characters for a harm sentence.
_FEW, _DENSE, _RARE = (0, 1, 2, 4, 7), (1, 2, 4, 7, 11, 16), (200, 400, 800, 1600, 3200)
#: The same as the first, of words near a whole sentence.
_MANY = (0, 1, 2, 4, 7, 11)
#: With so many in 1,000 characters, or fewer, a text has few signs: nine in ten of general news.
_CALM = 3
#: A text shorter than this is as dense as if it had this length.
_SHORT = 300
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


@cache
def _signs() -> Any:
    """An automaton that finds the signs, also within other words."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for kind in ("outcome", "deed", "means", "people"):
        for word in words("signs", kind):
            if _LETTERS.issuperset(word):
                automaton.add_word(word, len(word))
    automaton.make_automaton()
    return automaton


def _where(text: str) -> Iterator[int]:
    """Where the signs of a text in lower case begin, in order: whole words of the 26 letters."""
    for last, length in _signs().iter(text):
        start = last - length + 1
        inside = start and text[start - 1] in _LETTERS
        if not inside and text[last + 1 : last + 2] not in _LETTERS:
            yield start


class Signs:
    """The signs of violence in a text, to be asked what stands around a candidate.

    ``sentences``: how many sentences of it have a harm word. ``few``: whether it has few signs.
    ``dense`` and ``rare`` are classes: signs by length, and length by sentences with a harm word.
    """

    def __init__(self, text: str, sentences: int) -> None:
        self._at = list(_where(text.lower()))
        dense = 1000 * len(self._at) / max(_SHORT, len(text))
        self.dense, self.few = _class(dense, _DENSE), dense <= _CALM
        self.rare = _class(len(text) / max(1, sentences), _RARE)

    def near(self, start: int, end: int) -> str:
        """How many signs stand in the sentence ``text[start:end]`` and near it: a class."""
        first, last = bisect_left(self._at, start - _NEAR), bisect_left(self._at, end + _NEAR)
        return _class(last - first, _MANY)

    def told(self, slot: Slot, start: int) -> Iterator[str]:
        """The traits of a candidate whose harm word, which does not count, begins at ``start``."""
        first, end = bisect_left(self._at, start - _NEAR), bisect_right(self._at, start + _NEAR)
        itself = bisect_right(self._at, start) - bisect_left(self._at, start)
        near = _class(end - first - itself, _FEW)
        for name, told in (
            ("signs near", near),
            ("signs in the text", self.dense),
            ("text for a harm sentence", self.rare),
        ):
            yield f"{name}: {told}"
            yield f"{name}, row: {told}, {slot.word.id}"


def _class(number: float, bounds: tuple[int, ...]) -> str:
    return next((f"up to {bound}" for bound in bounds if number <= bound), "more")
