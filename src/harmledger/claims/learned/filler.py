"""The learned part: numbers of people that no rule joined to a harm word, and that likely belong.

A logistic regression over the traits of a slot (:mod:`harmledger.claims.learned.traits`): the
weights of those that it has are added up. The weights are data, ``vocabulary/en/filler.json``,
written by ``bench/train_filler.py``; adding needs nothing but plain Python.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from harmledger.claims.drafts.draft import Draft
from harmledger.claims.learned.slots import Slot, slots_of
from harmledger.claims.learned.told import Told
from harmledger.claims.learned.traits import traits_of
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words.lexicon import LANGUAGE
from harmledger.vocabulary import data_file

__all__ = ["FILLER", "Weights", "fill", "may_join", "open_slots", "told_by", "weights"]

#: The rule that a claim of the filler names.
FILLER = "filler"
#: Traits that an explanation names.
_REASONS = 4
#: A sentence with more than these is a list, of which the filler is no judge.
_MOST = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """The model: a weight for each trait, their sum's start, and the score from which it claims."""

    version: int
    threshold: float
    start: float
    traits: Mapping[str, float]

    def score(self, traits: Iterable[str]) -> float:
        """How likely a slot with these traits tells of harm, from 0 to 1."""
        total = self.start + sum(self.traits.get(trait, 0.0) for trait in traits)
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))

    def reasons(self, traits: Iterable[str]) -> tuple[str, ...]:
        """The traits that speak most for the claim, the strongest first."""
        known = sorted((-self.traits.get(trait, 0.0), trait) for trait in traits)
        return tuple(trait for weight, trait in known[:_REASONS] if weight < 0)


@cache
def weights() -> Weights:
    """The weights of the package."""
    held = json.loads(data_file(LANGUAGE, "filler.json"))
    return Weights(held["version"], held["threshold"], held["start"], held["weights"])


def told_by(drafts: Iterable[Sequence[Draft]]) -> Told:
    """What the claims of a text tell, for the traits."""
    told = Told()
    for sentence in drafts:
        for draft in sentence:
            told.add(draft)
    return told


def open_slots(
    parsed: Parsed, drafts: Sequence[Draft], told: Told
) -> Iterator[tuple[Slot, list[str]]]:
    """The slots of a sentence that no claim covers, each with its traits."""
    taken = [(d.counted.start, d.counted.end) for d in drafts]
    slots = slots_of(parsed, taken)
    for slot in slots:
        if any(_same(slot, draft) for draft in drafts):
            continue
        yield slot, traits_of(parsed, slot, drafts, slots, told)


def _same(slot: Slot, draft: Draft) -> bool:
    """ "One of the nurses killed was Ines Prado": the name stands for her."""
    one, other = slot.counted, draft.counted
    return (
        slot.trigger.i == draft.trigger.i
        and other.population.named
        and (one.low, one.high) == (other.low, other.high)
    )


def may_join(slot: Slot, accepted: Sequence[Slot]) -> bool:
    """Whether a claim of ``slot`` can stand beside those accepted in its sentence.

    Spans of two claims do not overlap, and no word befalls two phrases of the same number: "the
    clerk" and "Ana Ruiz" are one person told twice.
    """
    one = slot.counted
    return len(accepted) < _MOST and not any(
        (other.counted.start < one.end and one.start < other.counted.end)
        or (other.trigger.i == slot.trigger.i and other.counted.low == one.low)
        for other in accepted
    )


def fill(
    parsed: Mapping[int, Parsed], drafts: Mapping[int, Sequence[Draft]]
) -> dict[int, list[Draft]]:
    """Further claims of a text by sentence, given its parsed sentences and the rules' claims."""
    model = weights()
    told = told_by(drafts.values())
    found: dict[int, list[Draft]] = {}
    for index, sentence in parsed.items():
        own = drafts.get(index, ())
        scored = [
            (model.score(traits), slot, traits) for slot, traits in open_slots(sentence, own, told)
        ]
        accepted: list[Slot] = []
        for score, slot, traits in sorted(scored, key=lambda one: -one[0]):
            if score >= model.threshold and may_join(slot, accepted):
                accepted.append(slot)
                found.setdefault(index, []).append(_draft(slot, score, model.reasons(traits)))
    return found


def _draft(slot: Slot, score: float, reasons: tuple[str, ...]) -> Draft:
    role = slot.counted.population.role
    return Draft(
        counted=slot.counted,
        measure=slot.word.measure,
        phase=None,
        unit=role
        if slot.word.measure == "displaced" and role in {"households", "families"}
        else "people",
        population=slot.counted.population,
        trigger=slot.trigger,
        actor=None,
        rule=FILLER,
        outcome_open=slot.word.outcome_unknown,
        score=score,
        reasons=reasons,
    )
