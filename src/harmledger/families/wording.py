"""What of a text is compared: the words of its kept body, as hashes, and runs of them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from harmledger.records import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]

__all__ = [
    "RUN",
    "run_hashes",
    "runs_side_by_side",
    "word_hashes",
    "wording_hash",
    "words_as_hashes",
]

#: Words in a run of the evidence.
RUN = 5

#: The story itself. Headlines, bylines and datelines are what a copying site changes first.
_STORY = frozenset({"body", "list", "table"})

#: A word, or one character of a script that writes no spaces.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|\w+")

#: The same for ASCII, where a table and a split take a fifth of the time of an expression.
_ASCII = {code: chr(code).lower() if _WORD.match(chr(code)) else " " for code in range(128)}

#: What most often keeps English from being ASCII, all of it no part of a word.
_TYPOGRAPHIC = "\u2019\u201c\u201d\u2018\u2014\u2013\u2022"

#: The same as bytes.
_ASCII_BYTES = bytes(ord(_ASCII[code]) if code in _ASCII else 32 for code in range(256))

_BASE = 0x9E3779B97F4A7C15
_ALL_BITS = (1 << 64) - 1
#: Shifts and factors that let every bit of a sum count (the finaliser of MurmurHash3).
_MIX = ((33, 0xFF51AFD7ED558CCD), (33, 0xC4CEB9FE1A85EC53))
#: Longer texts are hashed word by word: their powers would take more memory than they are worth.
_LONGEST = 1 << 16
#: Texts whose runs are hashed at one time: few enough for the processor's cache.
_LOT = 256
_MOST_REMEMBERED = 1 << 18


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
        if _WORD.search(plain):
            return plain
    return ""


def _plain(raw: str) -> str:
    if raw.isascii():
        return raw
    raw = unicodedata.normalize("NFKC", raw).casefold()
    for sign in _TYPOGRAPHIC:
        raw = raw.replace(sign, " ")
    return raw


def _words(plain: str) -> list[str]:
    return plain.translate(_ASCII).split() if plain.isascii() else _WORD.findall(plain)


class _WordHashes(dict[str, int]):
    """64-bit hashes of words, the same on any machine, each worked out once.

    Before it is mixed a hash is the sum of code points, each times a power of a constant, so
    that ASCII words can be hashed side by side (``_ascii_hashes``).
    """

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        total, power = 0, 1
        for char in word:
            total, power = total + ord(char) * power, power * _BASE & _ALL_BITS
        total &= _ALL_BITS
        for shift, factor in _MIX:
            total = (total ^ total >> shift) * factor & _ALL_BITS
        value = self[word] = total ^ total >> 32
        return value


_HASHES = _WordHashes()


def word_hashes(text: Text) -> Hashes:
    """The compared words of a text as 64-bit hashes, in their order."""

    plain = _compared(text)
    if plain.isascii() and len(plain) < _LONGEST:
        return _ascii_hashes(plain)
    return words_as_hashes(_words(plain))


def words_as_hashes(words: Sequence[str]) -> Hashes:
    """Words, case folded already, as the hashes that :func:`word_hashes` gives them."""
    import numpy as np

    return np.fromiter(map(_HASHES.__getitem__, words), np.uint64, len(words))


@cache
def _powers() -> tuple[Hashes, Hashes]:
    """The powers of the base and of its inverse, as far as texts are hashed at once."""
    import numpy as np

    up, down = np.ones(_LONGEST + 2, np.uint64), np.ones(_LONGEST + 2, np.uint64)
    up[1:] = np.uint64(_BASE)
    down[1:] = np.uint64(pow(_BASE, -1, 1 << 64))
    return np.cumprod(up, dtype=np.uint64), np.cumprod(down, dtype=np.uint64)


def _ascii_hashes(plain: str) -> Hashes:
    import numpy as np

    up, down = _powers()
    signs = np.frombuffer(f" {plain} ".encode("ascii").translate(_ASCII_BYTES), np.uint8)
    part = signs != ord(" ")
    edges = np.flatnonzero(part[1:] != part[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    sums = np.cumsum(signs * up[: len(signs)], dtype=np.uint64)
    # what stands before a word falls away, and so does its place in the text
    hashes = (sums[ends - 1] - sums[starts - 1]) * down[starts]
    for shift, factor in _MIX:
        hashes = (hashes ^ hashes >> np.uint64(shift)) * np.uint64(factor)
    mixed: Hashes = hashes ^ hashes >> np.uint64(32)
    return mixed


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
