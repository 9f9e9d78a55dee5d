"""How a range is said, the same everywhere: an unknown bound is open, never 0."""

from __future__ import annotations

__all__ = ["range_words"]


def range_words(low: int | None, high: int | None) -> str:
    """``3``, ``3 to 8``, ``3,000 or more``, ``up to 8`` or ``an unknown number``.

    "0 or more" would say nothing and look like zero: who was harmed is then ``not settled``.
    """
    if low is None:
        return "an unknown number" if high is None else f"up to {high:,}"
    if high is None:
        return f"{low:,} or more" if low else "not settled"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
