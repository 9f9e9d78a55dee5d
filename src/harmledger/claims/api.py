"""The one-call interface: a string in, claims out."""

from __future__ import annotations

from harmledger.claims.extract import claims_of
from harmledger.records import Claim, Text, content_id

__all__ = ["extract"]


def extract(text: str, published_at: str | None = None) -> list[Claim]:
    """The claims of ``text``, in text order; spans are code points of ``text`` itself.

    ``published_at`` is an ISO 8601 date against which "Tuesday" and "last week" are resolved;
    without it they stay unresolved.
    """
    record = Text(
        id=content_id("text", text),
        page_id="",
        document="",
        text=text,
        lang="en",
        published_at=published_at,
        published_from="given" if published_at else None,
    )
    return list(claims_of(record))
