"""Fits the network of the judge: one layer of units over vectors and traits, by Adam, in numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Array", "Fitted", "fitted"]

Array = NDArray[np.float32]
#: The parts of :class:`harmledger.claims.learned.network.Network`, from ``within`` on.
Fitted = tuple[Array, Array, Array, Array, Array, float]
#: Passes over the rows; rows at once.
PASSES, BATCH = 15, 128
#: Step of the first pass; pull of the weights to none; shares of numbers and of units left out.
STEP, PULL, LESS_NUMBERS, LESS_UNITS = 2e-3, 1e-2, 0.2, 0.3


def fitted(
    flags: Array, vectors: Array, harm: Array, weight: Array, units: int, networks: int
) -> Fitted:
    """The parts of so many networks of so many units, side by side: their sums are averaged.

    A row of ``flags`` says which traits a candidate has.
    """
    mean, spread = vectors.mean(axis=0), vectors.std(axis=0) + 1e-3
    scaled = ((vectors - mean) / spread).astype(np.float32)
    weight = weight / weight.mean()
    parts = [_one(flags, scaled, harm, weight, units, seed) for seed in range(networks)]
    within = np.hstack([part["within"] for part in parts]) / spread[:, None]
    start = np.concatenate([part["start"] for part in parts]) - mean @ within
    return (
        within.astype(np.float32),
        np.hstack([part["by_trait"] for part in parts]).astype(np.float32),
        start.astype(np.float32),
        (np.concatenate([part["out"] for part in parts]) / networks).astype(np.float32),
        np.mean([part["direct"] for part in parts], axis=0).astype(np.float32),
        float(np.mean([part["bias"] for part in parts])),
    )


def _one(
    flags: Array, vectors: Array, harm: Array, weight: Array, size: int, seed: int
) -> dict[str, Array]:
    chance = np.random.default_rng(seed)
    many, numbers, traits = len(vectors), vectors.shape[1], flags.shape[1]

    def drawn(scale: float, *shape: int) -> Array:
        return chance.normal(0, scale, shape).astype(np.float32)

    parts = {
        "within": drawn(1 / np.sqrt(numbers), numbers, size),
        "by_trait": drawn(0.05, traits, size),
        "start": np.zeros(size, np.float32),
        "out": drawn(1 / np.sqrt(size), size),
        "bias": np.zeros(1, np.float32),
        "direct": np.zeros(traits, np.float32),
    }
    first = {name: np.zeros_like(part) for name, part in parts.items()}
    second = {name: np.zeros_like(part) for name, part in parts.items()}
    steps = 0
    for done in range(PASSES):
        order, step = chance.permutation(many), STEP * (1 - done / PASSES)
        for at in range(0, many, BATCH):
            rows = order[at : at + BATCH]
            some = chance.random((len(rows), numbers), np.float32) > LESS_NUMBERS
            given, own = vectors[rows] * some / (1 - LESS_NUMBERS), flags[rows]
            before = given @ parts["within"] + own @ parts["by_trait"] + parts["start"]
            left = (chance.random(before.shape, np.float32) > LESS_UNITS) / (1 - LESS_UNITS)
            units = np.maximum(before, 0) * left
            total = units @ parts["out"] + own @ parts["direct"] + parts["bias"]
            score = 1 / (1 + np.exp(-np.clip(total, -30, 30)))
            wrong = (score - harm[rows]) * weight[rows] / len(rows)
            back = wrong[:, None] * parts["out"] * left * (before > 0)
            slopes = {
                "within": given.T @ back,
                "by_trait": own.T @ back,
                "start": back.sum(axis=0),
                "out": units.T @ wrong,
                "bias": wrong.sum(keepdims=True),
                "direct": own.T @ wrong,
            }
            steps += 1
            for name, slope in slopes.items():
                first[name] = 0.9 * first[name] + 0.1 * slope
                second[name] = 0.999 * second[name] + 0.001 * slope**2
                ahead = first[name] / (1 - 0.9**steps)
                spread = np.sqrt(second[name] / (1 - 0.999**steps)) + 1e-8
                pull = PULL * parts[name] if name in {"within", "by_trait", "direct"} else 0.0
                parts[name] = (parts[name] - step * (ahead / spread + pull)).astype(np.float32)
    return parts
