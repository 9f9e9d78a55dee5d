"""Tolls: one counter's cumulative series under one definition."""

from __future__ import annotations

from harmledger.tolls.counters import counter_key, display_name, families_by_text, speaker_key
from harmledger.tolls.find import find_tolls

__all__ = ["counter_key", "display_name", "families_by_text", "find_tolls", "speaker_key"]
