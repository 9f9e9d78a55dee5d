"""Which of the numbers that may go on with a count do so, as learned, and their drafts.

A logistic regression over the traits of :mod:`harmledger.claims.learned.onward`; the weights are
data, ``vocabulary/en/onward.json``, written by ``bench/train_onward.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from harmledger.claims.drafts.draft import Draft, plain_draft
from harmledger.claims.learned.onward import Onward, Told, candidates
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.victims.phrases import item
from harmledger.claims.victims.piecewise import noun_behind
from harmledger.claims.words.lexicon import LANGUAGE
from harmledger.vocabulary import data_file

__all__ = ["ONWARD", "OnwardWeights", "going_onward", "onward_draft", "onward_weights"]

#: The rule that such a claim names.
ONWARD = "onward"
#: Traits that an explanation names.
_REASONS = 4
#: More free numbers than these in a text are a list or table.
_MOST = 400


@dataclass(frozen=True, slots=True)
class OnwardWeights:
    """The model: the start of the sum, a weight for each trait, in log-odds, and the bounds.

    ``bound`` holds in sentences without a harm word, ``gated`` in others, where rules and judge
    looked before.
    """

    version: int
    start: float
    bound: float
    gated: float
    traits: Mapping[str, float]

    def score(self, traits: Iterable[str]) -> float:
        """How sure it is that the number goes on with the count, 0 to 1."""
        total = self.start + sum(self.traits.get(trait, 0.0) for trait in traits)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))

    def reasons(self, traits: Iterable[str]) -> tuple[str, ...]:
        """The traits that speak most for it, the strongest first."""
        known = sorted((-self.traits.get(trait, 0.0), trait) for trait in traits)
        return tuple(trait for weight, trait in known[:_REASONS] if weight < 0)


@cache
def onward_weights() -> OnwardWeights:
    """The weights of the package."""
    held = json.loads(data_file(LANGUAGE, "onward.json"))
    bounds = held["bound"], held["gated"]
    return OnwardWeights(held["version"], held["start"], *bounds, held["weights"])


def going_onward(
    text: str,
    sentences: Sequence[Sentence],
    gated: frozenset[int],
    told: Sequence[Told],
    taken: Iterable[tuple[int, int]] = (),
) -> list[tuple[float, Onward]]:
    """The free numbers of a text that go on with a count, each with its score, in order."""
    model = onward_weights()
    best: dict[int, tuple[float, Onward]] = {}
    for n, one in enumerate(candidates(text, sentences, gated, told, taken)):
        if n >= _MOST:
            break
        score = model.score(one.traits)
        bound = model.gated if one.index in gated else model.bound
        if score >= bound and (one.start not in best or score > best[one.start][0]):
            best[one.start] = score, one
    return [best[start] for start in sorted(best)]


def onward_draft(parsed: Parsed, score: float, one: Onward) -> Draft | None:
    """The claim that the number makes; None where the parser does not have it as a token."""
    token = next(
        (parsed.doc[i] for i, q in parsed.quantity_at.items() if q.start == one.start), None
    )
    if token is None:
        return None
    noun = noun_behind(token)
    bounds = one.quantity.low, one.quantity.high, one.quantity.qualifier
    nouns = [noun, token] if noun is not None else [token]
    counted = item(parsed, one.start, one.end, *bounds, token, nouns)
    plain = plain_draft(counted, one.measure, token, ONWARD)
    return replace(plain, score=score, reasons=onward_weights().reasons(one.traits))
