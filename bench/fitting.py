"""Logistic regressions in numpy alone, one whose weights are never negative, and where they go.

More likeness must never make a copy less likely, so each weight is held at zero or above. Weights
and bias minimise the weighted log loss plus ``penalty`` times the squared weights of the scaled
features (accelerated projected gradient: Beck and Teboulle, 2009).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

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


def fit_traits(
    held: Sequence[list[int]], many: int, goal: Array, weight: Array, *, pull: float, steps: int
) -> tuple[Array, float]:
    """Weights of ``many`` traits and the start by accelerated gradient descent on the log loss.

    ``held``: the numbers of the traits of each row; ``goal``: 0 or 1; ``weight``: of each row;
    ``pull``: the strength of the regularisation.
    """
    counts = np.array([len(own) for own in held])
    column = np.concatenate([np.array(own, dtype=np.int64) for own in held])
    row = np.repeat(np.arange(len(held)), counts)

    def sums(values: Array) -> Array:
        return np.bincount(row, weights=values[column], minlength=len(held)).astype(np.float64)

    def back(values: Array) -> Array:
        return np.bincount(column, weights=values[row], minlength=many).astype(np.float64)

    vector, size = np.random.default_rng(0).normal(size=many), 1.0
    for _ in range(20):
        vector = back(weight * sums(vector))
        size = float(np.linalg.norm(vector))
        vector = vector / size
    steep = 0.25 * size + pull
    share = float((weight * goal).sum() / weight.sum())
    here, start = np.zeros(many), float(np.log(share / (1 - share)))
    ahead, pace = here.copy(), 1.0
    for _ in range(steps):
        wrong = (1 / (1 + np.exp(-np.clip(sums(ahead) + start, -30, 30))) - goal) * weight
        new = ahead - (back(wrong) + pull * ahead) / steep
        start -= float(wrong.sum() / (0.25 * weight.sum()))
        quicker = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        ahead = new + (pace - 1) / quicker * (new - here)
        here, pace = new, quicker
    return here, start


def trait_matrix(rows: Sequence[tuple[str, Sequence[str]]], least: int) -> tuple[list[str], Any]:
    """The traits of rows (report, traits) as a sparse matrix (scipy), and the names of its columns.

    A trait has a column where it stands in at least ``least`` reports.
    """
    from scipy.sparse import csr_matrix

    reports: dict[str, set[str]] = defaultdict(set)
    for report, traits in rows:
        for trait in traits:
            reports[trait].add(report)
    kept = sorted(trait for trait, where in reports.items() if len(where) >= least)
    column = {trait: n for n, trait in enumerate(kept)}
    columns = [[column[t] for t in traits if t in column] for _, traits in rows]
    ends = [0]
    for one in columns:
        ends.append(ends[-1] + len(one))
    flat = [n for one in columns for n in one]
    return kept, csr_matrix(([1.0] * len(flat), flat, ends), shape=(len(rows), len(kept)))


def recall_at(scores: Array, negatives: Array, rate: float) -> float:
    """The share of ``scores`` above the least bar that ``rate`` of the negatives pass at most."""
    allowed = int(rate * len(negatives))
    bar = np.sort(negatives)[::-1][allowed]
    return float((scores > bar).mean())


def report(target: Path, values: Mapping[str, float], *, write: bool, digits: int) -> None:
    """Prints the fitted values, rounded, and if asked writes them into the vocabulary."""
    rounded = {name: round(float(value), digits) for name, value in values.items()}
    for name, value in rounded.items():
        print(f"{name:20} {value:8.{digits}f}")
    if write:
        target.write_text(written(target.read_text(encoding="utf-8"), rounded), encoding="utf-8")


def written(content: str, values: Mapping[str, float]) -> str:
    """A vocabulary with the new values of its rows (weight or value), all else as it stands."""
    for name, value in values.items():
        pattern = rf'(\[\[term\]\]\nid = "{name}"\n(?:label = .*\n)?(?:weight|value) = )\S+'
        content, count = re.subn(pattern, rf"\g<1>{value}", content)
        if count != 1:
            raise SystemExit(f"no single row {name}")
    return content
