"""Reads a shown text back out of a page: the inverse of :mod:`harmledger.site.show`.

The text of a page is the concatenation of the text nodes below its container, where

- elements that carry ``data-ui`` (notes, reasons) do not count,
- an element with ``data-char`` stands for that one code point,
- an element with ``data-length`` stands for as many code points, which are not told: they
  are read back as U+2588 FULL BLOCK.

So for any text ``read_back(container) == masked(text, hidden)``, and with nothing withheld
that is the text itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["MASK", "masked", "read_back"]

MASK = "\N{FULL BLOCK}"


def read_back(element: HtmlElement) -> str:
    """The text that ``element`` shows, code point by code point."""
    parts: list[str] = []
    # An explicit stack: a hostile page may be nested deeper than Python may recurse.
    stack: list[HtmlElement | str] = [element]
    root = element
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        if item is not root and item.tail:
            stack.append(item.tail)
        if not isinstance(item.tag, str) or item.get("data-ui") is not None:
            continue
        char, length = item.get("data-char"), item.get("data-length")
        if char is not None:
            parts.append(chr(int(char, 16)))
        elif length is not None:
            parts.append(MASK * int(length))
        else:
            stack.extend(reversed(item))
            if item.text:
                stack.append(item.text)
    return "".join(parts)


def masked(text: str, hidden: Sequence[tuple[int, int]]) -> str:
    """``text`` with the ``hidden`` ranges (sorted, disjoint) as :data:`MASK`."""
    parts: list[str] = []
    at = 0
    for start, end in hidden:
        parts += [text[at:start], MASK * (end - start)]
        at = end
    return "".join([*parts, text[at:]])
