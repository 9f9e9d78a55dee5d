"""The one-call interface: a string in, claims out."""

from __future__ import annotations

from datetime import date

from harmledger.claims.extract import claims_of
from harmledger.records import Claim, Text, content_id

__all__ = ["extract"]


def extract(text: str, published_at: str | date | None = None) -> list[Claim]:
    """The claims of ``text``, in text order; spans are code points of ``text`` itself.

    ``published_at`` is an ISO 8601 date against which "Tuesday" and "last week" are resolved;
    without it they stay unresolved. TypeError where ``text`` is no string, ValueError where the
    date is none.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a string, not {type(text).__name__}")
    if isinstance(published_at, date):
        published_at = published_at.isoformat()
    if published_at:
        try:
            date.fromisoformat(published_at[:10])
        except ValueError:
            told = f"published_at is no date such as 2016-05-31: {published_at!r}"
            raise ValueError(told) from None
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
