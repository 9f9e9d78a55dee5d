"""Things one after another in words."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["listed"]


def listed(items: Sequence[str], joined: str = "and", most: int = 0) -> str:
    """a; a and b; a, b and c; with ``most``, "a, b and 3 more"."""
    shown = list(items)
    if most and len(shown) > most:
        shown = [*shown[:most], f"{len(items) - most} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {joined} {shown[-1]}"
