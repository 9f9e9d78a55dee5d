"""Assessments and figures: what a declared method makes of the claims."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.records.counter import NamedAs

__all__ = ["Assessment", "Edge", "Evidence", "Figure", "Origin", "Reason"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A rule that fired: its name, one sentence a reader understands, and its claims."""

    rule: str
    sentence: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Whoever counted: a named speaker, or the family of texts that asserts it.

    ``kind``: the speaker's kind, or ``family``. ``claims`` are ids. ``counter``: the id of the
    counter, None for a family. ``names``: as whom these claims cite it, and why each name is
    taken for this counter.
    """

    name: str
    kind: str
    claims: tuple[str, ...]
    counter: str | None = None
    names: tuple[NamedAs, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A ``low`` or ``high`` (``bound``) far from all other figures, which one origin alone gives.

    ``value``: that bound; ``origin``: its name; ``others_low`` and ``others_high``: the figures of
    the other origins, the high None where it is unknown; ``claims``: the ids of those that give
    the value; ``sentence``: the same for a reader. It moves nothing: it says where to look first.
    """

    bound: str
    value: int
    origin: str
    others_low: int
    others_high: int | None
    claims: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One subject (incident or toll), one measure and unit, one population status, one method.

    ``low``, ``best``, ``high`` are None where the method knows no value. ``grade`` grades
    the attribution, not the number. ``independent_origins`` counts ``origins``, not pages.
    ``highest_said``: where a low is known and no high ("at least 60" and "at least 200"), the
    highest number that was said, 200; None where that is the low or a high is known. ``edges``:
    see :class:`Edge`. ``phase``: of an incident's aid how far it got, of its buildings
    ``destroyed``, ``damaged`` or ``damaged_or_destroyed``; None of all else and of tolls.
    """

    id: str
    subject: str
    subject_kind: str
    measure: str
    unit: str | None
    status: str | None
    method: str
    low: int | None
    best: int | None
    high: int | None
    grade: str
    independent_origins: int
    origins: tuple[Origin, ...]
    claims: tuple[str, ...]
    reasons: tuple[Reason, ...]
    highest_said: int | None = None
    edges: tuple[Edge, ...] = ()
    phase: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One link of a figure's trace: claim, the exact span, and the archived page."""

    claim_id: str
    text_id: str
    page_id: str
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A statement in words with every hedge kept, and the way back to each sentence.

    ``status``: draft, approved, withdrawn. ``highest_said``, ``edges``, ``phase``: as of the
    assessment.
    """

    id: str
    subject: str
    subject_kind: str
    assessment: str
    statement: str
    measure: str
    unit: str | None
    low: int | None
    best: int | None
    high: int | None
    grade: str
    independent_origins: int
    method: str
    trace: tuple[Evidence, ...]
    decisions: tuple[str, ...] = ()
    status: str = "draft"
    highest_said: int | None = None
    edges: tuple[Edge, ...] = ()
    phase: str | None = None
