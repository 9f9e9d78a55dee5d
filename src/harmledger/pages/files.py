"""What one file holds, by what it is: a report, rows, an archive, a feed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from email.parser import BytesHeaderParser
from typing import BinaryIO

from harmledger.errors import InputRefused
from harmledger.pages.detect import HEAD, MHTML, detect, plainly_no_report
from harmledger.pages.feeds import read_feed
from harmledger.pages.limits import Gunzip, megabytes, read_bounded, too_large
from harmledger.pages.options import InputOptions
from harmledger.pages.rows import read_json, read_lines
from harmledger.pages.source import Source, Stream, capture, file_hash
from harmledger.pages.wacz import read_wacz
from harmledger.pages.warc import read_warc
from harmledger.records import Capture, Refusal

__all__ = ["read_file"]

_SINGLE = {
    "html": "text/html",
    "text": "text/plain",
    "markdown": "text/markdown",
    "pdf": "application/pdf",
    MHTML: "multipart/related",
}
#: What can be JSON Lines under another name.
_TEXTUAL = {"html", "text", "markdown", "feed", "lines", "json", MHTML, "XML that is no feed"}


def read_file(source: Source, options: InputOptions) -> Iterator[Capture | Refusal]:
    """The reports that a file holds, and what of it was left out. InputRefused; OSError."""
    label = plainly_no_report(source.path.name)
    if label and not source.explicit:
        raise _no_report(label)
    size = source.path.stat().st_size
    with source.path.open("rb") as stream:
        head = stream.read(HEAD)
        stream.seek(0)
        kind = detect(head, source.path.name)
        if kind == "gzip":
            yield from _packed(stream, size, source, options)
        elif kind == "zip":
            yield from read_wacz(stream, _hashed(source), options)
        else:
            yield from _plain(stream, head, kind, size, source, options)


def _hashed(source: Source) -> Source:
    return replace(source, container=file_hash(source.path))


def _packed(
    stream: BinaryIO, size: int, source: Source, options: InputOptions
) -> Iterator[Capture | Refusal]:
    """A gzip file: a WARC record by record, else whatever it holds."""
    try:
        head = Gunzip(stream, size).read(HEAD)
    except InputRefused:
        # nothing at all came out: the readers say so, a WARC's after looking further
        head = b"WARC/" if source.path.name.lower().endswith(".warc.gz") else b""
        if not head:
            raise
    stream.seek(0)
    source = _hashed(source)
    if head.startswith(b"WARC/"):
        yield from read_warc(stream, source, options, packed=True)
        return
    name = source.path.name
    inner = name[:-3] if name.lower().endswith(".gz") else name
    kind = detect(head, inner)
    if kind in {"gzip", "zip"}:
        raise InputRefused(
            "not-a-report", "an archive inside an archive; not read", hint="unpack it first"
        )
    yield from _plain(Gunzip(stream, size), head, kind, None, source, options)


def _plain(
    stream: Stream,
    head: bytes,
    kind: str,
    size: int | None,
    source: Source,
    options: InputOptions,
) -> Iterator[Capture | Refusal]:
    """A file of the given kind; ``size`` None where it comes out of gzip and is not known."""
    if kind == "empty":
        raise InputRefused("empty", "is empty", hint="fetch the report again")
    if kind == "json" and _first_line_is_row(head):
        kind = "lines"
    if options.input_format == "jsonl" and kind in _TEXTUAL:
        kind = "lines"
    elif options.input_format == "jsonl":
        raise _no_report("binary data" if kind == "binary" else kind)
    if kind == "lines":
        yield from read_lines(stream, _contained(source), options)
        return
    if kind == "warc":
        yield from read_warc(stream, _contained(source), options, packed=False)
        return
    if kind not in _SINGLE and kind not in {"json", "feed"}:
        raise _no_report("binary data" if kind == "binary" else kind)
    if size is not None and size > options.max_bytes:
        raise InputRefused(
            "too-large",
            f"is {megabytes(size)}; the limit for one report is {megabytes(options.max_bytes)}",
            hint=too_large(options.max_bytes).hint,
        )
    if kind == "json":
        yield from read_json(stream, _contained(source), options)
    elif kind == "feed":
        yield from read_feed(stream, _contained(source), options)
    else:
        content = read_bounded(stream, options.max_bytes)
        url = _saved_from(content) if kind == MHTML else None
        yield capture(content, source, _SINGLE[kind], url=url)


def _contained(source: Source) -> Source:
    return source if source.container else _hashed(source)


def _no_report(label: str) -> InputRefused:
    return InputRefused(
        "not-a-report",
        f"is {label}, not a report",
        hint="reports: HTML, MHTML, text, Markdown, JSON Lines, WARC, WACZ, RSS, Atom, PDF",
    )


def _first_line_is_row(head: bytes) -> bool:
    line, newline, rest = head.partition(b"\n")
    if not newline or not rest.strip():
        return False
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def _saved_from(content: bytes) -> str | None:
    """The address an MHTML file was saved from."""
    headers = BytesHeaderParser().parsebytes(content[:HEAD])
    address = headers.get("Snapshot-Content-Location") or headers.get("Content-Location")
    return (str(address).strip() or None) if address else None
