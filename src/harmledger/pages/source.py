"""A file that was found, the stream it is read from, and the records made of it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from harmledger.records import Capture, Given, Page, Refusal, sha256_hex

__all__ = ["Source", "Stream", "capture", "file_hash", "one_line", "refuse"]

_CHUNK = 1 << 20
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_NO_GIVEN = Given()


class Stream(Protocol):
    """What a reader needs of an input: bytes, forwards."""

    def read(self, size: int = -1, /) -> bytes:
        """Up to ``size`` bytes, fewer only at the end."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to read: where it lies, what to call it, and whether the user named it."""

    path: Path
    document: str
    shown: str
    explicit: bool
    container: str | None = None

    @property
    def severity(self) -> str:
        """A file that is no report is a fault only where the user named it."""
        return "problem" if self.explicit else "skipped"


def one_line(name: str) -> str:
    """A name fit for one line of output: no control characters, no undecodable bytes."""
    readable = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", readable)


def file_hash(path: Path) -> str:
    """The SHA-256 of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def refuse(
    source: Source | str, code: str, message: str, *, hint: str = "", severity: str = "problem"
) -> Refusal:
    """A Refusal about a file (or a member of it), its message on one line."""
    name = source if isinstance(source, str) else source.shown
    return Refusal(
        source=one_line(name), code=code, message=one_line(message), hint=hint, severity=severity
    )


def capture(
    content: bytes,
    source: Source,
    media_type: str,
    *,
    document: str | None = None,
    member: str | None = None,
    url: str | None = None,
    fetched_at: str | None = None,
    charset: str | None = None,
    given: Given = _NO_GIVEN,
) -> Capture:
    """A Capture of ``content``; ``member`` names the record inside a container."""
    shown = source.shown if member is None else f"{source.shown}#{member}"
    page = Page(
        id=sha256_hex(content),
        media_type=media_type,
        document=one_line(document or source.document),
        collected_from=one_line(shown),
        size=len(content),
        url=url,
        fetched_at=fetched_at,
        charset=charset,
        container=source.container,
        given=given,
    )
    return Capture(page=page, content=content)
