"""Assessments and figures: what a declared method makes of the claims."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.records.counter import NamedAs

__all__ = ["Assessment", "Evidence", "Figure", "Origin", "Reason"]


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
class Assessment:
    """One subject (incident or toll), one measure, one population status, one method.

    ``low``, ``best``, ``high`` are None where the method knows no value. ``grade`` grades
    the attribution, not the number. ``independent_origins`` counts ``origins``, not pages.
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

    ``status``: draft, approved, withdrawn.
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
