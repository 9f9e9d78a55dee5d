"""Characters of a hostile text as safe HTML, without losing one of them.

Everything that a page shows of a report passes through :func:`show`. The rules, which
:mod:`harmledger.site.readback` undoes:

- ``& < > " '`` are escaped as usual.
- A carriage return is written ``&#13;``: a raw one would become a line feed in any HTML
  parser, the reference does not.
- Characters that HTML cannot carry or that must not act (other control characters, lone
  surrogates, noncharacters, and the direction overrides U+202D and U+202E, which make a
  reader see another number than the one that stands there) become
  ``<span class="char" data-char="202E">[U+202E]</span>``: seen, inert, and recoverable.
- A withheld stretch becomes ``<span class="withheld" data-length="9">[name withheld]</span>``:
  only its length in code points remains.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from markupsafe import Markup

__all__ = ["WITHHELD", "show", "show_range"]

WITHHELD = "[name withheld]"

_NONCHARACTERS = "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17))
_AWKWARD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef" + _NONCHARACTERS + "]"
)


def _awkward(match: re.Match[str]) -> str:
    char = match.group()
    if char == "\r":
        return "&#13;"
    code = ord(char)
    seen = "[page break]" if char == "\f" else f"[U+{code:04X}]"
    return f'<span class="char" data-char="{code:04X}">{seen}</span>'


def show(text: str) -> Markup:
    """``text`` as HTML."""
    return Markup(_AWKWARD.sub(_awkward, escape(text)))  # noqa: S704 - escaped right here


def show_range(text: str, start: int, end: int, hidden: Sequence[tuple[int, int]]) -> Markup:
    """``text[start:end]`` as HTML with the ``hidden`` ranges (sorted, disjoint) withheld."""
    parts: list[Markup] = []
    at = start
    for low, high in hidden:
        low, high = max(low, start), min(high, end)
        if low >= high:
            continue
        parts.append(show(text[at:low]))
        parts.append(withheld(high - low))
        at = high
    parts.append(show(text[at:end]))
    return Markup("").join(parts)


def withheld(length: int) -> Markup:
    """The placeholder for ``length`` code points."""
    return Markup('<span class="withheld" data-length="{}">{}</span>').format(length, WITHHELD)
