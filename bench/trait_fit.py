"""Rows of named traits as numbers of columns, and a logistic regression over them in numpy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["columns_of", "fit_traits", "trait_matrix", "worth_keeping"]

Array = NDArray[np.float64]


def columns_of(
    rows: Sequence[tuple[str, Sequence[str]]], least: int
) -> tuple[list[str], list[list[int]]]:
    """The traits of rows (report, traits) that stand in at least ``least`` reports, in order; and
    for each row the numbers of those that it has."""
    reports: dict[str, set[str]] = defaultdict(set)
    for report, traits in rows:
        for trait in traits:
            reports[trait].add(report)
    kept = sorted(trait for trait, where in reports.items() if len(where) >= least)
    column = {trait: n for n, trait in enumerate(kept)}
    return kept, [[column[t] for t in traits if t in column] for _, traits in rows]


def worth_keeping(kept: Sequence[str], values: Array, smallest: float) -> Mapping[str, float]:
    """The weights by trait, rounded, without those below ``smallest`` on either side of zero."""
    return {
        trait: round(float(value), 2)
        for trait, value in zip(kept, values, strict=True)
        if abs(value) >= smallest
    }


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
    """The traits as :func:`columns_of` has them, and the rows as a sparse matrix (scipy)."""
    from scipy.sparse import csr_matrix

    kept, columns = columns_of(rows, least)
    ends = list(accumulate(map(len, columns), initial=0))
    flat = [n for one in columns for n in one]
    return kept, csr_matrix(([1.0] * len(flat), flat, ends), shape=(len(rows), len(kept)))
