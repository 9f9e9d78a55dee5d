"""The quick look at pairs: what it passes is what counting would pass."""

from __future__ import annotations

import random

import numpy as np

from harmledger.families.limits import thresholds
from harmledger.families.prescreen import worth_comparing
from harmledger.families.rarity import rarities
from harmledger.families.wordings import collect
from harmledger.records import Text


def test_pairs_are_passed_as_if_their_words_were_counted() -> None:
    chance = random.Random(4)
    listed = list(rarities())[:200]
    bodies = []
    for number in range(60):
        # few names for many texts, so that pairs lie on both sides of the threshold
        own = [f"zq{chance.randrange(30 + 10 * number)}x" for _ in range(chance.randrange(90))]
        bodies.append(own + chance.sample(listed, 20))
    bodies.append([f"zq{at}x" for at in range(4000)])
    texts = [
        Text(id=str(at), page_id="", document=str(at), text=" ".join(body))
        for at, body in enumerate(bodies)
    ]
    wordings = collect(texts)
    first, second = np.triu_indices(len(wordings), 1)
    words = [set(bodies[int(one.text.id)]) - set(listed) for one in wordings]
    expected = [
        (one, two)
        for one, two in zip(first.tolist(), second.tolist(), strict=True)
        if (fewer := min(len(words[one]), len(words[two])))
        and len(words[one] & words[two]) >= thresholds().unlisted * fewer
    ]
    assert list(worth_comparing(wordings, first, second)) == expected
    assert 20 < len(expected) < len(first) - 20
