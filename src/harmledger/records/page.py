"""Pages: what was read, byte for byte, and what could not be."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Capture", "Given", "Page", "Refusal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the container said about a page (a JSON Lines row, a feed entry, a WARC header).

    ``text_field`` names the field of a JSON row that holds the report.
    Dates are kept as written; reading them is the work of the texts stage.
    """

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published_at: str | None = None
    lang: str | None = None
    text_field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One report as it was received.

    ``id`` is the SHA-256 of its bytes. ``document`` is the name a user knows it by: a row's
    id field, a file's path below the folder that was given, or a record's address.
    ``collected_from`` is that path, with ``#member`` for a record inside a container, whose
    own SHA-256 is ``container``. ``fetched_at`` (ISO 8601) only where the input states it.
    """

    id: str
    media_type: str
    document: str
    collected_from: str
    size: int
    url: str | None = None
    fetched_at: str | None = None
    charset: str | None = None
    container: str | None = None
    given: Given = Given()


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A page together with its bytes, on the way from a reader to the archive."""

    page: Page
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An input, or a part of one, that was left out: what, why, and what to do.

    ``severity`` is ``problem`` (exit status 1) or ``skipped`` (files lying in a folder that
    are plainly not reports, such as a saved page's pictures: listed, but no fault).
    """

    source: str
    code: str
    message: str
    hint: str = ""
    severity: str = "problem"
