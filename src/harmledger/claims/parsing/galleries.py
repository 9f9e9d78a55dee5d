"""Labels of picture galleries, which stand in scraped text without a full stop around them.

"Photo: A. Smith Image 3 of 33 Six people were killed": the label ends what stands before it, and
counts nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["between_labels"]

_LABEL = re.compile(
    r"\b(?:Image|Photo|Picture|Slide)\s+\d{1,3}\s+of\s+(?:/\s*)?\d{1,3}\b"
    r"|\b\d{1,3}\s*/\s*\d{1,3}\s+Back\s+to\s+Gallery\b|\bCaption\s+Close\b"
)


def between_labels(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of ``text[start:end]`` between such labels; the whole where there is none."""
    position = start
    for label in _LABEL.finditer(text, start, end):
        yield position, label.start()
        position = label.end()
    yield position, end
