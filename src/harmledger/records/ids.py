"""Content ids: the same input gives the same id on any machine."""

from __future__ import annotations

import hashlib

__all__ = ["content_id", "sha256_hex"]

#: Separates fields inside an id's hash so that ("ab", "c") and ("a", "bc") differ.
_SEPARATOR = "\x1f"


def sha256_hex(data: bytes) -> str:
    """The SHA-256 of ``data`` in 64 hex digits: a page's id."""
    return hashlib.sha256(data).hexdigest()


def content_id(*parts: object) -> str:
    """The first 20 hex digits of the SHA-256 of the parts as strings (80 bits)."""
    joined = _SEPARATOR.join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]
