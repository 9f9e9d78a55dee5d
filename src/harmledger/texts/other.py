"""MHTML pages, feed entries and PDF files."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from typing import TYPE_CHECKING

from harmledger.errors import InputRefused
from harmledger.pages import parse_xml
from harmledger.texts.facts import Facts, Made, compose
from harmledger.texts.rawhtml import all_paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["from_feed", "html_of_mhtml"]

#: A saved page has one part for each picture and style sheet; a hundred is many.
_PARTS = 10_000
_HEADER = 65536
_BOUNDARY = re.compile(rb"""boundary=(?:"([^"\r\n]{1,100})"|([^\s;"]{1,100}))""", re.IGNORECASE)
_CONTENTS = ("encoded", "content", "body", "description", "summary")


def html_of_mhtml(content: bytes) -> tuple[bytes, str | None]:
    """The HTML part of a page saved as MHTML, and the charset it declares."""
    boundary = _BOUNDARY.search(content[:_HEADER])
    if boundary and content.count(b"--" + (boundary[1] or boundary[2])) > _PARTS:
        raise InputRefused(
            "too-large", f"an MHTML file of more than {_PARTS:,} parts", hint="save the page again"
        )
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
    except RecursionError:
        raise InputRefused(
            "nested", "an MHTML file nested too deeply", hint="save the page again"
        ) from None
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            assert isinstance(part, EmailMessage)
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return payload, part.get_content_charset()
    raise InputRefused("no-text", "an MHTML file without a page", hint="save the page again")


def from_feed(content: bytes) -> Made:
    """A feed's entry: its title and the longest of the texts it offers."""
    root = parse_xml(content)
    entry = next((node for node in root.iter() if _local(node) in {"item", "entry"}), root)
    title: str | None = None
    bodies: list[str] = []
    for child in entry:
        name = _local(child)
        if name == "title":
            title = " ".join(piece.text for piece in all_paragraphs(_inner(child))) or None
        elif name in _CONTENTS:
            bodies.append(_inner(child))
    body = max(bodies, key=len, default="")
    pieces = all_paragraphs(body)
    text, drafts = compose(pieces, title=title)
    return Made(text, drafts, Facts(title=title))


def _local(node: _Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _inner(node: _Element) -> str:
    """The HTML in an element, whether it is escaped or stands there as elements."""
    if len(node):
        from lxml import etree

        return "".join(
            [node.text or "", *(etree.tostring(child, encoding="unicode") for child in node)]
        )
    return node.text or ""
