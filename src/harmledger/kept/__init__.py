"""What was worked out before and may be used again: it spares work and changes nothing."""

from __future__ import annotations

from harmledger.kept.kept import Kept, Shelf, digest, in_memory

__all__ = ["Kept", "Shelf", "digest", "in_memory"]
