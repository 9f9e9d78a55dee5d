"""What is kept is believed only under the seal of the same code, and spares what it can."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from builders import text
from harmledger.kept import Kept, Shelf, digest, in_memory
from harmledger.records import Mark

MARK = Mark(text_id="t", kind="credit", start=3, end=7, quote="news")


def never() -> Mark:
    raise AssertionError("made again")


def kept_with(code: str = "c0de") -> Kept:
    kept = Kept(code=code)
    assert Shelf(kept, "marks", Mark).of(b"key", lambda: MARK) == MARK
    return kept


def test_what_is_kept_is_not_made_again() -> None:
    held = kept_with().new
    again = Kept(in_memory(held), "c0de")
    assert Shelf(again, "marks", Mark).of(b"key", never) == MARK
    assert (again.new, again.asked) == ({}, {"marks": {b"key"}})


@pytest.mark.parametrize(
    ("shelf", "key", "code"),
    [("marks", b"other", "c0de"), ("other", b"key", "c0de"), ("marks", b"key", "other code")],
)
def test_another_key_shelf_or_code_finds_nothing(shelf: str, key: bytes, code: str) -> None:
    held = dict.fromkeys([("marks", b"key"), (shelf, key)], kept_with().new["marks", b"key"])
    with pytest.raises(AssertionError):
        Shelf(Kept(in_memory(held), code), shelf, Mark).of(key, never)


@pytest.mark.parametrize("cut", [0, 1, 16, 20, -1])
def test_what_is_damaged_is_made_again(cut: int) -> None:
    held = kept_with().new
    sealed = held["marks", b"key"]
    for damaged in (sealed[:cut], sealed[cut:] if cut else b"", sealed[:-1] + b"\x00"):
        kept = Kept(in_memory({("marks", b"key"): damaged}), "c0de")
        assert Shelf(kept, "marks", Mark).of(b"key", lambda: MARK) == MARK
        assert kept.new == held


def test_what_has_another_shape_is_made_again() -> None:
    kept = Kept(in_memory(kept_with().new), "c0de")
    assert Shelf(kept, "marks", int).of(b"key", lambda: 3) == 3


def test_equal_things_have_equal_hashes_and_others_do_not() -> None:
    one, two = text("A bridge fell.", "a"), text("A bridge fell.", "b")
    assert digest(one) == digest(text("A bridge fell.", "a")) != digest(two)
    assert digest(MappingProxyType({"b": 1, "a": 2})) == digest({"a": 2, "b": 1})
    assert digest(frozenset("abc")) == digest(frozenset("cba"))
    assert digest("ab", "c") != digest("a", "bc")


def test_a_record_that_changed_has_another_hash() -> None:
    kept = Kept()
    one = text("A bridge fell.", "a")
    two = replace(one, lang="et")
    assert one.id == two.id
    assert kept.of_record(one) == digest(one)
    assert kept.of_record(two) == digest(two) != digest(one)


def test_nothing_is_kept_of_what_cannot_be_told_apart() -> None:
    with pytest.raises(TypeError, match="cannot be kept"):
        digest(object())


def test_what_is_new_is_stored_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harmledger.kept.kept._MOST_WAITING", 3)
    held: dict[tuple[str, bytes], bytes] = {}
    kept = Kept(in_memory(held), "c0de", held.update)
    for number in range(5):
        kept.put("numbers", bytes([number]), b"ab")
    assert (len(held), len(kept.new)) == (4, 1)
    assert [kept.get("numbers", bytes([number])) for number in range(5)] == [b"ab"] * 5
