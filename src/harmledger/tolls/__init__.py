"""Tolls: one counter's cumulative series under one definition."""

from __future__ import annotations

from harmledger.tolls.find import find_tolls

__all__ = ["find_tolls"]
