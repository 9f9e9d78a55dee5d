"""WARC files: one page a stored report, and the next record found after a broken one."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator

from harmledger.errors import InputRefused
from harmledger.pages.feeds import read_feed
from harmledger.pages.limits import megabytes
from harmledger.pages.lines import LineReader
from harmledger.pages.members import members
from harmledger.pages.options import InputOptions
from harmledger.pages.payload import Headers, Unwanted, parse_headers, payload_of
from harmledger.pages.source import Source, Stream, capture, refuse
from harmledger.records import Capture, Refusal

__all__ = ["read_warc"]

#: After these the rest of a gzip member cannot be made out.
_NOISE_FOLLOWS = frozenset({"bomb", "damaged", "truncated"})
_HEADER_LIMIT = 1 << 18
_CHUNK = 1 << 20
#: The head of a record, wherever it stands: a broken one may end without a newline.
_NEXT = re.compile(rb"WARC/1\.\d\r?\n(?=[A-Za-z-]+:)")
_START = re.compile(rb"WARC/1\.\d\r?\n")
_END = b"\r\n\r\n"


class _Skipped:
    """Counts what is no report, to say so in one line for a whole archive."""

    def __init__(self) -> None:
        self.why: Counter[str] = Counter()

    def refusals(self, source: Source) -> Iterator[Refusal]:
        if self.why:
            parts = ", ".join(f"{count} {why}" for why, count in sorted(self.why.items()))
            message = f"records that are not reports: {self.why.total()} ({parts})"
            yield refuse(source, "not-reports", message, severity="skipped")


def read_warc(
    stream: Stream, source: Source, options: InputOptions, *, packed: bool
) -> Iterator[Capture | Refusal]:
    """The reports in a WARC; ``packed`` where it is gzip, usually a member for each record."""
    skipped = _Skipped()
    found = refused = False
    if packed:
        damaged = False
        for member in members(stream):
            try:
                for item in _records(LineReader(member), source, options, skipped):
                    # after damage the bytes up to the next record are noise, said once
                    if not (damaged and isinstance(item, Refusal) and item.code == "bad-record"):
                        yield item
                    refused = refused or isinstance(item, Refusal)
                    if isinstance(item, Capture):
                        found, damaged = True, False
                    elif item.code in _NOISE_FOLLOWS:
                        damaged = True
            except InputRefused as error:
                if not damaged:
                    yield refuse(source, error.code, error.message, hint=error.hint)
                if error.code == "bomb":
                    break
                damaged = refused = True
    else:
        for item in _records(LineReader(stream), source, options, skipped):
            found = found or isinstance(item, Capture)
            refused = refused or isinstance(item, Refusal)
            yield item
    if not found and not skipped.why and not refused:
        raise InputRefused("no-records", "a WARC without reports", hint="fetch it again")
    yield from skipped.refusals(source)


def _records(
    reader: LineReader, source: Source, options: InputOptions, skipped: _Skipped
) -> Iterator[Capture | Refusal]:
    while line := reader.readline(_HEADER_LIMIT):
        if not line.strip():
            continue
        name = source.shown
        try:
            if not line.startswith(b"WARC/1."):
                raise _broken("does not begin with WARC/1.")
            headers = parse_headers(reader, line, _HEADER_LIMIT)
            member = headers.get("warc-target-uri") or headers.get("warc-type") or "record"
            name = f"{source.shown}#{member}"
            content = _content(reader, headers, options)
        except InputRefused as error:
            yield refuse(name, error.code, error.message, hint=error.hint)
            if error.code == "bad-record":
                _to_next(reader)
            continue
        try:
            yield from _pages(headers, content, source, options)
        except Unwanted as unwanted:
            if unwanted.why:
                skipped.why[unwanted.why] += 1
        except InputRefused as error:
            yield refuse(name, error.code, error.message, hint=error.hint)


def _broken(why: str) -> InputRefused:
    return InputRefused(
        "bad-record", f"a broken record ({why}); reading goes on at the next", hint="fetch it again"
    )


def _to_next(reader: LineReader) -> None:
    while line := reader.readline(_HEADER_LIMIT):
        if start := _START.search(line):
            reader.push(line[start.start() :])
            return


def _content(reader: LineReader, headers: Headers, options: InputOptions) -> bytes:
    """The record's block. A length that lies is noticed by what follows it."""
    try:
        length = int(headers.get("content-length") or "")
    except ValueError:
        raise _broken("has no length") from None
    if length < 0:
        raise _broken("has no length")
    if length > options.max_bytes:
        _skip(reader, length)
        raise InputRefused(
            "too-large",
            f"larger than {megabytes(options.max_bytes)}, the limit for one report",
        )
    content = reader.read(length)
    after = reader.read(len(_END)) if len(content) == length else b""
    if len(content) == length and (not after.strip() or after.startswith(b"WARC")):
        reader.push(after)
        return content
    # too long a length swallows the records that follow: look for them in what was read
    swallowed = content + after
    following = _NEXT.search(swallowed)
    if following:
        reader.push(swallowed[following.start() :])
    elif len(content) == length:
        reader.push(after)
    raise _broken("its length is wrong" if following or after else "it ends early")


def _skip(reader: LineReader, length: int) -> None:
    """Passes over ``length`` bytes, unless a record begins inside: then the length lied."""
    tail = b""
    while length > 0:
        piece = reader.read(min(_CHUNK, length))
        if not piece:
            return
        length -= len(piece)
        joined = tail + piece
        if following := _NEXT.search(joined):
            reader.push(joined[following.start() :])
            return
        tail = joined[-32:]


def _pages(
    headers: Headers, content: bytes, source: Source, options: InputOptions
) -> Iterator[Capture | Refusal]:
    payload = payload_of(headers, content, options)
    url = (headers.get("warc-target-uri") or "").strip("<> ") or None
    member = url or headers.get("warc-record-id") or "record"
    if payload.media_type == "feed":
        inside = Source(
            path=source.path,
            document=member,
            shown=f"{source.shown}#{member}",
            explicit=source.explicit,
            container=source.container,
        )
        yield from read_feed(io.BytesIO(payload.content), inside, options)
        return
    yield capture(
        payload.content,
        source,
        payload.media_type,
        document=member,
        member=member,
        url=url,
        fetched_at=headers.get("warc-date"),
        charset=payload.charset,
    )
