"""Drafts of claims: one harm word with one victim phrase, counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.victims.count import Counted
from harmledger.records import Population

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["GOODS", "Draft", "plain_draft"]

#: Measures that count no people.
GOODS = frozenset(("aid", "arms", "damaged"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim before it is annotated. ``whole`` is the index of its total in the same list.

    ``stretch``: where the clause of a count stands whose verb is left out; its place and day are
    there. ``score`` and ``reasons``: how sure the judge is (0 to 1), and why; None where a rule
    made it.
    """

    counted: Counted
    measure: str
    phase: str | None
    unit: str | None
    population: Population | None
    trigger: Token
    actor: Token | None
    rule: str
    outcome_open: bool
    whole: int | None = None
    stretch: tuple[int, int] | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()

    @property
    def told_at(self) -> Token:
        """The word for whose place in the sentence its source is sought.

        The judge ties victims to any harm word near them: "the hospital said Hale had a wound".
        """
        return self.counted.head if self.rule == "context" else self.trigger


def plain_draft(counted: Counted, measure: str, trigger: Token, rule: str) -> Draft:
    """A draft of people whose harm no verb of its own sentence tells: no phase and no actor."""
    return Draft(
        counted=counted,
        measure=measure,
        phase=None,
        unit="people",
        population=counted.population,
        trigger=trigger,
        actor=None,
        rule=rule,
        outcome_open=False,
    )
