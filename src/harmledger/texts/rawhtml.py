"""HTML without a tree, for what has none: any size, any depth, linear cost."""

from __future__ import annotations

import html
import re

from harmledger.texts.pieces import Piece, flat

__all__ = ["all_paragraphs", "too_deep"]

#: libxml2 drops what lies deeper than 255; no real page comes near.
_DEEPEST = 200
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "iframe", "select", "textarea"}
)
_BLOCKS = re.compile(
    r"(?:p|div|section|article|aside|header|footer|nav|main|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|"
    r"tbody|tr|blockquote|figure|figcaption|form|fieldset|address|pre|center|br|hr)"
)
_CELLS = frozenset({"td", "th"})
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|article|table|tr|td|font|b|i|em|ul|ol|li|blockquote|a)\b", re.I
)
_NAME = re.compile(r"/?([a-zA-Z][\w:-]*)")


def too_deep(source: str) -> bool:
    """Whether tags nest deeper than in any real page."""
    depth = 0
    for match in _NESTING.finditer(source):
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > _DEEPEST:
            return True
    return False


def all_paragraphs(source: str) -> list[Piece]:
    """Every paragraph of a page. One pass from tag to tag, so no input makes it slow."""
    parts: list[str] = []
    at, unseen = 0, ""
    while at < len(source):
        opened = source.find("<", at)
        if not unseen:
            parts.append(source[at : opened if opened >= 0 else len(source)])
        if opened < 0:
            break
        if source.startswith("<!--", opened):
            closed = source.find("-->", opened)
            at = len(source) if closed < 0 else closed + 3
            continue
        name = _NAME.match(source, opened + 1)
        if name is None and source[opened + 1 : opened + 2] not in {"!", "?"}:
            # a bare less-than sign
            parts.append("" if unseen else "<")
            at = opened + 1
            continue
        closed = source.find(">", opened)
        if closed < 0:
            break
        tag = name[1].lower() if name else ""
        ends = source.startswith("/", opened + 1)
        if unseen:
            unseen = "" if ends and tag == unseen else unseen
        elif tag in _UNSEEN and not ends and source[closed - 1] != "/":
            unseen = tag
        elif _BLOCKS.fullmatch(tag):
            parts.append("\n\n")
        elif tag in _CELLS and not ends:
            parts.append(" | ")
        at = closed + 1
    text = html.unescape("".join(parts))
    lines = (flat(part).strip("| ") for part in re.split(r"\n\s*\n", text))
    return [Piece("table" if " | " in line else "body", line) for line in lines if line]
