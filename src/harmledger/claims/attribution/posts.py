"""Posts from a social network that a page has copied: "... — A. Name (@handle) May 5, 2015"."""

from __future__ import annotations

import re

__all__ = ["posted_by"]

#: Characters of the longest post, with its links.
LONGEST = 320
#: The author's name, the handle and the date of a post.
_SIGNED = re.compile(
    r"(?:—|–|--|-)\s?(?P<name>[^\s()—–][^()\n—–]{1,59}?)\s\(@\w{1,30}\)"
    r"\s+[A-Z][a-z]{2,8} \d{1,2}, \d{4}"
)
#: What ends a post, or is not in it.
_BREAK = re.compile(r"[“”\"]|\n\s*\n")


#: "Tarn Police @tarnpolice · 5 May", a line over a post.
_OVER = re.compile(
    r"(?P<name>[^\s@\n][^@\n]{1,59}?)\s\(?@\w{1,30}\)?(?:\s*[·•|–-]\s*[^\n@]{1,40})?[ \t]*\n"
)


def posted_by(text: str, offset: int) -> tuple[int, int] | None:
    """Where the name of the author of the post around ``offset`` stands; None outside of one."""
    found = _SIGNED.search(text, offset, offset + LONGEST)
    if found is not None and not _BREAK.search(text, offset, found.start()):
        return found.span("name")
    blank = text.rfind("\n\n", max(0, offset - LONGEST), offset)
    start = blank + 2 if blank >= 0 else 0
    over = _OVER.match(text, start, offset) if offset - start <= LONGEST else None
    return over.span("name") if over is not None else None
