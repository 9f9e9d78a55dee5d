"""What a file is: by its first bytes, then by its name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from harmledger.pages.utf16 import unmarked_utf_16

__all__ = ["HEAD", "MHTML", "Kind", "detect", "plainly_no_report", "readable"]

#: How much of a file is looked at.
HEAD = 65536

Kind = str
MHTML = "mhtml"

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"BM", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\x00\x00\x01\x00", "an image"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00\x01\x00\x00", "a font"),
    (b"OTTO", "a font"),
    (b"ID3", "sound"),
    (b"OggS", "sound or video"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"fLaC", "sound"),
)
_NO_REPORT_NAMES = {
    "css": "a style sheet",
    "js": "a script",
    "mjs": "a script",
    "map": "a script's map",
    "ts": "a script",
    "tsx": "a script",
    "jsx": "a script",
    "py": "a program",
    "pyc": "a program",
    "sh": "a program",
    "c": "a program",
    "h": "a program",
    "cpp": "a program",
    "rs": "a program",
    "go": "a program",
    "java": "a program",
    "r": "a program",
    "ipynb": "a notebook",
    "sql": "a database script",
    "toml": "settings",
    "yaml": "settings",
    "yml": "settings",
    "ini": "settings",
    "cfg": "settings",
    "lock": "settings",
    "csv": "a table",
    "tsv": "a table",
    "svg": "an image",
    "ico": "an image",
    "bib": "a bibliography",
    "tex": "a TeX source",
    "po": "a translation file",
    "cdxj": "an index",
    "cdx": "an index",
    "log": "a log",
}
_FEED = re.compile(r"<(?:[\w-]+:)?(rss|feed|RDF)\b")
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|p|article|main|section|"
    r"table|span|h[1-6]|ul|ol|center|font|br|a|b|i|img|header|nav|!--\[if)\b",
    re.IGNORECASE,
)
_SURE_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PROLOGUE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>)*", re.DOTALL)
_MAIL_HEADER = re.compile(r"(?:From|MIME-Version|Content-Type|Subject|Date|Snapshot-\S+):", re.I)
_MULTIPART = re.compile(r"^Content-Type:\s*multipart/related", re.I | re.M)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def readable(head: bytes) -> str | None:
    """The first bytes as characters good enough to look at, or None where they are no text."""
    for mark, codec in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe\x00\x00", "utf-32-le"),
        (b"\x00\x00\xfe\xff", "utf-32-be"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if head.startswith(mark):
            return head[len(mark) :].decode(codec, "replace")
    text = head.decode(unmarked_utf_16(head) or "latin-1", "replace")
    return None if len(_CONTROL.findall(text)) > max(3, len(text) // 50) else text


def _extension(name: str) -> str:
    return PurePosixPath(name).suffix.lower().removeprefix(".")


def plainly_no_report(name: str) -> str | None:
    """What the file is, in words, where its name alone says that it is no report."""
    return _NO_REPORT_NAMES.get(_extension(name))


def detect(head: bytes, name: str) -> Kind:
    """The kind of a file from its first bytes and its name.

    One of: empty, gzip, zip, pdf, warc, mhtml, feed, html, markdown, text, lines, json,
    binary, or words saying what it is instead of a report ("an image").
    """
    if not head:
        return "empty"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"WARC/"):
        return "warc"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for magic, label in _MAGIC:
        # two letters can begin a report too, so short marks count only before binary data
        if head.startswith(magic) and (len(magic) > 3 or readable(head) is None):
            return label
    if head[4:8] == b"ftyp":
        return "sound or video"
    text = readable(head)
    if text is None:
        return "binary"
    if not text.strip():
        return "empty"
    return _text_kind(text, name)


def _text_kind(text: str, name: str) -> Kind:
    start = text.lstrip("\ufeff \t\r\n\x0c")
    extension = _extension(name)
    if _MAIL_HEADER.match(start) and _MULTIPART.search(start):
        return MHTML
    prologue = _PROLOGUE.match(start)
    root = start[prologue.end() :] if prologue else start
    if _FEED.match(root):
        return "feed"
    if _SURE_HTML.match(start) or _SURE_HTML.match(root):
        return "html"
    if extension in _NO_REPORT_NAMES:
        return _NO_REPORT_NAMES[extension]
    if extension in {"jsonl", "ndjson"}:
        return "lines"
    if extension == "json":
        return "json"
    if extension in {"html", "htm", "xhtml", "shtml"}:
        return "html"
    if extension in {"md", "markdown"}:
        return "markdown"
    if extension == "txt":
        return "text"
    if start.startswith("{"):
        return "lines"
    if _HTML.match(root) or _HTML.match(start):
        return "html"
    if start.startswith("<?xml") or extension in {"xml", "rss", "atom"}:
        return "XML that is no feed"
    return "text"
