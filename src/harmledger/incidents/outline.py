"""What is asked of all events of a book at once, as plain numbers; the rest is read if need be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint64]
    Numbers = NDArray[np.int64]

__all__ = ["Outline", "joined", "small"]


class Outline(msgspec.Struct, array_like=True):
    """What of an event is asked together with that of all others.

    ``key``: its place in the order of events. ``low``, ``high``: days in which it may lie.
    ``claims``: whether it makes any; ``chief``: whether its text is chiefly about it;
    ``headlined``: whether a headline that was given apart claims something; ``texts``: how many
    tell it. ``words``, ``counts``, ``headline``, ``headline_counts``: see ``words.Bag``.
    ``persons`` and ``names`` (other ones): codes of eight bytes in the order of the alphabet, with
    ``levels`` of a byte (see ``rarity``). ``here``: what its place is filed under, ``around``: what
    is looked up for it, codes of eight bytes. ``ages``: of a byte each; ``figures`` above zero:
    codes of eight bytes, with ``sizes`` of a byte (a place in ``figures.SIZES``). ``dated``,
    ``placed``: whether a time and a place are stated for it; ``called``: codes of the stems that it
    is called by; ``back``: whether its report looks back; ``told``: whether it tells other days.
    ``summed``: whether it is a series; ``within``: claims of what it is a part of (``events``);
    ``captives``: whether it tells of people who were held.
    """

    key: str
    published: int | None
    low: float
    high: float
    claims: bool
    chief: bool
    headlined: bool
    texts: int
    words: bytes
    counts: bytes
    headline: bytes
    headline_counts: bytes
    persons: bytes
    person_levels: bytes
    names: bytes
    name_levels: bytes
    here: bytes
    around: bytes
    ages: bytes
    figures: bytes
    sizes: bytes
    dated: bool
    placed: bool
    called: bytes
    back: bool
    told: bool
    summed: bool
    within: tuple[str, ...]
    captives: bool

    def let_words_go(self) -> None:
        """A large book has many of them."""
        self.words = self.counts = self.headline = self.headline_counts = b""

    def let_all_go(self) -> None:
        """Also names, places, ages and figures."""
        self.let_words_go()
        self.persons = self.person_levels = self.names = self.name_levels = b""
        self.here = self.around = self.ages = self.figures = self.sizes = self.called = b""


def joined(outlines: Sequence[Outline], part: Callable[[Outline], bytes]) -> tuple[Codes, Numbers]:
    """The codes of all events, one event after another, and how many each has."""
    import numpy as np

    parts = list(map(part, outlines))
    sizes = np.fromiter(map(len, parts), np.int64, len(parts)) // 8
    return np.frombuffer(b"".join(parts), np.uint64), sizes


def small(outlines: Iterable[Outline], part: Callable[[Outline], bytes]) -> NDArray[np.uint8]:
    """The numbers of a byte of all events, one event after another."""
    import numpy as np

    return np.frombuffer(b"".join(map(part, outlines)), np.uint8)
