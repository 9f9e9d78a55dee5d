"""Families: texts that share one origin, so that a copy is not taken for corroboration.

Copies (equal, edited, truncated), rewrites, shuffled copies, and texts that use passages of
another, told from independent reports of one event.
"""

from __future__ import annotations

from harmledger.families.find import find_families

__all__ = ["find_families"]
