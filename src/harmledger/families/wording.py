"""What of a text is compared: the words of its kept body, as hashes, and runs of them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from harmledger.records import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

__all__ = ["RUN", "compared_words", "run_hashes", "word_hashes", "wording_hash"]

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

_BASE = 0x9E3779B97F4A7C15
_MOST_REMEMBERED = 1 << 18


def compared_words(text: Text) -> list[str]:
    """The words of the kept story, NFKC, case folded; punctuation and space set aside.

    A page with no kept story (a lone headline) is compared by all that is kept of it; a text
    without blocks is all story.
    """
    if not text.blocks:
        return _words(text.text)
    kept = [block for block in text.blocks if block.kept]
    story = [block for block in kept if block.kind in _STORY]
    words: list[str] = []
    for block in story:
        words += _words(text.text[block.start : block.end])
    if not words:
        for block in kept:
            words += _words(text.text[block.start : block.end])
    return words


def _words(raw: str) -> list[str]:
    if not raw.isascii():
        raw = unicodedata.normalize("NFKC", raw).casefold()
        for sign in _TYPOGRAPHIC:
            raw = raw.replace(sign, " ")
        if not raw.isascii():
            return _WORD.findall(raw)
    return raw.translate(_ASCII).split()


class _WordHashes(dict[str, int]):
    """64-bit hashes of words, the same on any machine, each worked out once."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        value = self[word] = int.from_bytes(digest, "big")
        return value


_HASHES = _WordHashes()


def word_hashes(words: Sequence[str]) -> Hashes:
    """The words as 64-bit hashes, in their order."""
    import numpy as np

    return np.fromiter(map(_HASHES.__getitem__, words), np.uint64, len(words))


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
