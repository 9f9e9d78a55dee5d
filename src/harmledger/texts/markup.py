"""HTML to paragraphs: the main text by trafilatura, a plain reading where that finds none."""

from __future__ import annotations

import logging
import re
from collections import deque
from typing import TYPE_CHECKING

from harmledger.texts.pieces import Piece, flat, pieces_of
from harmledger.texts.rawhtml import all_paragraphs, too_deep

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["main_paragraphs", "parse_page"]

#: Larger pages, and pages of more tags, are read without a tree, in a pass over their bytes.
_LARGEST = 10_000_000
_MOST_TAGS = 60_000
#: trafilatura logs what it finds odd about a page; without a handler that lands on stderr.
_SILENT = logging.NullHandler()
#: Cards and tips that a script shows over a paragraph; their words are no part of it.
_TIPS = re.compile(
    r"rollover|tooltip|popover|hover-?card|sr-only|visually-?hidden|screen-reader", re.I
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.I)
#: How many paragraphs before are searched for the words of one.
_NEAR = 100
_LEAF_TAGS = ("p", "li", "blockquote", "h2", "h3", "h4", "div", "td", "dd", "article", "section")


def parse_page(source: str) -> HtmlElement | None:
    """A tree of the page, or None where it is too large or too deep for one."""
    if len(source) > _LARGEST or source.count("<") > _MOST_TAGS or too_deep(source):
        return None
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def main_paragraphs(source: str, tree: HtmlElement | None, lede: str | None) -> list[Piece]:
    """The paragraphs of the article in a page. ``lede`` is its description in the metadata.

    Changes ``tree``.
    """
    if tree is None:
        return all_paragraphs(source)
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(_SILENT)
    _prune(tree)
    links = frozenset(flat("".join(map(str, link.itertext()))) for link in tree.iter("a"))
    found = bare_extraction(tree, fast=True, include_comments=False)
    body = getattr(found, "body", None)
    pieces = pieces_of(body, links) if body is not None else []
    if len(pieces) <= 1 and _is_heap(pieces):
        # trafilatura gave up and poured out the whole page: take what reads like prose
        pieces = _prose(tree) or pieces
    if not any(re.search(r"\w", piece.text) for piece in pieces):
        return _prose(tree) or all_paragraphs(source)
    return [*_missing_lede(tree, pieces, lede), *pieces]


def _prune(tree: HtmlElement) -> None:
    for paragraph in tree.iter("p"):
        for node in list(paragraph.iterdescendants("span", "div", "a", "small", "i", "b")):
            hidden = node.get("hidden") is not None or _NOT_SHOWN.search(node.get("style") or "")
            if (hidden or _TIPS.search(node.get("class") or "")) and node.getparent() is not None:
                node.drop_tree()


def _is_heap(pieces: list[Piece]) -> bool:
    if not pieces:
        return True
    words = pieces[0].text.split()
    stops = sum(1 for word in words if word[-1] in ".!?")
    return len(words) > 120 and stops < len(words) / 40


def _prose(tree: HtmlElement) -> list[Piece]:
    """Every outermost element that holds sentences itself and is not chiefly links.

    What the page has said before, or what is part of a paragraph shortly before (a quotation
    pulled out of it), is left out.
    """
    pieces: list[Piece] = []
    said: set[str] = set()
    near: deque[str] = deque(maxlen=_NEAR)
    todo = [tree]
    while todo:
        node = todo.pop()
        if node.tag not in _LEAF_TAGS or not _holds_sentences(node):
            todo.extend(reversed(node))
            continue
        # Nothing inside it is looked at: its words are said with it.
        text = flat("".join(str(part) for part in node.itertext()))
        if not re.search(r"[.!?…]", text) or text in said or any(text in one for one in near):
            continue
        said.add(text)
        near.append(text)
        pieces.append(Piece("body", text))
    return pieces


def _holds_sentences(node: HtmlElement) -> bool:
    own = [node.text or "", *(child.tail or "" for child in node)]
    words = len(" ".join(own).split())
    if words < 8:
        return False
    inline = [
        "".join(str(part) for part in child.itertext())
        for child in node
        if child.tag in {"b", "i", "em", "strong", "span", "font", "u", "a"}
    ]
    return words >= len(" ".join(inline).split())


def _missing_lede(tree: HtmlElement, pieces: list[Piece], lede: str | None) -> list[Piece]:
    """The standfirst, where the page shows it, its metadata repeats it and the text lacks it."""
    start = flat(lede or "").rstrip(".… ")[:80]
    if len(start) < 50 or any(start in piece.text for piece in pieces):
        return []
    for node in tree.iter("p", "div", "h2", "h3", "span", "section", "article"):
        text = flat(f"{node.text or ''}" + "".join(_inline(child) for child in node))
        if text.startswith(start) and len(text) < 1500:
            return [Piece("body", text)]
    return []


def _inline(child: HtmlElement) -> str:
    """The words of a child that stands inside a line, up to where a block begins."""
    if child.tag in {"a", "b", "i", "em", "strong", "span", "font", "u", "time", "abbr", "q"}:
        return "".join(str(part) for part in child.itertext()) + (child.tail or "")
    return "\n" if child.tag == "br" else ""
