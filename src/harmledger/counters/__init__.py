"""Counters: who counted, under every name by which reports cite them, and why it is one."""

from __future__ import annotations

from harmledger.counters.entries import Entry, entries
from harmledger.counters.find import find_counters
from harmledger.counters.knownclaims import KnownClaims
from harmledger.counters.likely import likely_one
from harmledger.counters.names import display_name, speaker_key
from harmledger.counters.rulings import in_force, ruling_on, standing
from harmledger.counters.who import RESTS, Counters, Spoken, from_records
from harmledger.counters.words import codes_in, name_words

__all__ = [
    "RESTS",
    "Counters",
    "Entry",
    "KnownClaims",
    "Spoken",
    "codes_in",
    "display_name",
    "entries",
    "find_counters",
    "from_records",
    "in_force",
    "likely_one",
    "name_words",
    "ruling_on",
    "speaker_key",
    "standing",
]
