"""Incidents: claims about one event, within a text and across texts.

``wholes`` (which claims speak of the whole), ``dates`` and ``wording`` are used by the rooms
above as well.
"""

from __future__ import annotations

from harmledger.incidents.find import find_incidents
from harmledger.incidents.outcomes import open_outcome
from harmledger.incidents.overfull import overfull
from harmledger.incidents.phrases import (
    claim_words,
    figure_words,
    number_words,
    people_words,
    place_in_words,
)
from harmledger.incidents.readings import Reading, counted, status_of
from harmledger.incidents.wholes import STEPS, Wholes, whole_readings
from harmledger.incidents.wording import day_in_words, listed, when_in_words

__all__ = [
    "STEPS",
    "Reading",
    "Wholes",
    "claim_words",
    "counted",
    "day_in_words",
    "figure_words",
    "find_incidents",
    "listed",
    "number_words",
    "open_outcome",
    "overfull",
    "people_words",
    "place_in_words",
    "status_of",
    "when_in_words",
    "whole_readings",
]
