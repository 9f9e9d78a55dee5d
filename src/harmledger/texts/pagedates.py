"""The date that an HTML page states in its metadata, or shows as its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from harmledger.texts.dates import find_date, iso_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["meta_date", "shown_date"]


_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date",
    "dcterms.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "article.published", "published-date", "date", "cxenseparse:recs:publishtime",
    "rnews:datepublished",
)  # fmt: skip


def meta_date(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    for name in _DATES:
        if (value := metas.get(name)) and (found := iso_date(value)):
            return found
    for node in tree.iter():
        if node.get("itemprop") == "datePublished" or (
            node.tag == "time" and node.get("pubdate") is not None
        ):
            found = iso_date(node.get("datetime") or node.get("content") or node.text_content())
            if found:
                return found
    return None


def shown_date(tree: HtmlElement) -> str | None:
    """A date that the page shows as its own: one time element in the article, or a date line."""
    times = [node for node in tree.iter("time") if node.get("datetime")]
    inside = [
        node
        for node in times
        if any(up.tag in {"article", "header", "main"} for up in node.iterancestors())
    ]
    for node in inside or (times if len(times) == 1 else []):
        if found := iso_date(node.get("datetime")):
            return found
    for node in tree.iter("span", "div", "p", "li"):
        marks = f"{node.get('class') or ''} {node.get('id') or ''}"
        if re.search(
            r"(?:^|[\s_-])(?:date|dateline|byline|published|pubdate|timestamp)(?:$|[\s_-])",
            marks,
            re.I,
        ):
            text = " ".join(node.text_content().split())
            if len(text) <= 160 and (written := find_date(text)):
                return written.iso
    return None
