"""Bytes to characters, whatever the page says about itself."""

from __future__ import annotations

import codecs
import re

from harmledger.errors import InputRefused
from harmledger.pages import unmarked_utf_16

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.I
)
#: What browsers read under these names (WHATWG Encoding Standard).
_BROWSER_NAMES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "x-sjis": "cp932",
    "windows-874": "cp874",
    "unicode": "utf-16",
}
#: Encodings whose bytes look like ASCII: a page that declares one must be believed.
_SEVEN_BIT = ("iso2022", "hz", "utf_7")
_SAMPLE = 1 << 17
#: A text with more undecodable bytes than this is not the text its author wrote.
_TOLERATED = 0.02
_FEW = 0.05


def decode(content: bytes, declared: str | None = None, *, markup: bool = False) -> str:
    """The characters of ``content``, its byte order mark left out, newlines untouched.

    ``declared`` is what the transport said; with ``markup`` the declaration inside counts
    too. A declaration that does not fit the bytes is not believed. A few undecodable bytes
    become U+FFFD; InputRefused ``encoding`` where more than one character in fifty would.
    """
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return _tolerant(content[len(mark) :], codec)
    wide = unmarked_utf_16(content[:4096])
    if wide:
        return _tolerant(content, wide)
    names = [name for name in (_known(declared), _inside(content) if markup else None) if name]
    for name in names:
        if name.replace("-", "").startswith(_SEVEN_BIT):
            text = _strict(content, name)
            if text is not None:
                return text
    nearly = _nearly_utf8(content)
    if nearly is not None and not _garbled(nearly):
        return nearly
    for name in names:
        text = _strict(content, name)
        if text is not None and not _garbled(text):
            return text
    return _detected(content)


def _known(name: str | None) -> str | None:
    if not name:
        return None
    lower = name.strip().strip("\"'").lower()
    try:
        found = codecs.lookup(_BROWSER_NAMES.get(lower, lower))
    except (LookupError, ValueError):
        return None
    # Python also has codecs that are no character encodings: rot13, base64, zip
    return found.name if getattr(found, "_is_text_encoding", True) else None


def _inside(content: bytes) -> str | None:
    found = _META.search(content[:8192])
    name = _known(found[1].decode("ascii", "replace")) if found else None
    # a page that could be read as ASCII to find this is not UTF-16, whatever it says
    return "utf-8" if name and name.startswith("utf-16") else name


def _strict(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _nearly_utf8(content: bytes) -> str | None:
    text = content.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    if not wrong:
        return text
    beyond = len(text) - sum(text.count(chr(code)) for code in range(128))
    # bytes of another encoding almost never form valid UTF-8 by chance
    return text if wrong <= 0.1 * (beyond - wrong) and wrong <= _TOLERATED * len(text) else None


def _garbled(text: str) -> bool:
    """Control characters that no text has: C1 codes and most of C0."""
    sample = text[:_SAMPLE]
    odd = sum(
        1
        for char in sample
        if (char < " " and char not in "\t\n\r\x0c\x1b") or "\x7f" <= char < "\xa0"
    )
    return odd > max(2, _TOLERATED * len(sample))


def _detected(content: bytes) -> str:
    from charset_normalizer import from_bytes

    sample = content[:_SAMPLE]
    beyond = sum(byte > 0x7F for byte in sample)
    # English with curly quotes and the odd accent: too little for statistics to go by
    best = None if beyond < _FEW * len(sample) else from_bytes(sample).best()
    for name in (best.encoding if best else None, "cp1252"):
        if name:
            text = content.decode(name, "replace")
            if not _garbled(text) and text.count("\ufffd") <= _TOLERATED * len(text):
                return text
    raise InputRefused(
        "encoding",
        "its characters cannot be decoded",
        hint="save the report as UTF-8",
    )


def _tolerant(content: bytes, codec: str) -> str:
    text = content.decode(codec, "replace")
    if text.count("\ufffd") > _TOLERATED * len(text) + 1 or _garbled(text):
        raise InputRefused(
            "encoding", f"is marked as {codec} but is not", hint="save the report as UTF-8"
        )
    return text
