"""Decisions of people: added, never altered; a later one replaces an earlier one."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.records.ids import content_id

__all__ = ["Decision", "Edit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One thing that a verdict needs besides the subject."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided about a subject.

    ``subject``: the id of what was decided about (of two: the first). ``subject_kind``:
    ``name`` (of a counter), ``claim``, ``assessment``, ``figure``, ``incident`` or ``page``.
    ``seen``: a hash of what stood there when it was decided. ``verdict``: ``approve``,
    ``reject``, ``edit``, ``merge``, ``unmerge``, ``withdraw`` or ``undo``. ``edits``: what the
    verdict needs besides (``with``: the id of the other; ``name`` and ``with_name``: how both
    are called; ``claims`` and ``with_claims``: the ids of the claims that were seen, by which
    a group is found again; ``set:FIELD``: the value that a person gave a field). ``at``: UTC,
    ISO 8601. ``supersedes``: the decision that this one replaces.
    """

    id: str
    subject: str
    seen: str
    verdict: str
    edits: tuple[Edit, ...] = ()
    reason: str
    by: str
    at: str
    supersedes: str | None = None
    subject_kind: str = "name"

    def edit(self, name: str) -> str:
        """The value of an edit; empty where there is none of this name."""
        return next((edit.value for edit in self.edits if edit.name == name), "")

    @property
    def hashed(self) -> str:
        """The id that its content gives it: another one shows that it was altered."""
        edits = [part for edit in self.edits for part in (edit.name, edit.value)]
        # Decisions about names are older than those about anything else.
        kind = () if self.subject_kind == "name" else (self.subject_kind,)
        return content_id(
            *("decision", self.subject, self.seen, self.verdict, self.reason, self.by, self.at),
            *(self.supersedes, *edits, *kind),
        )
