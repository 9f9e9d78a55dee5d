"""Where the words, sentences and quotations of a text stand."""

from __future__ import annotations

import re

from harmledger.records import Text

__all__ = ["WORD", "quotations", "sentences", "story_spans"]

#: A word, or one character of a script that writes no spaces.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W_]+(?:['’][^\W_]+)?")

#: The story itself, as in ``wording``: what copying sites change first is left aside.
_STORY = frozenset({"body", "list", "table"})

_LINE = r"(?:[^{}\n]|\n(?!\s*\n))"


def _quotation(opening: str, closing: str) -> str:
    """A quotation; one that no mark closes runs to the end of its paragraph, as in the press."""
    inside = _LINE.format(opening + closing)
    return rf"[{opening}]{inside}{{2,1500}}(?:[{closing}]|(?=\n)|\Z)"


_QUOTATION = re.compile(
    "|".join(_quotation(*marks) for marks in ("“”", '""', "«»", ("„", "“”"), "「」"))
)

#: The end of a sentence, or an empty line: lines may be wrapped at any word. The sign that ends it
#: comes first, so that the rest is tried at such signs only.
_END = re.compile(
    r"[.!?。！？\n](?:(?<=[.!?])[\"”’»)]*\s+(?=[\"“‘«(]*[^\W_a-z])|(?<=[。！？])|(?<=\n)\s*\n)"
)


def story_spans(text: Text) -> list[tuple[int, int]]:
    """The kept story: half-open spans. A text without blocks is all story."""
    if not text.blocks:
        return [(0, len(text.text))]
    kept = [block for block in text.blocks if block.kept]
    story = [block for block in kept if block.kind in _STORY] or kept
    return [(block.start, block.end) for block in story]


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of what stands in quotation marks between ``start`` and ``end``."""
    return [match.span() for match in _QUOTATION.finditer(text, start, end)]


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of sentences, white space set aside; a full stop before a small letter ends none."""
    spans = []
    begin = start
    for match in _END.finditer(text, start, end):
        spans.append((begin, match.start() + 1))
        begin = match.end()
    spans.append((begin, end))
    trimmed = []
    for first, last in spans:
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            trimmed.append((first, last))
    return trimmed
