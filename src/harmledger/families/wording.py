"""What of a text is compared: the words of its kept body, as hashes, and runs of them."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from harmledger.families.tokens import any_word, hashes_of
from harmledger.records import Text

if TYPE_CHECKING:
    from harmledger.families.tokens import Hashes, Places

__all__ = [
    "RUN",
    "run_hashes",
    "runs_side_by_side",
    "word_hashes",
    "wording_hash",
]

#: Words in a run of the evidence.
RUN = 5

#: The story itself. Headlines, bylines and datelines are what a copying site changes first.
_STORY = frozenset({"body", "list", "table"})

#: What most often keeps English from being ASCII, all of it no part of a word.
_TYPOGRAPHIC = "\u2019\u201c\u201d\u2018\u2014\u2013\u2022"

#: What spreads the words of a run over all bits.
_BASE = 0x9E3779B97F4A7C15
#: Texts whose runs are hashed at one time: few enough for the processor's cache.
_LOT = 256


def _compared(text: Text) -> str:
    """The kept story, NFKC, case folded.

    A page with no kept story (a lone headline) is compared by all that is kept of it; a text
    without blocks is all story.
    """
    if not text.blocks:
        return _plain(text.text)
    kept = [block for block in text.blocks if block.kept]
    for blocks in ([block for block in kept if block.kind in _STORY], kept):
        plain = _plain("\n".join(text.text[block.start : block.end] for block in blocks))
        if any_word(plain):
            return plain
    return ""


def _plain(raw: str) -> str:
    if raw.isascii():
        return raw
    raw = unicodedata.normalize("NFKC", raw).casefold()
    for sign in _TYPOGRAPHIC:
        raw = raw.replace(sign, " ")
    return raw


def word_hashes(texts: Iterable[Text]) -> Iterator[Hashes]:
    """The compared words of each text as 64-bit hashes, in their order."""
    return hashes_of(map(_compared, texts))


def wording_hash(hashes: Hashes) -> str:
    """Equal for texts with the same words in the same order."""
    return hashlib.sha256(hashes.astype("<u8", copy=False).tobytes()).hexdigest()


def run_hashes(hashes: Hashes, words: int = RUN) -> Hashes:
    """Each run of so many words as one 64-bit hash, in their order.

    A text of fewer words is one run; an empty one has none.
    """
    import numpy as np

    words = min(words, len(hashes))
    if not words:
        return hashes
    last = len(hashes) - words + 1
    runs = hashes[:last].copy()
    base = np.uint64(_BASE)
    for offset in range(1, words):
        runs *= base
        runs += hashes[offset : last + offset]
    # the multiplication spreads upwards only: fold the upper half down, so that any bits serve
    runs ^= runs >> np.uint64(32)
    return runs


def runs_side_by_side(texts: Sequence[Hashes], words: int) -> Iterator[tuple[int, Hashes, Places]]:
    """The runs of many texts, some hundred texts at a time, as fast as numpy goes.

    Each item: the number of the first text of the lot, the runs in order, and for each run the
    number of its text within the lot. A text of fewer words than a run has none here.
    """
    import numpy as np

    for first in range(0, len(texts), _LOT):
        lot = texts[first : first + _LOT]
        lengths = np.fromiter(map(len, lot), np.int64, len(lot))
        numbers = np.repeat(np.arange(len(lot)), lengths)
        runs = run_hashes(np.concatenate(lot), words)
        # a run that begins in one text and ends in the next is none
        whole = numbers[: len(runs)] == numbers[len(numbers) - len(runs) :]
        if len(numbers) >= words:
            yield first, runs[whole], numbers[: len(runs)][whole]
