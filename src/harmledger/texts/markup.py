"""HTML to paragraphs: the main text by trafilatura, all of it where that finds none."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Piece", "all_paragraphs", "fragment_paragraphs", "main_paragraphs"]

#: (kind of block, its text on one line)
Piece = tuple[str, str]

#: Larger pages, and deeper ones, are read by the plain reader, whose cost is linear.
_LARGEST = 10_000_000
_DEEPEST = 200
_SPACE = re.compile(r"\s+")
_UNSEEN = re.compile(
    r"<(script|style|noscript|template|svg|head|iframe|select|textarea)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_BREAKS = re.compile(
    r"</?(?:p|div|section|article|aside|header|footer|nav|main|h[1-6]|ul|ol|li|dl|dt|dd|table|"
    r"thead|tbody|tr|blockquote|figure|figcaption|form|fieldset|address|pre|center|br|hr)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]*>")
_BLOCK_TAGS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "aside",
        "header",
        "footer",
        "nav",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "blockquote",
        "figure",
        "figcaption",
        "form",
        "address",
        "pre",
        "center",
        "br",
        "hr",
    ]
)


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text.replace("\x00", "\ufffd")).strip()


def main_paragraphs(source: str, url: str | None) -> list[Piece]:
    """The paragraphs of the article in a page; empty where none is found."""
    if len(source) > _LARGEST or too_deep(source):
        return all_paragraphs(source)
    from trafilatura import bare_extraction

    found = bare_extraction(source, url=url, fast=True, include_comments=False)
    body = getattr(found, "body", None)
    if body is None:
        return all_paragraphs(source)
    return list(_pieces(body)) or all_paragraphs(source)


def too_deep(source: str) -> bool:
    """Whether tags nest deeper than a real page's; libxml2 drops what lies below 255."""
    depth = deepest = 0
    for match in re.finditer(
        r"<(/?)(?:div|span|section|table|tr|td|font|b|i|em|ul|li|blockquote)\b", source, re.I
    ):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST


def _pieces(body: _Element) -> list[Piece]:
    """Blocks from trafilatura's own tree of p, head, list, table, quote and the like."""
    pieces: list[Piece] = []
    for node in body:
        tag = str(node.tag)
        if tag == "table":
            pieces.extend(("table", row) for row in _rows(node))
        elif tag == "list":
            pieces.extend(_items(node))
        elif tag == "head":
            pieces.append(("headline", _flat(_text(node))))
        else:
            pieces.extend(("body", part) for part in _parts(node))
        if tail := _flat(node.tail or ""):
            pieces.append(("body", tail))
    return [piece for piece in pieces if piece[1]]


def _text(node: _Element) -> str:
    return "".join(str(part) for part in node.itertext())


def _parts(node: _Element) -> list[str]:
    """A paragraph's text, parted where a line break or an inner block parts it."""
    parts = [""]
    parts[-1] += node.text or ""
    for child in node:
        if child.tag == "lb":
            parts.append("")
        elif child.tag in {"p", "head", "list", "item", "quote", "table", "row"}:
            parts.append("")
            parts.extend(_parts(child))
            parts.append("")
        else:
            inner = _parts(child)
            parts[-1] += inner[0]
            parts.extend(inner[1:])
        parts[-1] += child.tail or ""
    return [flat for part in parts if (flat := _flat(part))] if node.tag in _TOPS else parts


_TOPS = frozenset({"p", "quote", "ab", "code", "body", "div", "fw"})


def _items(node: _Element) -> list[Piece]:
    pieces: list[Piece] = [("list", head)] if (head := _flat(node.text or "")) else []
    for item in node:
        if item.tag == "list":
            pieces.extend(_items(item))
            continue
        pieces.extend(("list", flat) for part in _parts(item) if (flat := _flat(part)))
        if tail := _flat(item.tail or ""):
            pieces.append(("list", tail))
    return pieces


def _rows(table: _Element) -> list[str]:
    rows = []
    for row in table.iter("row"):
        cells = [
            _flat(" ".join(str(part) for part in cell.itertext())) for cell in row.iter("cell")
        ]
        if any(cells):
            rows.append(" | ".join(cells))
    return rows


def all_paragraphs(source: str) -> list[Piece]:
    """Every paragraph of a page, without a tree: linear, whatever the page holds."""
    seen = _UNSEEN.sub(" ", source)
    broken = _BREAKS.sub("\n\n", seen)
    text = html.unescape(_TAG.sub("", broken))
    return [("body", flat) for part in re.split(r"\n\s*\n", text) if (flat := _flat(part))]


def fragment_paragraphs(source: str) -> list[Piece]:
    """The paragraphs of a piece of HTML that is all article, such as a feed's entry."""
    if "<" not in source and "&" not in source:
        return [("body", flat) for part in re.split(r"\n\s*\n", source) if (flat := _flat(part))]
    return all_paragraphs(source)
