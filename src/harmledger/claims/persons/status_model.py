"""The learned part of statuses: who those harmed likely were where no rule could say.

One logistic regression a status over the traits of a claim
(:mod:`harmledger.claims.persons.status_traits`): the weights of those that it has are added up,
and the highest sum wins. A status that a rule read stands. The weights are data,
``vocabulary/en/statuses.json``, written by ``bench/train_statuses.py``; adding needs nothing but
plain Python.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from harmledger.claims.persons.custody import held_without_a_charge
from harmledger.claims.persons.status_traits import Seen, coarse
from harmledger.claims.words.lexicon import LANGUAGE, alternatives, words
from harmledger.records import Claim
from harmledger.vocabulary import data_file

__all__ = ["StatusWeights", "barred", "status_weights", "weighed"]

#: Traits that an explanation names.
_REASONS = 4


@dataclass(frozen=True, slots=True)
class StatusWeights:
    """The model: for each status the start of its sum and a weight for each trait."""

    version: int
    start: Mapping[str, float]
    traits: Mapping[str, Mapping[str, float]]

    def scores(self, traits: Iterable[str]) -> dict[str, float]:
        """The sum of each status, in log-odds."""
        sums = dict(self.start)
        for trait in traits:
            for status, weight in self.traits.get(trait, {}).items():
                sums[status] += weight
        return sums

    def choose(self, traits: Iterable[str], never: frozenset[str] = frozenset()) -> str:
        """The likeliest status that is not in ``never``; of two alike the first by its letters."""
        sums = {name: value for name, value in self.scores(traits).items() if name not in never}
        return min(sums, key=lambda status: (-sums[status], status))

    def reasons(self, status: str, traits: Iterable[str]) -> tuple[str, ...]:
        """The traits that speak most for ``status``, the strongest first."""
        known = sorted((-self.traits.get(trait, {}).get(status, 0.0), trait) for trait in traits)
        return tuple(trait for weight, trait in known[:_REASONS] if weight < 0)


@cache
def status_weights() -> StatusWeights:
    """The weights of the package."""
    held = json.loads(data_file(LANGUAGE, "statuses.json"))
    return StatusWeights(held["version"], held["start"], held["weights"])


def weighed(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, with the status that is likeliest by all that the text tells."""
    model = status_weights()
    seen = Seen(text, claims)
    found: dict[str, Claim] = {}
    mixed = _smallest_mixed(seen.claims)
    for index, claim in enumerate(seen.claims):
        if claim.population is None or coarse(claim) != "unstated":
            continue
        if index and _behind_a_part(claim, seen.claims[index - 1]):
            continue
        traits = seen.traits(index)
        never = barred(text, claim) | (_CIVIL if _as_mixed(claim, mixed) else frozenset())
        status = model.choose(traits, never)
        if status != "unstated":
            own = _force(text, claim) if status == "security" else status
            reasons = model.reasons(status, traits)
            found[claim.id] = replace(
                claim,
                population=replace(claim.population, status=own),
                basis=replace(claim.basis, status_by=reasons) if claim.basis else None,
            )
    return [found.get(claim.id, claim) for claim in claims]


#: Where fighters are counted among as many, no weight makes all the others civilians.
_CIVIL = frozenset(("civilian",))


def _smallest_mixed(claims: Sequence[Claim]) -> dict[str, int]:
    """By measure the smallest count of a text whose people are known to be mixed."""
    found: dict[str, int] = {}
    for claim in claims:
        size = claim.low or claim.high or 0
        if size and claim.population is not None and claim.population.status == "mixed":
            found[claim.measure] = min(size, found.get(claim.measure, size))
    return found


def _as_mixed(claim: Claim, mixed: Mapping[str, int]) -> bool:
    """ "1,166, of them 709 fighters. The centre says 1,417 died": a count of as many of the same.

    Half as many or more, and no part of another count.
    """
    size = claim.low or claim.high or 0
    return claim.part_of is None and mixed.get(claim.measure, 2 * size + 1) <= 2 * size


def _behind_a_part(claim: Claim, before: Claim) -> bool:
    """ "300 people, among them 40 children, and 200 missing": nobody says that these are children.

    A number without a noun behind a part that the text tells apart; ``before``: the claim before.
    """
    bare = claim.population is not None and claim.population.surface is None
    same = before.sentence_start == claim.sentence_start
    return bare and same and before.part_of is not None and before.part_of != claim.part_of


def barred(text: str, claim: Claim) -> frozenset[str]:
    """The statuses that no weight may give ``claim``: nobody is guilty for being detained."""
    return frozenset(("perpetrator",)) if held_without_a_charge(text, claim) else frozenset()


@cache
def _forces() -> tuple[re.Pattern[str], re.Pattern[str]]:
    police = words("people", "police_words") | words("people", "police")
    soldiers = words("people", "forces") | words("people", "armed_forces")
    return _any_of(police), _any_of(soldiers)


def _any_of(known: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(known)})\b", re.IGNORECASE)


def _force(text: str, claim: Claim) -> str:
    """Whether police or soldiers are meant: by the sentence, else by the whole text."""
    for told in (text[claim.sentence_start : claim.sentence_end], text):
        police, soldiers = (len(known.findall(told)) for known in _forces())
        if police != soldiers:
            return "police" if police > soldiers else "armed_forces"
    return "armed_forces"
