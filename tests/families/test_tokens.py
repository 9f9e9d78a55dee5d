"""Words as hashes: the same whichever way they are read, alone or among others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.families.tokens import hashes_and_places, hashes_of, words_as_hashes

LONG = "ferry and sea " * 6000


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ("The Ferry, 1994!", ["the", "ferry", "1994"]),
        ("le café_noir d'été", ["le", "café_noir", "d", "été"]),
        ("渡輪 sank", ["渡", "輪", "sank"]),
        ("паром\u3000Estonia \ud800", ["паром", "estonia"]),
        ("", []),
        (" .,; ", []),
        (LONG, LONG.split()),
    ],
)
def test_words_are_hashed_as_they_are_one_by_one(plain: str, words: list[str]) -> None:
    (found,) = hashes_of([plain])
    assert found.tolist() == words_as_hashes(words).tolist()


@given(st.lists(st.text(alphabet="aB1é _.'’渡", max_size=30), min_size=1, max_size=6))
def test_texts_read_together_are_as_read_alone(plains: list[str]) -> None:
    alone = [next(hashes_of([plain])).tolist() for plain in plains]
    assert [found.tolist() for found in hashes_of(plains)] == alone
    hashes, places, begins = hashes_and_places(plains)
    assert hashes.tolist() == [value for found in alone for value in found]
    joined = " " + " ".join(plains)
    assert [joined[at : at + len(one)] for at, one in zip(begins, plains, strict=True)] == plains
    small = joined.replace("B", "b")
    parted = [next(hashes_of([small[at:]])).tolist()[0] for at in places.tolist()]
    assert parted == hashes.tolist()


def test_places_go_on_from_lot_to_lot() -> None:
    plains = ["Estonia " * 1500] * 8
    _, places, begins = hashes_and_places(plains)
    assert places[::1500].tolist() == begins.tolist()
