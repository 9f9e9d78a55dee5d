"""The records: frozen dataclasses, the only types that cross from one stage to another."""

from __future__ import annotations

from harmledger.records.claim import Actor, Basis, Claim, Population, Speaker, Story, When, Where
from harmledger.records.counter import Counter, NamedAs
from harmledger.records.decision import Decision, Edit
from harmledger.records.explanation import Explanation, Ground
from harmledger.records.figure import Assessment, Evidence, Figure, Origin, Reason
from harmledger.records.group import (
    Family,
    Feature,
    Incident,
    Mark,
    Measure,
    Member,
    Passage,
    Proposal,
    Report,
    Tie,
    Toll,
    TollPoint,
)
from harmledger.records.ids import content_id, sha256_hex
from harmledger.records.page import Capture, Given, Page, Refusal
from harmledger.records.text import Block, Text

__all__ = [
    "Actor",
    "Assessment",
    "Basis",
    "Block",
    "Capture",
    "Claim",
    "Counter",
    "Decision",
    "Edit",
    "Evidence",
    "Explanation",
    "Family",
    "Feature",
    "Figure",
    "Given",
    "Ground",
    "Incident",
    "Mark",
    "Measure",
    "Member",
    "NamedAs",
    "Origin",
    "Page",
    "Passage",
    "Population",
    "Proposal",
    "Reason",
    "Refusal",
    "Report",
    "Speaker",
    "Story",
    "Text",
    "Tie",
    "Toll",
    "TollPoint",
    "When",
    "Where",
    "content_id",
    "sha256_hex",
]
