"""The blocks of trafilatura's tree (p, head, list, table, quote), one piece each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ONLY_LINK", "Piece", "flat", "pieces_of"]

_SPACE = re.compile(r"\s+")
_TERMINAL = re.compile(r"[.!?…][\"'”’)\]]*$")
_BLOCKS = frozenset({"p", "head", "list", "item", "quote", "table", "row", "cell", "code", "ab"})
_KINDS = {"head": "headline", "list": "list", "item": "list"}
#: A cell of more words, or of several paragraphs, is layout and not a table of data.
_CELL_WORDS = 60
#: The reason given for a block that leads elsewhere.
ONLY_LINK = "only a link"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block: its kind, its text on one line, and why it is no part of the report if so."""

    kind: str
    text: str
    reason: str | None = None


def flat(text: str) -> str:
    """On one line, without white space at the ends and without characters XML lacks."""
    return _SPACE.sub(" ", text.replace("\x00", "\ufffd")).strip()


def pieces_of(body: _Element, links: frozenset[str]) -> list[Piece]:
    """Every block in order. A block that is one of ``links`` leads to another report."""
    pieces = [_judged(piece, links) for piece in _walk(body, "body")]
    linked = sum(len(piece.text) for piece in pieces if piece.reason)
    if linked > 0.5 * sum(len(piece.text) for piece in pieces):
        # a page of links is an index, and its lines are what it has to say
        return [Piece("list", piece.text) if piece.reason else piece for piece in pieces]
    return pieces


def _judged(piece: Piece, links: frozenset[str]) -> Piece:
    text = piece.text
    if text in links and len(text.split()) <= 30 and not _TERMINAL.search(text):
        return Piece("see_also", text, ONLY_LINK)
    if piece.kind == "table":
        cells = text.split(" | ")
        if len(cells) > 1 and sum(cell in links for cell in cells) * 2 >= len(cells):
            return Piece("navigation", text, "a row of links")
    return piece


def _walk(node: _Element, kind: str) -> Iterator[Piece]:
    """The pieces of ``node``: runs of inline content, parted by the blocks inside it."""
    run = _Run(kind)
    run.add(node.text)
    for child in node:
        tag = str(child.tag)
        if tag == "lb":
            yield from run.close()
        elif tag == "table":
            yield from run.close()
            yield from _table(child)
        elif tag in _BLOCKS:
            yield from run.close()
            yield from _walk(child, _KINDS.get(tag, kind if kind != "headline" else "body"))
        else:
            yield from _inline(child, run)
        run.add(child.tail)
    yield from run.close()


def _inline(node: _Element, run: _Run) -> Iterator[Piece]:
    inside = any(str(child.tag) in _BLOCKS or child.tag == "lb" for child in node.iterdescendants())
    if inside:
        yield from run.close()
        yield from _walk(node, run.kind)
    else:
        run.add("".join(str(part) for part in node.itertext()))


class _Run:
    """Inline text gathered until a block ends it."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.parts: list[str] = []

    def add(self, text: str | None) -> None:
        """More of the line."""
        if text:
            self.parts.append(text)

    def close(self) -> Iterator[Piece]:
        """The piece gathered so far, if any."""
        text = flat("".join(self.parts))
        self.parts = []
        if text:
            yield Piece(self.kind, text)


def _table(table: _Element) -> Iterator[Piece]:
    """A row of data as ``a | b``; a table that only lays out a page as its paragraphs."""
    cells = list(table.iter("cell"))
    if any(_is_layout(cell) for cell in cells):
        for cell in cells:
            yield from _walk(cell, "body")
        return
    for row in table.iter("row"):
        values = [
            flat(" ".join(str(part) for part in cell.itertext())) for cell in row.iter("cell")
        ]
        if any(values):
            yield Piece("table", " | ".join(values))


def _is_layout(cell: _Element) -> bool:
    paragraphs = sum(1 for child in cell if child.tag in {"p", "head", "list", "quote"})
    words = len("".join(str(part) for part in cell.itertext()).split())
    return words > _CELL_WORDS or (paragraphs >= 2 and words > _CELL_WORDS // 2)
