"""Two methods side by side: what each makes of the same claims, and why they differ."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.records.figure import Assessment

__all__ = ["Comparison", "Difference"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A rule that fired under one method and not, or not with the same outcome, under the other.

    ``other``: what the other method does: ``no such rule``, ``another such rule`` (it does the same
    kind of thing in another way), ``did not fire`` or ``fired with another outcome``.
    """

    method: str
    rule: str
    sentence: str
    other: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One subject, measure, unit, phase and people under two methods; None: that one assesses
    none."""

    subject: str
    subject_kind: str
    title: str
    measure: str
    unit: str | None
    status: str | None
    first: Assessment | None
    second: Assessment | None
    differences: tuple[Difference, ...]
    phase: str | None = None

    @property
    def same(self) -> bool:
        """Whether both say the same number and grade of the same people."""
        one, two = self.first, self.second
        if one is None or two is None:
            return False
        return (one.low, one.best, one.high) == (two.low, two.best, two.high) and (
            one.grade == two.grade
        )
