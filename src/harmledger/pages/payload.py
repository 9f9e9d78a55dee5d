"""What a WARC record holds: HTTP headers read, transfer and content encodings undone."""

from __future__ import annotations

import io
from dataclasses import dataclass
from email.message import Message
from typing import Any

from harmledger.errors import InputRefused
from harmledger.pages.detect import HEAD, detect
from harmledger.pages.limits import Counted, read_bounded
from harmledger.pages.lines import LineReader
from harmledger.pages.options import InputOptions
from harmledger.pages.source import Stream

__all__ = ["Headers", "Payload", "Unwanted", "parse_headers", "payload_of"]

_TYPES = {
    "html": "text/html",
    "text": "text/plain",
    "markdown": "text/plain",
    "pdf": "application/pdf",
    "feed": "feed",
}


class Unwanted(Exception):
    """The record is no report; ``why`` says what it is, in few words.

    An empty ``why``: a part of the archive itself, of which there is nothing to say.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Headers:
    """A start line and header fields, looked up in lower case."""

    start: str
    fields: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        """The first field of that name."""
        return next((value for key, value in self.fields if key == name), None)


@dataclass(frozen=True, slots=True)
class Payload:
    """A report's bytes, its type (``feed`` where it holds several) and its stated charset."""

    content: bytes
    media_type: str
    charset: str | None


def parse_headers(reader: LineReader, start: bytes, limit: int) -> Headers:
    """Header fields up to the blank line; InputRefused where they go on past ``limit``."""
    fields: list[tuple[str, str]] = []
    left = limit - len(start)
    while left > 0:
        line = reader.readline(left)
        left -= len(line)
        if not line.strip():
            # a blank line, or the end
            return Headers(_decode(start).strip(), tuple(fields))
        text = _decode(line)
        if text[0] in " \t" and fields:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]} {text.strip()}"[:limit])
            continue
        name, colon, value = text.partition(":")
        if colon:
            fields.append((name.strip().lower(), value.strip()))
    raise InputRefused("bad-record", "a broken record (its header has no end)")


def _decode(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def payload_of(headers: Headers, content: bytes, options: InputOptions) -> Payload:
    """The report in a record. Unwanted where it holds none."""
    kind = (headers.get("warc-type") or "").lower()
    if kind in {"warcinfo", "request", "metadata"}:
        raise Unwanted("")
    if kind not in {"response", "resource", "conversion"}:
        raise Unwanted(f"of type {kind or 'unknown'}"[:40])
    declared = headers.get("content-type") or ""
    if kind == "response":
        if not declared.lower().startswith("application/http"):
            raise Unwanted("not HTTP")
        declared, content = _http(content, options)
    if (headers.get("warc-target-uri") or "").rstrip(">").endswith("/robots.txt"):
        raise Unwanted("robots.txt")
    field = Message()
    field["content-type"] = declared
    media_type = field.get_content_type() if declared else ""
    found = detect(content[:HEAD], "report.html" if "html" in media_type else "")
    if found not in _TYPES:
        label = media_type.split("/")[0] if media_type and found != "empty" else found
        raise Unwanted(label[:40])
    if found in {"text", "markdown"} and media_type not in {"", "text/plain", "text/markdown"}:
        raise Unwanted(media_type.split("/")[-1][:40])
    charset = field.get_content_charset() if declared else None
    return Payload(content, _TYPES[found], charset)


def _http(content: bytes, options: InputOptions) -> tuple[str, bytes]:
    """The declared type and the body of an HTTP response with status 200."""
    reader = LineReader(io.BytesIO(content))
    start = reader.readline(1 << 16)
    if not start.startswith(b"HTTP/"):
        raise InputRefused("bad-record", "a broken record (no HTTP status line)")
    headers = parse_headers(reader, start, 1 << 18)
    status = headers.start.split(maxsplit=2)[1:2]
    if status != ["200"]:
        raise Unwanted(f"with status {status[0] if status else 'unknown'}"[:40])
    body = reader.read()
    return headers.get("content-type") or "", _undo(headers, body, options)


def _undo(headers: Headers, body: bytes, options: InputOptions) -> bytes:
    from warcio.bufferedreaders import BufferedReader, ChunkedDataReader

    transfer = (headers.get("transfer-encoding") or "").lower()
    encoding = (headers.get("content-encoding") or "").lower().strip()
    open_reader: Any = BufferedReader
    stream: Stream = io.BytesIO(body)
    if "chunked" in transfer:
        dechunk: Any = ChunkedDataReader
        stream = dechunk(stream)
    if encoding in {"", "identity"}:
        return read_bounded(LineReader(stream), options.max_bytes)
    try:
        plain: Stream = open_reader(stream, decomp_type=encoding.removeprefix("x-"))
    except Exception as error:
        # warcio raises a bare Exception for an encoding it does not know
        raise InputRefused(
            "encoding", f"is compressed as {encoding[:40]!r}, which is not supported"
        ) from error
    return read_bounded(LineReader(Counted(plain, len(body))), options.max_bytes)
