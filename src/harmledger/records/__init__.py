"""The records: frozen dataclasses, the only types that cross from one stage to another."""

from __future__ import annotations

from harmledger.records.claim import Actor, Basis, Claim, Population, Speaker, Story, When, Where
from harmledger.records.comparison import Comparison, Difference
from harmledger.records.counter import Counter, MayBeOne, NamedAs
from harmledger.records.decision import Decision, Edit
from harmledger.records.explanation import Explanation, Ground
from harmledger.records.family import Clue, Family, Feature, Mark, Member, Passage, Tie
from harmledger.records.figure import Assessment, Edge, Evidence, Figure, Origin, Reason
from harmledger.records.ids import content_id, sha256_hex
from harmledger.records.incident import Definition, Incident, Measure, PartOf, Proposal, Report
from harmledger.records.page import Capture, Given, Page, Refusal
from harmledger.records.review import Change, Correction, Moved, Review, Snapshot
from harmledger.records.text import Block, Text
from harmledger.records.toll import Cause, Revision, Rival, Toll, TollPoint
from harmledger.records.total import Sum, Total

__all__ = [
    "Actor",
    "Assessment",
    "Basis",
    "Block",
    "Capture",
    "Cause",
    "Change",
    "Claim",
    "Clue",
    "Comparison",
    "Correction",
    "Counter",
    "Decision",
    "Definition",
    "Difference",
    "Edge",
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
    "MayBeOne",
    "Measure",
    "Member",
    "Moved",
    "NamedAs",
    "Origin",
    "Page",
    "PartOf",
    "Passage",
    "Population",
    "Proposal",
    "Reason",
    "Refusal",
    "Report",
    "Review",
    "Revision",
    "Rival",
    "Snapshot",
    "Speaker",
    "Story",
    "Sum",
    "Text",
    "Tie",
    "Toll",
    "TollPoint",
    "Total",
    "When",
    "Where",
    "content_id",
    "sha256_hex",
]
