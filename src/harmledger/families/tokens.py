"""Words as 64-bit hashes, the same on any machine, and where they stand; many texts at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]

__all__ = ["any_word", "hashes_and_places", "hashes_of", "words_as_hashes"]

#: A word, or one character of a script that writes no spaces.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|\w+")

#: From this code point on there are scripts without spaces: such texts go word by word.
_NO_SPACES = 0x3000

#: Code points that are hashed at one time: few enough for the processor's cache.
_LOT = 1 << 14

#: Longer texts are hashed word by word: their powers would take more memory than they are worth.
_LONGEST = 1 << 16

_SPACE = ord(" ")
_BASE = 0x9E3779B97F4A7C15
_ALL_BITS = (1 << 64) - 1
#: Shifts and factors that let every bit of a sum count (the finaliser of MurmurHash3).
_MIX = ((33, 0xFF51AFD7ED558CCD), (33, 0xC4CEB9FE1A85EC53))
_MOST_REMEMBERED = 1 << 18

#: ASCII in small letters, everything that is no part of a word as a space.
_ASCII = bytes(
    ord(chr(code).lower()) if code < 128 and _WORD.match(chr(code)) else _SPACE
    for code in range(256)
)


class _WordHashes(dict[str, int]):
    """Hashes of words, each worked out once.

    Before it is mixed a hash is the sum of code points, each times a power of a constant, so
    that the words of many texts can be hashed side by side.
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


def any_word(plain: str) -> bool:
    """Whether there is a word at all."""
    return _WORD.search(plain) is not None


def words_as_hashes(words: Sequence[str]) -> Hashes:
    """Words, case folded already, as the hashes that :func:`hashes_of` gives them."""
    import numpy as np

    return np.fromiter(map(_HASHES.__getitem__, words), np.uint64, len(words))


def hashes_of(plains: Iterable[str]) -> Iterator[Hashes]:
    """The words of each text, case folded but for ASCII letters."""
    import numpy as np

    for lot in _lots(plains):
        hashes, starts, begins = _read(lot)
        edges = np.searchsorted(starts, begins).tolist()
        for first, last in pairwise(edges):
            yield hashes[first:last].copy()


def hashes_and_places(plains: Sequence[str]) -> tuple[Hashes, Places, Places]:
    """The words of all texts, where each begins, and where each text does.

    Places are code points, as if the texts stood one behind the other with a space before each.
    """
    import numpy as np

    found: list[tuple[Hashes, Places]] = []
    passed = 0
    for lot in _lots(plains):
        hashes, starts, begins = _read(lot)
        found.append((hashes, starts + passed))
        passed += int(begins[-1]) - 1
    hashes = np.concatenate([hashes for hashes, _ in found])
    begins = np.cumsum([1, *(len(plain) + 1 for plain in plains)])
    return hashes, np.concatenate([places for _, places in found]), begins[:-1]


def _lots(plains: Iterable[str]) -> Iterator[list[str]]:
    lot: list[str] = []
    size = 0
    for plain in plains:
        if lot and size + len(plain) > _LOT:
            yield lot
            lot, size = [], 0
        lot.append(plain)
        size += len(plain) + 1
    if lot:
        yield lot


def _read(lot: list[str]) -> tuple[Hashes, Places, Places]:
    """The words of some texts, where they begin, and where the texts do: in all joined."""
    import numpy as np

    joined = f" {' '.join(lot)} "
    begins = np.cumsum([1, *(len(plain) + 1 for plain in lot)])
    up, down = _powers()
    if joined.isascii():
        signs = np.frombuffer(joined.encode("ascii").translate(_ASCII), np.uint8)
    else:
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
        signs = _table()[np.minimum(codes, _NO_SPACES)]
    if len(signs) > len(up) or int(signs.max()) >= _NO_SPACES:
        return (*_one_by_one(joined), begins)
    part = signs != _SPACE
    edges = np.flatnonzero(part[1:] != part[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    sums = np.cumsum(signs * up[: len(signs)], dtype=np.uint64)
    # what stands before a word falls away, and so does its place in the text
    hashes = (sums[ends - 1] - sums[starts - 1]) * down[starts]
    for shift, factor in _MIX:
        hashes = (hashes ^ hashes >> np.uint64(shift)) * np.uint64(factor)
    return hashes ^ hashes >> np.uint64(32), starts, begins


def _one_by_one(plain: str) -> tuple[Hashes, Places]:
    import numpy as np

    found = list(_WORD.finditer(plain))
    words = [_small(match.group()) for match in found]
    return words_as_hashes(words), np.array([match.start() for match in found], np.int64)


def _small(word: str) -> str:
    return "".join(char.lower() if char.isascii() else char for char in word)


@cache
def _powers() -> tuple[Hashes, Hashes]:
    """The powers of the base and of its inverse, as far as texts are hashed at once."""
    import numpy as np

    up, down = np.ones(_LONGEST + 2, np.uint64), np.ones(_LONGEST + 2, np.uint64)
    up[1:] = np.uint64(_BASE)
    down[1:] = np.uint64(pow(_BASE, -1, 1 << 64))
    return np.cumprod(up, dtype=np.uint64), np.cumprod(down, dtype=np.uint64)


@cache
def _table() -> NDArray[np.uint32]:
    """What stands for each code point, as in ``_ASCII``, up to the first without spaces."""
    import numpy as np

    rest = (code if _WORD.match(chr(code)) else _SPACE for code in range(128, _NO_SPACES))
    return np.array([*_ASCII[:128], *rest, _NO_SPACES], np.uint32)
