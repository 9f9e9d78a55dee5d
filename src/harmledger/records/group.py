"""Groups: families of texts, incidents and tolls made of claims."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.records.claim import When, Where

__all__ = ["Family", "Incident", "Measure", "Member", "Report", "Toll", "TollPoint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A text in a family. ``relation``: original, copy, rewrite, partial, unknown."""

    text_id: str
    document: str
    relation: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Texts that share one origin. ``evidence`` is readable: one sentence a reason."""

    id: str
    members: tuple[Member, ...]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The spread of what was claimed for one measure: lowest and highest figure said.

    ``high`` None: nobody gave an upper bound. Not an assessment, only what was said.
    """

    measure: str
    low: int | None
    high: int | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document that speaks of the incident; ``main``: it is chiefly about this one."""

    document: str
    text_id: str
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Claims about one event. ``reasons``: one readable sentence for each thing that tied it.

    ``independent_origins``: whoever counted, over all its claims; reports may be many more.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TollPoint:
    """One reading of a cumulative series. ``as_of``: the date the count runs to, else None."""

    as_of: str | None
    reported_at: str | None
    low: int | None
    high: int | None
    claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One counter's cumulative series under one definition.

    ``definition`` says in words what is counted (measure, population, area, since when).
    ``breaks`` are the indices of points that fall below an earlier one (a revision).
    ``independent_origins``: as of an incident.
    """

    id: str
    title: str
    counter: str
    measure: str
    definition: str
    status: str | None
    where: str | None
    points: tuple[TollPoint, ...]
    claims: tuple[str, ...]
    breaks: tuple[int, ...] = ()
    independent_origins: int = 0
