"""Tolls: the cumulative series of one counter under one definition."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Cause", "Revision", "Rival", "Toll", "TollPoint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TollPoint:
    """One reading of a cumulative series. ``as_of``: the date the count runs to, else None."""

    as_of: str | None
    reported_at: str | None
    low: int | None
    high: int | None
    claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Why a step of a toll is no harm of its day. ``point``: the index of the reading.

    ``kind``: ``lowered`` (below an earlier reading) or ``retroactive`` (the report says that
    earlier harm was added, or that the count was corrected). ``sentence`` says it in words.
    """

    point: int
    kind: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A likely cause why two counters differ.

    ``kind``: ``population``, ``area``, ``period``, ``indirect`` (deaths from hunger or disease),
    ``cut_off`` (the day that a count runs to), or ``none`` where no definition differs.
    """

    kind: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another counter's toll of the same measure, and the likely causes of a difference."""

    toll: str
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One counter's cumulative series under one definition.

    ``definition`` says in words what is counted (measure, population, area, since when).
    ``breaks`` are the indices of points that are revisions and no harm of their day, and
    ``revisions`` say of each why. ``rivals``: tolls of other counters that may be set beside it,
    the likest definition first. ``independent_origins``: as of an incident.
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
    revisions: tuple[Revision, ...] = ()
    rivals: tuple[Rival, ...] = ()
    independent_origins: int = 0
