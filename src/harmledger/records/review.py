"""What decisions mean for a book now, and the corrections that they made to its figures."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.records.claim import Claim
from harmledger.records.ids import content_id

__all__ = ["Change", "Correction", "Moved", "Review", "Snapshot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field that a person set, in words: what the program had, and what holds now."""

    field: str
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a decision in force means for the book as it stands.

    ``state``: ``counts``, or ``needs_another_look`` where what was seen has changed or is not
    there any more; the decision then has no effect, and ``sentence`` says why. ``subject``: the
    id that was decided about; ``current``: the ids of what it means now (two for a merge, none
    where it is gone). ``claim``: a claim as the person set it, beside what the program read.
    """

    id: str
    decision: str
    subject: str
    subject_kind: str
    current: tuple[str, ...]
    verdict: str
    state: str
    sentence: str
    by: str
    at: str
    reason: str
    changes: tuple[Change, ...] = ()
    claim: Claim | None = None

    @property
    def counts(self) -> bool:
        """Whether the decision has effect."""
        return self.state == "counts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A figure as it stood at one time, without its trace."""

    figure: str
    statement: str
    low: int | None
    best: int | None
    high: int | None
    grade: str
    independent_origins: int
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A figure before and after; None where there was none. ``texts``: those of its claims."""

    before: Snapshot | None
    after: Snapshot | None
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The figures that one decision moved, kept as they stood then; added, never altered.

    ``about``: what was decided about, in words.
    """

    id: str
    decision: str
    verdict: str
    subject: str
    subject_kind: str
    about: str
    by: str
    at: str
    reason: str
    moved: tuple[Moved, ...]

    @property
    def hashed(self) -> str:
        """The id that its content gives it: another one shows that it was altered."""
        return content_id(
            *("correction", self.decision, self.verdict, self.subject, self.subject_kind),
            *(self.about, self.by, self.at, self.reason, self.moved),
        )
