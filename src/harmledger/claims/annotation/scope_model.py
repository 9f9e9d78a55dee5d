"""The learned part of scopes: whether a count is of one event or over a period or several.

A logistic regression over the traits of a claim
(:mod:`harmledger.claims.annotation.scope_traits`), the rules' own answer among them: above a bound
their sum is a count over a period or several incidents. The weights are data,
``vocabulary/en/scopes.json``, written by ``bench/train_scopes.py``; adding needs nothing but plain
Python.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from harmledger.claims.annotation.nationwide import over_a_country
from harmledger.claims.annotation.scope import LARGE, OUTRIGHT
from harmledger.claims.annotation.scope_traits import scope_traits
from harmledger.claims.words.lexicon import LANGUAGE
from harmledger.records import Claim
from harmledger.vocabulary import data_file

__all__ = ["ScopeWeights", "scope_weights", "scopes_weighed"]

#: The sum from which down a running count that rules read is none: they saw a word for it.
_AGAINST = -0.5
#: Cues of the rules that say it outright: no weight speaks against them.
_OUTRIGHT = frozenset(f"cue:{name}" for name in OUTRIGHT)
#: Traits that an explanation names.
_REASONS = 4


@dataclass(frozen=True, slots=True)
class ScopeWeights:
    """The model: the start of the sum, and a weight for each trait, in log-odds."""

    version: int
    start: float
    traits: Mapping[str, float]

    def choose(self, rule: str, traits: Iterable[str]) -> str:
        """``cumulative`` or ``event``, where rules say ``rule``."""
        total = self.start + sum(self.traits.get(trait, 0.0) for trait in traits)
        return "cumulative" if total > (_AGAINST if rule == "cumulative" else 0.0) else "event"

    def reasons(self, scope: str, traits: Iterable[str]) -> tuple[str, ...]:
        """The traits that speak most for ``scope``, the strongest first."""
        sign = 1 if scope == "cumulative" else -1
        known = sorted((-sign * self.traits.get(trait, 0.0), trait) for trait in traits)
        return tuple(trait for weight, trait in known[:_REASONS] if weight < 0)


@cache
def scope_weights() -> ScopeWeights:
    """The weights of the package."""
    held = json.loads(data_file(LANGUAGE, "scopes.json"))
    return ScopeWeights(held["version"], held["start"], held["weights"])


def scopes_weighed(text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """``claims`` of one text, each with the scope that is likelier by all that it tells.

    One victim is always of one event. What words say outright ("in two clashes"), and thousands
    that the rules take for the count of a war, stay: no weight makes one night's dead of them. Of
    counts that one harm word joins ("480 fighters and 35 soldiers had been killed so far") none is
    made one event's while the rules and weights leave another a running one.
    """
    weighed = [(claim, _weighed(text, claim)) for claim in claims]
    running = {_clause(new) for _, new in weighed if new.scope == "cumulative"}
    for claim, new in weighed:
        joined = claim.scope == "cumulative" and new.scope != "cumulative"
        yield claim if joined and _clause(new) in running else new


def _over_a_country(text: str, claim: Claim) -> bool:
    at = None if claim.where is None else claim.where.start - claim.sentence_start
    country = claim.where is not None and claim.where.precision == "country"
    sentence = text[claim.sentence_start : claim.sentence_end]
    return over_a_country(sentence, at, country=country)


def _clause(claim: Claim) -> tuple[object, ...]:
    """The word of harm and the time that joined counts have in common."""
    word = (claim.basis.start, claim.basis.end) if claim.basis else (claim.start, claim.end)
    return (word, claim.measure, claim.when.surface if claim.when else None)


def _weighed(text: str, claim: Claim) -> Claim:
    model = scope_weights()
    size = max(claim.low or 0, claim.high or 0)
    total = size >= LARGE and claim.scope == "cumulative"
    if total or claim.low == claim.high == 1:
        return claim
    if claim.stance == "denied" and claim.qualifier == "vague":
        return claim  # "denied that civilians were killed": of what the report tells of
    traits = scope_traits(text, claim)
    scope = model.choose(claim.scope, traits)
    outright = claim.scope == "cumulative" and (
        not _OUTRIGHT.isdisjoint(traits) or _over_a_country(text, claim)
    )
    if scope == claim.scope or outright:
        return claim
    by = model.reasons(scope, traits)
    basis = replace(claim.basis, scope_by=by) if claim.basis else None
    return replace(claim, scope=scope, basis=basis)
