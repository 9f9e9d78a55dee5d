"""Labels of pictures within a block: scraped text has them between sentences without a stop.

"Photo: A. Smith Image 3 of 33 Six people were killed": the label counts nobody, and the sentence
before it ends there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from harmledger.records import Block
from harmledger.texts.junk import rules

__all__ = ["without_labels"]

_REASON = "the label of a picture"


def without_labels(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """``blocks`` in order, kept ones cut at such labels, which are blocks of their own, dropped."""
    label = rules().picture_label
    for block in blocks:
        found = list(label.finditer(text, block.start, block.end)) if block.kept else []
        at = block.start
        for match in found:
            yield from _part(text, block, at, match.start())
            start, at = match.span()
            yield Block(kind="caption", start=start, end=at, kept=False, reason=_REASON)
        if found:
            yield from _part(text, block, at, block.end)
        else:
            yield block


def _part(text: str, block: Block, start: int, end: int) -> Iterator[Block]:
    """A part of a block without white space at its ends; nothing where that is all there is."""
    told = text[start:end]
    if told.strip():
        left = start + len(told) - len(told.lstrip())
        yield Block(kind=block.kind, start=left, end=left + len(told.strip()))
