"""Texts: what a page says, with its junk marked rather than cut out."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Block", "Text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of the text: ``text[start:end]``, half-open, in Unicode code points.

    ``kind``: body, headline, byline, dateline, caption, list, table, see_also, source_link,
    bio, comment, credit, navigation. ``kept`` False means that no claim is read from it,
    and ``reason`` says why.
    """

    kind: str
    start: int
    end: int
    kept: bool = True
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The text of a page. ``text`` is never edited after it is made.

    ``blocks`` are in order, do not overlap and cover every character that is not white
    space. ``published_at`` is an ISO 8601 date or date-time, and ``published_from`` names
    the place it came from: json-ld, meta, url, text, given, feed, pdf or None.
    ``url`` is the page's own address; ``canonical`` one of another site that the page itself
    names as its first (rel=canonical, og:url), else None.
    ``lang`` is an ISO 639-1 code or None. ``cleaner`` names the code that made the blocks.
    """

    id: str
    page_id: str
    document: str
    text: str
    lang: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published_at: str | None = None
    published_from: str | None = None
    url: str | None = None
    canonical: str | None = None
    blocks: tuple[Block, ...] = ()
    cleaner: str = ""
