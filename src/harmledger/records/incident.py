"""Incidents: claims about one event, over all reports."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.records.claim import When, Where

__all__ = ["Definition", "Incident", "Measure", "PartOf", "Proposal", "Report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The spread of what was claimed for one measure: lowest and highest figure said.

    ``high`` None: nobody gave an upper bound. Not an assessment, only what was said.
    ``unit`` None: people, whom measures of harm count. ``phase``: how far aid got; of buildings
    ``destroyed``, ``damaged`` or ``damaged_or_destroyed``; None of all else. Other units and phases
    have other rows.
    """

    measure: str
    low: int | None
    high: int | None
    claims: tuple[str, ...]
    unit: str | None = None
    phase: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document that speaks of the incident; ``main``: it is chiefly about this one."""

    document: str
    text_id: str
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Another incident that may be the same event, which nobody has decided.

    ``incident``: its id. ``score``: as the score of a link that joins reports. ``reasons``: what
    speaks for and against it, in sentences.
    """

    incident: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """Whom a counter's figure takes in, as a report says, where others give another figure.

    ``claim``: the id of the figure; ``words`` of the report; ``sentence`` says it in full.
    """

    claim: str
    words: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOf:
    """An incident of which another one is a part, as a report tells it.

    ``incident``: its id. ``claim``: the id of the claim that gives a figure for all together.
    ``sentence`` says which report and which figure.
    """

    incident: str
    claim: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Claims about one event. ``reasons``: one readable sentence for each thing that tied it.

    ``independent_origins``: whoever counted, over all its claims; reports may be many more.
    ``proposals``: likely duplicates, the strongest first; nothing is merged by them.
    ``part_of``: series of attacks, or events at several places, of which reports tell it as one;
    ``parts``: the ids of the incidents that are parts of this one. Their people are among its own.
    ``definitions``: what counters that differ say of whom they count.
    """

    id: str
    title: str
    when: When | None
    where: Where | None
    measures: tuple[Measure, ...]
    claims: tuple[str, ...]
    reports: tuple[Report, ...]
    reasons: tuple[str, ...] = ()
    independent_origins: int = 0
    proposals: tuple[Proposal, ...] = ()
    part_of: tuple[PartOf, ...] = ()
    parts: tuple[str, ...] = ()
    definitions: tuple[Definition, ...] = ()
