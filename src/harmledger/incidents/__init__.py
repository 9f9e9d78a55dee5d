"""Incidents: claims about one event, within a text and across texts."""

from __future__ import annotations

from harmledger.incidents.build import measures_of
from harmledger.incidents.dividing import Newcomer, newcomers
from harmledger.incidents.events import HARM
from harmledger.incidents.find import find_incidents
from harmledger.incidents.outcomes import open_outcome
from harmledger.incidents.overfull import overfull
from harmledger.incidents.parts import linked
from harmledger.incidents.phrases import claim_words, done_words, number_words, people_words
from harmledger.incidents.readings import Reading, counted, general, speaks_of_others, status_of
from harmledger.incidents.titles import title_of
from harmledger.incidents.wholes import STEPS, Wholes, whole_readings

__all__ = [
    "HARM",
    "STEPS",
    "Newcomer",
    "Reading",
    "Wholes",
    "claim_words",
    "counted",
    "done_words",
    "find_incidents",
    "general",
    "linked",
    "measures_of",
    "newcomers",
    "number_words",
    "open_outcome",
    "overfull",
    "people_words",
    "speaks_of_others",
    "status_of",
    "title_of",
    "whole_readings",
]
