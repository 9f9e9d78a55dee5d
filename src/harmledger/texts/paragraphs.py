"""Where paragraphs begin and end in a plain text, hard-wrapped or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["Span", "paragraphs", "wrap_width"]

Span = tuple[int, int]

_LINE = re.compile(r"[^\r\n]+")
_ITEM = re.compile(r"\s*(?:[-*•–—·▪‣]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
#: No typescript, telex or mail is wrapped wider than this.
_WIDEST = 132
#: Lines shorter than this are not broken at an edge; they are items of a list.
_NARROWEST = 60
#: Editors break early by a word's length or so, for a justified or ragged edge.
_SLACK = 0.18
#: A line shorter than this share of the width ends for a reason of its own.
_SHORT = 0.6


def wrap_width(text: str, narrowest: int = _NARROWEST) -> int | None:
    """The column at which a text's lines were broken; None where lines are paragraphs."""
    lengths = sorted(len(line.rstrip()) for line in text.splitlines() if line.strip())
    # one line in fifty may stick out
    widest = lengths[-1 - len(lengths) // 50] if lengths else 0
    return None if len(lengths) < 2 or widest > _WIDEST else max(widest, narrowest)


def paragraphs(text: str, narrowest: int = _NARROWEST) -> Iterator[Span]:
    """Spans of the paragraphs of ``text``, without white space at their ends.

    Blank lines part paragraphs. A single newline parts them too, unless the text is wrapped
    at a column: then it is a real break only where the next word would still have fitted.
    ``narrowest``: the least width, in characters, at which lines may have been broken.
    """
    width = wrap_width(text, narrowest)
    pending: Span | None = None
    last_line = ""
    at = 0
    for match in _LINE.finditer(text):
        line = match[0]
        if line.isspace():
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        blank_between = text.count("\n", at, match.start()) > 1
        if pending is not None and not blank_between and _continues(last_line, line, width):
            pending = (pending[0], end)
        else:
            if pending is not None:
                yield pending
            pending = (start, end)
        last_line, at = line.rstrip(), match.start() + len(line)
    if pending is not None:
        yield pending


def _continues(line: str, following: str, width: int | None) -> bool:
    """Whether the break between two lines is only the edge of the paper."""
    if width is None or _ITEM.match(following):
        return False
    indent = len(following) - len(following.lstrip())
    if indent - (len(line) - len(line.lstrip())) >= 2:
        return False
    first_word = following.split(maxsplit=1)[0]
    if len(line) + 1 + len(first_word) + _SLACK * width > width:
        return True
    # a short line: still the same sentence where nothing ends it and nothing begins after it
    if _ENDS.search(line):
        return False
    return first_word[:1].islower() or len(line) > _SHORT * width
