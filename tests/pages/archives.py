"""Archives built for tests, with warcio's own writer so that the reader is not its own judge."""

from __future__ import annotations

import gzip
import io
import zipfile

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PARAGRAPHS = (
    "The bridge at Varvarin was struck on 30 May 1999, a market day, in two attacks some minutes "
    "apart, and people who had come to help were hit by the second.",
    "Ten people were killed and thirty were wounded, seventeen of them seriously, according to "
    "the municipality, which put up a memorial beside the rebuilt bridge.",
)


class _Writer(WARCWriter):
    """warcio's, with its temporary file in memory: on disk it is never closed."""

    @staticmethod
    def _create_temp_file() -> io.BytesIO:
        return io.BytesIO()


def page(title: str = "Bridge struck at Varvarin", extra: str = "") -> bytes:
    """A small news page."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title></head><body><nav>"
        f"<a href='/'>Home</a></nav><article><h1>{title}</h1>{body}<p>{extra}</p></article>"
        "</body></html>"
    ).encode()


def warc(
    records: list[tuple[str, bytes]],
    *,
    packed: bool = False,
    media_type: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    headers: tuple[tuple[str, str], ...] = (),
) -> list[bytes]:
    """The records of a WARC, one bytes object each (address, body); join them for the file."""
    pieces: list[bytes] = []
    for url, body in records:
        out = io.BytesIO()
        writer = _Writer(out, gzip=packed)
        http = StatusAndHeaders(status, [("Content-Type", media_type), *headers], "HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=http,
            warc_headers_dict={"WARC-Date": "1999-06-01T08:00:00Z"},
        )
        writer.write_record(record)
        pieces.append(out.getvalue())
    return pieces


def wacz(members: dict[str, bytes]) -> bytes:
    """A zip of the given members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def packed(content: bytes) -> bytes:
    """gzip without a time stamp, so that the same content gives the same bytes."""
    return gzip.compress(content, mtime=0)
