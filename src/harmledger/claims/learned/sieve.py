"""The sieve: which sentences with a harm word are worth a parse, by their words alone.

Four in five sentences of general news that pass the gate count nobody ("the plan would hurt
the economy"), and parsing takes most of the time. A logistic regression over the words
of a sentence, those beside its harm words, and the signs of violence in the text holds back what
almost surely has no claim. The weights are data, ``vocabulary/en/sieve.json``, written by
``bench/train_sieve.py``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from harmledger.claims.learned.signs import Signs
from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.words.gate import gate_words
from harmledger.claims.words.lexicon import LANGUAGE, lowered
from harmledger.vocabulary import data_file

__all__ = ["SHORT", "Sieve", "sieve", "traits_of", "worth_parsing"]

#: Characters of a text below which all its sentences are parsed: little stands around them.
SHORT = 800
_TOKEN = re.compile(r"[a-z]{1,18}+(?:'[a-z]{1,4}+)?|\d[\d,.]*+|[-\"“”:;?!()\[\]$%]")


@dataclass(frozen=True, slots=True)
class Sieve:
    """The model: the start of the sum, a weight for each trait, in log-odds, and the bounds.

    A sentence whose sum is below ``calm`` is not parsed where its text has few signs of violence;
    elsewhere below ``other``, which is lower.
    """

    version: int
    start: float
    calm: float
    other: float
    weights: Mapping[str, float]

    def passes(self, traits: Iterable[str], *, few: bool) -> bool:
        """Whether a sentence may have a claim; ``few``: its text has few signs of violence."""
        return self.sum_of(traits) >= (self.calm if few else self.other)

    def sum_of(self, traits: Iterable[str]) -> float:
        """How much speaks for a claim: log-odds."""
        weight = self.weights.get
        return self.start + sum([weight(trait, 0.0) for trait in traits])


@cache
def sieve() -> Sieve:
    """The weights of the package."""
    held = json.loads(data_file(LANGUAGE, "sieve.json"))
    return Sieve(held["version"], held["start"], held["calm"], held["other"], held["weights"])


def worth_parsing(
    text: str, sentences: Sequence[Sentence], gated: Iterable[int], signs: Signs
) -> list[int]:
    """Those of the sentences ``gated``, which have harm words, that may have a claim."""
    if len(text) < SHORT:
        return list(gated)
    model, kept = sieve(), []
    for index in gated:
        one = sentences[index]
        if model.passes(traits_of(text, one.start, one.end, signs), few=signs.few):
            kept.append(index)
    return kept


def traits_of(text: str, start: int, end: int, signs: Signs) -> list[str]:
    """What the sieve sees of the sentence ``text[start:end]``, in no order that matters.

    Its words, the harm words, the words beside them, and the signs near it and in the whole text.
    """
    raw = text[start:end]
    found = _TOKEN.findall(lowered(raw).replace("’", "'"))
    tokens = ["#" if token[0].isdigit() else token for token in found]
    forms = dict.fromkeys(gate_words(raw))
    first = {form.split()[0] for form in forms}
    traits = {f"has {token}" for token in tokens}
    ends = ["^", *tokens, "$"]
    for before, token, behind in zip(ends, tokens, ends[2:], strict=False):
        if token in first:
            traits.update(
                (
                    f"before {before}",
                    f"behind {behind}",
                    f"{before} {token} _",
                    f"_ {token} {behind}",
                )
            )
    dense = signs.dense
    traits.update(f"harm {form}" for form in forms)
    traits.update(f"harm {form}, signs {dense}" for form in forms)
    traits.update((f"signs {dense}", f"signs near {signs.near(start, end)}", f"text {signs.rare}"))
    return sorted(traits)
