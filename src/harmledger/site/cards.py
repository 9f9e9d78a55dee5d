"""What is said about a text elsewhere than on its page, and a claim's sentence on one line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from harmledger.records import content_id

__all__ = ["Card", "Snippet", "file_name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is said about a text elsewhere than on its page. Strings are safe HTML.

    ``publisher``: its name, or the document's where the text states none (``named`` is False).
    """

    id: str
    page_id: str
    file: str
    title: Markup
    publisher: Markup
    named: bool
    date: str | None
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A claim's sentence on one line: before, the quote, after; safe HTML."""

    before: Markup
    quote: Markup
    after: Markup


def file_name(record_id: str) -> str:
    """A file name for a record: its id, or a hash of it where that is no plain word."""
    plain = re.fullmatch(r"[0-9A-Za-z_-]{1,80}", record_id)
    return f"{record_id if plain else content_id(record_id)}.html"
