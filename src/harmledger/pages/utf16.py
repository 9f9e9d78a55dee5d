"""UTF-16 that does not say so by a mark at its beginning."""

from __future__ import annotations

__all__ = ["unmarked_utf_16"]


def unmarked_utf_16(head: bytes) -> str | None:
    """Which UTF-16 the bytes are in: in Latin text every other byte is a zero. None: in neither."""
    half = max(1, len(head) // 2)
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None
