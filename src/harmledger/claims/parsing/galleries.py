"""Labels of picture galleries, which stand in scraped text without a full stop around them.

"Photo: A. Smith Image 3 of 33 Six people were killed": the label ends what stands before it, and
counts nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["between_labels", "in_gallery"]

_LABEL = re.compile(
    r"\b(?:Image|Photo|Picture|Slide)[ ]+\d{1,3}\s+of\s+(?:/\s*)?\d{1,3}\b"
    r"|\b\d{1,3}\s*/\s*\d{1,3}\s+Back\s+to\s+Gallery\b|\bCaption\s+Close\b"
)


#: One of these stands in every label: most texts have none.
_SIGNS = ("Image ", "Photo ", "Picture ", "Slide ", "Gallery", "Caption")


def in_gallery(text: str) -> bool:
    """Whether a text may hold labels: a quick look."""
    return any(sign in text for sign in _SIGNS)


def between_labels(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of ``text[start:end]`` between such labels; the whole where there is none."""
    position = start
    for label in _LABEL.finditer(text, start, end):
        yield position, label.start()
        position = label.end()
    yield position, end
