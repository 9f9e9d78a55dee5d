"""From likeness to a decision: each feature adds its weight, and every decision says which."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from harmledger.families.likeness import FEATURES, Likeness
from harmledger.records import Feature
from harmledger.vocabulary import load

__all__ = ["Weights", "features_of", "log_odds", "probability", "weights"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The values of ``linking/likeness.toml``, explained there; in log-odds."""

    version: int
    bias: float
    threshold: float
    features: tuple[float, ...]
    labels: tuple[str, ...]


@cache
def weights() -> Weights:
    """The weights as declared."""
    terms = load("linking", "likeness")
    return Weights(
        version=int(terms["version"].data["value"]),
        bias=float(terms["bias"].data["value"]),
        threshold=float(terms["threshold"].data["value"]),
        features=tuple(float(terms[name].data["weight"]) for name in FEATURES),
        labels=tuple(str(terms[name].data["label"]) for name in FEATURES),
    )


def log_odds(alike: Likeness) -> float:
    """How sure it is that one of the two texts was made from the other, in log-odds."""
    known = weights()
    return known.bias + math.fsum(
        weight * value for weight, value in zip(known.features, alike.values, strict=True)
    )


def probability(odds: float) -> float:
    """Log-odds as a number from 0 to 1."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))


def features_of(alike: Likeness) -> tuple[Feature, ...]:
    """Each feature with its value and what it added, the most telling first; last the bias."""
    known = weights()
    found = [
        Feature(name=name, value=round(value, 4), contribution=round(weight * value, 4))
        for name, weight, value in zip(FEATURES, known.features, alike.values, strict=True)
    ]
    found.sort(key=lambda feature: (-feature.contribution, feature.name))
    return (*found, Feature(name="bias", value=1.0, contribution=round(known.bias, 4)))
