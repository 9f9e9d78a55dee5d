"""The join of rare runs: in parts and slices as in one, and as counted text by text."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from itertools import combinations

import numpy as np
import pytest

from builders import text
from harmledger.families import rare
from harmledger.families.wording import run_hashes
from harmledger.families.wordings import Wording, collect

MOST = 6


@pytest.fixture
def wordings() -> list[Wording]:
    chance = random.Random(3)
    bodies = [
        " ".join(f"w{int(400 ** chance.random())}" for _ in range(chance.randrange(5, 130)))
        for _ in range(90)
    ]
    return collect([text(body, f"d{at}") for at, body in enumerate(bodies)])


def counted(
    wordings: list[Wording], groups: list[int], least: float
) -> dict[tuple[int, int], float]:
    """The same by sets of words, one pair after the other."""
    holders: dict[int, set[int]] = defaultdict(set)
    for number, one in enumerate(wordings):
        for run in set(run_hashes(one.words, 1).tolist()):
            holders[run].add(number)
    size = len(set(groups))
    weights, totals = {}, [0.0] * len(wordings)
    for run, inside in holders.items():
        spread = len({groups[number] for number in inside})
        if spread <= MOST:
            weights[run] = math.log((size + 1000) / spread) ** 2
            for number in inside:
                totals[number] += weights[run]
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for run, weight in weights.items():
        firsts: dict[int, int] = {}
        for number in sorted(holders[run]):
            firsts.setdefault(groups[number], number)
        for pair in combinations(sorted(firsts.values()), 2):
            shared[pair] += weight
    found = {pair: value / min(totals[n] for n in pair) for pair, value in shared.items()}
    return {pair: value for pair, value in found.items() if value >= least}


@pytest.mark.parametrize(("part", "piece"), [(1 << 23, 1 << 17), (1 << 10, 1 << 6), (1 << 4, 1)])
def test_meetings_are_as_counted_however_they_are_parted(
    wordings: list[Wording], monkeypatch: pytest.MonkeyPatch, part: int, piece: int
) -> None:
    monkeypatch.setattr(rare, "_PART", part)
    monkeypatch.setattr(rare, "_SLICE", piece)
    groups = [number // 2 if number < 20 else number for number in range(len(wordings))]
    first, second, likeness = rare.rare_meetings(wordings, groups, words=1, most=MOST, least=0.05)
    pairs = list(zip(first.tolist(), second.tolist(), strict=True))
    expected = counted(wordings, groups, 0.05)
    assert pairs == sorted(expected)
    assert len(pairs) > 50
    assert np.allclose(likeness, [expected[pair] for pair in pairs], rtol=1e-12)
