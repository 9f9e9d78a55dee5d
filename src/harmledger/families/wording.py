"""What of a text is compared: the words of its kept body, and runs of five of them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from collections.abc import Sequence
from functools import lru_cache

from harmledger.records import Text

__all__ = ["RUN", "compared_words", "run_hashes", "wording_hash"]

#: Words in a run.
RUN = 5

#: The story itself. Headlines, bylines and datelines are what a copying site changes first.
_STORY = frozenset({"body", "list", "table"})

#: A word, or one character of a script that writes no spaces.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|\w+")

_MODULUS = (1 << 61) - 1
_BASE = 1_000_003_579
_OUTGOING = pow(_BASE, RUN, _MODULUS)


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
    return _WORD.findall(unicodedata.normalize("NFKC", raw).casefold())


def wording_hash(words: Sequence[str]) -> str:
    """Equal for texts with the same words in the same order."""
    return hashlib.sha256("\x1f".join(words).encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=1 << 18)
def _word_hash(word: str) -> int:
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % _MODULUS


def run_hashes(words: Sequence[str]) -> array[int]:
    """The distinct runs as sorted 61-bit hashes, the same on any machine.

    A text of fewer than five words is one run.
    """
    if not words:
        return array("Q")
    values = [_word_hash(word) for word in words]
    rolling = 0
    for value in values[:RUN]:
        rolling = (rolling * _BASE + value) % _MODULUS
    runs = {rolling}
    for entering, leaving in zip(values[RUN:], values, strict=False):
        rolling = (rolling * _BASE + entering - leaving * _OUTGOING) % _MODULUS
        runs.add(rolling)
    return array("Q", sorted(runs))
