"""Reads a shown text back out of a page: the inverse of :mod:`harmledger.site.show`.

The text of a page is the concatenation of the text nodes below its container, where

- elements that carry ``data-ui`` (notes, reasons) do not count,
- an element with ``data-char`` stands for that one code point,
- an element with ``data-length`` stands for as many code points, which are not told: they
  are read back as U+2588 FULL BLOCK.

So for any text ``read_back(container) == masked(text, hidden)``, and with nothing withheld
that is the text itself.

A page may have been tampered with: what stands for characters is checked, and no more is read
than any page of a book shows.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["MASK", "Reading", "masked", "read_back"]

MASK = "\N{FULL BLOCK}"
#: Code points that all marks and quotes of a page may show together: twice the largest report.
_MOST = 100_000_000
_CHAR = re.compile(r"[0-9A-Fa-f]{1,6}")
_LENGTH = re.compile(r"[0-9]{1,9}")
_SHOWN = 20  # letters of a wrong value that a problem shows


class Reading:
    """Reads the elements of one page, and keeps what is wrong with them in ``faults``."""

    def __init__(self) -> None:
        self.faults: dict[str, None] = {}
        self._left = _MOST

    def read(self, element: HtmlElement) -> str | None:
        """What :func:`read_back` gives, or None where it gives nothing."""
        try:
            shown = read_back(element, most=self._left)
        except ValueError as error:
            self.faults[str(error)] = None
            return None
        self._left -= len(shown)
        return shown


def read_back(element: HtmlElement, *, most: int = _MOST) -> str:
    """The text that ``element`` shows, code point by code point.

    ValueError where what stands for characters is not what a site writes, or where there are
    more than ``most`` code points.
    """
    parts: list[str] = []
    left = most
    # An explicit stack: a hostile page may be nested deeper than Python may recurse.
    stack: list[HtmlElement | str] = [element]
    root = element
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            left -= len(item)
            if left < 0:
                raise ValueError("shows more text than any report has")
            parts.append(item)
            continue
        if item is not root and item.tail:
            stack.append(item.tail)
        if not isinstance(item.tag, str) or item.get("data-ui") is not None:
            continue
        char, length = item.get("data-char"), item.get("data-length")
        if char is not None:
            stack.append(_char(char))
        elif length is not None:
            if not _LENGTH.fullmatch(length) or int(length) > left:
                raise ValueError(f"data-length={length[:_SHOWN]!r} is not how much was withheld")
            stack.append(MASK * int(length))
        else:
            stack.extend(reversed(item))
            if item.text:
                stack.append(item.text)
    return "".join(parts)


def _char(code: str) -> str:
    if not _CHAR.fullmatch(code) or int(code, 16) > sys.maxunicode:
        raise ValueError(f"data-char={code[:_SHOWN]!r} is no code point")
    return chr(int(code, 16))


def masked(text: str, hidden: Sequence[tuple[int, int]]) -> str:
    """``text`` with the ``hidden`` ranges (sorted, disjoint) as :data:`MASK`."""
    parts: list[str] = []
    at = 0
    for start, end in hidden:
        parts += [text[at:start], MASK * (end - start)]
        at = end
    return "".join([*parts, text[at:]])
