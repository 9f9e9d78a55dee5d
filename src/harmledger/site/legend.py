"""The lines below a picture that say what its signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from markupsafe import Markup

__all__ = ["legend"]

_Number = TypeVar("_Number", int, float)
#: From a picture to the first line, and from line to line.
_FIRST, _NEXT = 12, 14


def legend(lines: Sequence[str], left: float, below: _Number) -> tuple[Markup, _Number]:
    """The lines in small print from ``left``, under the height ``below``; and where they end."""
    parts = [
        Markup('<text class="tick" x="{}" y="{}" font-size="11">{}</text>').format(
            left, below + _FIRST + _NEXT * number, words
        )
        for number, words in enumerate(lines)
    ]
    return Markup("").join(parts), below + _FIRST + _NEXT * len(lines)
