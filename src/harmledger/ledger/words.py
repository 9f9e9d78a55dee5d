"""How a range is said, the same everywhere: an unknown bound is open, never 0."""

from __future__ import annotations

__all__ = ["range_words"]


def range_words(low: int | None, high: int | None) -> str:
    """``3``, ``3 to 8``, ``3 or more``, ``up to 8`` or ``an unknown number``."""
    if low is None and high is None:
        return "an unknown number"
    if low == high:
        return str(low)
    if high is None:
        return f"{low} or more"
    return f"up to {high}" if low is None else f"{low} to {high}"
