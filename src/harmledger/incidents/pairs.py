"""What a book keeps of pairs of events that were compared."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Pairs"]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Keys of pairs of eight bytes each, ascending: ``apart`` of those that are no link, ``linked``
    of those that are one. The links themselves are worked out where somebody asks for them."""

    apart: bytes = b""
    linked: bytes = b""
