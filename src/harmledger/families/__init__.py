"""Families: texts that share one origin, so that a copy is not taken for corroboration.

First version: exact copies, and copies edited in case, punctuation, headline, surrounding
junk, a few words or a truncated end. Rewrites and translations are not found yet.
"""

from __future__ import annotations

from harmledger.families.find import find_families

__all__ = ["find_families"]
