"""Numbers of pairs are known by the words of both texts, and only those asked for are kept."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from builders import text
from harmledger.families.pairs import LookedAt
from harmledger.families.wordings import collect
from harmledger.kept import Kept, in_memory

BODIES = ("The mill burned on Monday.", "A bridge fell into the river.", "Snow closed the pass.")
WORDINGS = collect([text(body, f"r{n}") for n, body in enumerate(BODIES)])
Numbers = NDArray[np.int64]
ONE, TWO = np.array([0, 0, 1]), np.array([1, 2, 2])


def places(asked: Numbers) -> Numbers:
    return asked + 10


def never(asked: Numbers) -> Numbers:
    assert not len(asked)
    return asked


@pytest.fixture
def kept() -> Kept:
    made = Kept(code="c")
    assert LookedAt(WORDINGS, made, "s").of(ONE, TWO, places).tolist() == [10, 11, 12]
    return made


def test_a_pair_is_looked_at_once(kept: Kept) -> None:
    again = Kept(in_memory(kept.new), "c")
    order = np.array([2, 0, 1])
    found = LookedAt(WORDINGS, again, "s").of(ONE[order], TWO[order], never)
    assert found.tolist() == [12, 10, 11]
    assert again.new == kept.new


def test_a_pair_is_known_wherever_its_texts_stand(kept: Kept) -> None:
    again = Kept(in_memory(kept.new), "c")
    fewer = LookedAt(WORDINGS[1:], again, "s")
    assert fewer.of(np.array([0]), np.array([1]), never).tolist() == [12]
    assert again.new != kept.new
    last = Kept(in_memory(again.new), "c")
    asked: list[int] = []

    def note(new: Numbers) -> Numbers:
        asked.extend(new.tolist())
        return places(new)

    LookedAt(WORDINGS, last, "s").of(ONE, TWO, note)
    assert asked == [0, 1]
    assert last.new == kept.new


def test_nothing_is_known_of_texts_that_say_something_else(kept: Kept) -> None:
    others = collect([text(f"Once more. {body}", f"r{n}") for n, body in enumerate(BODIES)])
    again = Kept(in_memory(kept.new), "c")
    asked: list[int] = []

    def note(new: Numbers) -> Numbers:
        asked.extend(new.tolist())
        return places(new)

    LookedAt(others, again, "s").of(ONE, TWO, note)
    assert asked == [0, 1, 2]


def test_without_anything_kept_each_is_looked_at() -> None:
    assert LookedAt(WORDINGS, None, "s").of(ONE, TWO, places).tolist() == [10, 11, 12]
