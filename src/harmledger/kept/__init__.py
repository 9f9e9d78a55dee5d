"""What was worked out before and may be used again: it spares work and changes nothing."""

from __future__ import annotations

from harmledger.kept.brief import Brief, ClaimBrief, TextBrief, digest_of, whole
from harmledger.kept.kept import Kept, Shelf, digest, in_memory

__all__ = [
    "Brief",
    "ClaimBrief",
    "Kept",
    "Shelf",
    "TextBrief",
    "digest",
    "digest_of",
    "in_memory",
    "whole",
]
