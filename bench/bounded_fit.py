"""Logistic regression in numpy alone, each weight held within bounds: none is negative.

More likeness must never make a copy less likely, so each weight is held at zero or above. Weights
and bias minimise the weighted log loss plus ``penalty`` times the squared weights of the scaled
features (accelerated projected gradient: Beck and Teboulle, 2009).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Array", "fit"]

Array = NDArray[np.float64]


def fit(
    features: Array,
    copies: Array,
    importance: Array,
    penalty: float,
    least: Array | None = None,
    most: Array | None = None,
) -> tuple[Array, float]:
    """Weights for the features as they are (not scaled), and the bias, in log-odds.

    ``least`` and ``most``: for each feature the bounds of its weight; 0 and none if not given.
    """
    mean = features.mean(axis=0)
    spread = features.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = np.hstack([(features - mean) / spread, np.ones((len(features), 1))])
    share = importance / importance.sum()
    pull = np.full(scaled.shape[1], penalty)
    pull[-1] = 0.0
    bound = 0.25 * np.linalg.norm(scaled * np.sqrt(share)[:, None], 2) ** 2 + penalty
    low = np.zeros(len(spread)) if least is None else least * spread
    high = np.full(len(spread), np.inf) if most is None else most * spread
    weights = np.append(low, 0.0)
    ahead, pace = weights.copy(), 1.0
    for _ in range(4000):
        wrong = 1 / (1 + np.exp(-scaled @ ahead)) - copies
        new = ahead - (scaled.T @ (wrong * share) + pull * ahead) / bound
        new[:-1] = np.clip(new[:-1], low, high)
        quicker = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        ahead = new + (pace - 1) / quicker * (new - weights)
        weights, pace = new, quicker
    plain = weights[:-1] / spread
    return plain, float(weights[-1] - plain @ mean)
