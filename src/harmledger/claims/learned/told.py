"""Traits of a slot from what the rules claimed in its sentence and in the whole text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from harmledger.claims.drafts.draft import Draft
from harmledger.claims.learned.slots import Slot
from harmledger.claims.victims.count import Counted

__all__ = ["Told", "claims_traits"]


@dataclass(slots=True)
class Told:
    """What the claims drafted in a text tell: names and numbers, with how often each measure."""

    names: dict[str, Counter[str]] = field(default_factory=dict)
    numbers: dict[int, Counter[str]] = field(default_factory=dict)

    def add(self, draft: Draft, times: int = 1) -> None:
        """Remember the name or the number of a claim; ``times`` -1 forgets it."""
        one = draft.counted
        if one.population.named:
            for word in _names(one):
                self.names.setdefault(word, Counter())[draft.measure] += times
        elif one.low is not None and one.low > 1:
            self.numbers.setdefault(one.low, Counter())[draft.measure] += times


def _names(one: Counted) -> list[str]:
    return [w for w in (one.population.surface or one.head.text).lower().split() if len(w) > 2]


def _as(known: Counter[str], measure: str) -> str:
    if known[measure] > 0:
        return "as this"
    return "as other" if any(times > 0 for times in known.values()) else "no"


def claims_traits(slot: Slot, kind: str, drafts: Sequence[Draft], told: Told) -> Iterator[str]:
    """What the rules read in the sentence and in the text."""
    one, head, measure = slot.counted, slot.counted.head, slot.word.measure
    same = [d for d in drafts if d.measure == measure]
    mine = [d for d in same if d.trigger.i == slot.trigger.i]
    for draft in mine[:1]:
        other = draft.counted
        shape = "pronoun" if other.head.pos_ == "PRON" else "number" if other.low != 1 else "one"
        yield f"word befell: {shape}, {kind}"
        if (other.low, other.high) == (one.low, one.high):
            yield f"word befell as many: {shape}, {kind}"
    if not drafts:
        yield f"claims here: none, {kind}"
    elif same:
        yield f"claims here: {'by this word' if mine else 'by another word'}, {kind}"
    else:
        yield f"claims here: of another measure, {kind}"
    if any(d.actor is not None and d.actor.i == head.i for d in drafts):
        yield "did it: in another claim"
    heads = {d.counted.head.i: d.measure for d in drafts}
    if head.dep_ in {"conj", "appos"} and head.head.i in heads:
        alike = "of this measure" if heads[head.head.i] == measure else "of another"
        yield f"beside a claim: {head.dep_}, {alike}"
    if any(c.i in heads for c in head.children if c.dep_ in {"conj", "appos"}):
        yield "beside a claim: above it"
    if one.population.named:
        known: Counter[str] = Counter()
        for word in _names(one):
            known += told.names.get(word, Counter())
        yield f"name claimed: {_as(known, measure)}"
    elif one.low is not None and one.low > 1:
        yield f"number claimed: {_as(told.numbers.get(one.low, Counter()), measure)}"
