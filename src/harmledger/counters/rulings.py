"""Decisions about names: which pairs people have put together, and which they keep apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from harmledger.records import Decision

__all__ = ["VERDICTS", "Ruling", "in_force", "ruling_on", "standing"]

#: What can be decided of two names.
VERDICTS = ("merge", "unmerge")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A decision in force about two names, by their ids."""

    one: str
    other: str
    together: bool
    decision: Decision


def in_force(decisions: Iterable[Decision]) -> list[Ruling]:
    """The rulings that no later decision has replaced or undone, oldest first."""
    made = sorted(decisions, key=lambda d: (d.at, d.id))
    active = standing(made)
    last: dict[frozenset[str], Ruling] = {}
    for decision in made:
        of_names = decision.subject_kind == "name" and decision.verdict in VERDICTS
        if not of_names or decision.id not in active:
            continue
        one, other = decision.subject, decision.edit("with")
        pair = frozenset((one, other))
        # Two people may have decided of one pair without knowing of each other.
        last.pop(pair, None)
        last[pair] = Ruling(
            one=one, other=other, together=decision.verdict == "merge", decision=decision
        )
    return list(last.values())


def standing(decisions: Iterable[Decision]) -> frozenset[str]:
    """Ids of the decisions that count: those that nobody took back or replaced.

    What a decision had replaced counts again when that decision is taken back, not when it is
    itself replaced.
    """
    made = {decision.id: decision for decision in decisions}
    undoing: dict[str, list[str]] = {}
    replacing: dict[str, list[str]] = {}
    for decision in made.values():
        if decision.supersedes:
            later = undoing if decision.verdict == "undo" else replacing
            later.setdefault(decision.supersedes, []).append(decision.id)
    holds: dict[str, bool] = {}
    for first in made:
        # Without recursion: a chain of decisions may be long.
        stack = [first]
        while stack:
            one = stack[-1]
            open_ = [undo for undo in undoing.get(one, ()) if undo not in holds]
            if open_:
                stack.extend(open_)
                continue
            holds[stack.pop()] = not any(holds[undo] for undo in undoing.get(one, ()))
    return frozenset(
        one
        for one in made
        if holds[one] and not any(holds[after] for after in replacing.get(one, ()))
    )


def ruling_on(decisions: Iterable[Decision], one: str, other: str) -> Ruling | None:
    """The ruling in force about this pair, in whatever order it was named."""
    pair = {one, other}
    return next((r for r in in_force(decisions) if {r.one, r.other} == pair), None)
