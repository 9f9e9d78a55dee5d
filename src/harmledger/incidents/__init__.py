"""Incidents: claims about one event, within a text and across texts."""

from __future__ import annotations

from harmledger.incidents.agreed import agreed_when, agreed_where
from harmledger.incidents.beside_harm import with_effects
from harmledger.incidents.dividing import Newcomer, newcomers
from harmledger.incidents.effects import EFFECTS
from harmledger.incidents.events import HARM
from harmledger.incidents.find import find_incidents
from harmledger.incidents.losses import DESTROYED, loss_of
from harmledger.incidents.measures import losses_in, measures_of
from harmledger.incidents.outcomes import open_outcome
from harmledger.incidents.overfull import overfull
from harmledger.incidents.parts import linked
from harmledger.incidents.phrases import claim_words, done_words, number_words, people_words
from harmledger.incidents.readings import Reading, counted, general, speaks_of_others, status_of
from harmledger.incidents.titles import title_of
from harmledger.incidents.wholes import STEPS, Wholes, whole_readings

__all__ = [
    "DESTROYED",
    "EFFECTS",
    "HARM",
    "STEPS",
    "Newcomer",
    "Reading",
    "Wholes",
    "agreed_when",
    "agreed_where",
    "claim_words",
    "counted",
    "done_words",
    "find_incidents",
    "general",
    "linked",
    "loss_of",
    "losses_in",
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
    "with_effects",
]
