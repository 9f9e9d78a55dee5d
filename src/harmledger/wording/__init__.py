"""Wording: figures, dates, places and lists in plain words, for whatever a person reads."""

from __future__ import annotations

from harmledger.wording.dates import day_in_words, when_in_words
from harmledger.wording.figures import figure_words, kind_words, range_words
from harmledger.wording.lists import listed
from harmledger.wording.places import place_in_words

__all__ = [
    "day_in_words",
    "figure_words",
    "kind_words",
    "listed",
    "place_in_words",
    "range_words",
    "when_in_words",
]
