"""Decisions on pairs, and families, kept from run to run: they spare work and change nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import AIRSHIP, FERRY, INDEPENDENT, REWORDED

from builders import text
from harmledger.families import find_families, relations
from harmledger.families import verdicts as room
from harmledger.families.decision import Decision
from harmledger.families.drafts import Draft
from harmledger.families.fingerprint import Fingerprint
from harmledger.families.grouping import Group
from harmledger.kept import Kept, in_memory
from harmledger.records import Family, Text

Held = dict[tuple[str, bytes], bytes]


def a_book() -> list[Text]:
    return [
        text(FERRY, "wire", published_at="1994-09-28"),
        text(REWORDED, "site", published_at="1994-09-29"),
        text(INDEPENDENT, "paper"),
        text("\n\n".join([*FERRY.split("\n\n")[:4], *AIRSHIP.split("\n\n")[:3]]), "both"),
        text(AIRSHIP, "airship"),
    ]


TEXTS = a_book()


def found_with(texts: Sequence[Text], held: Held, code: str = "c") -> tuple[list[Family], Held]:
    """The families, and what a book then keeps."""
    kept = Kept(in_memory(held), code)
    found = list(find_families(texts, kept))
    every = {**held, **kept.new}
    return found, {key: every[key] for key in every if key[1] in kept.asked.get(key[0], ())}


def never(*_: object) -> None:
    raise AssertionError("compared again")


@given(
    states=st.lists(st.lists(st.sampled_from(range(5)), unique=True), min_size=1, max_size=4),
)
@settings(max_examples=8, deadline=None)
def test_however_a_book_came_about_all_is_as_from_nothing(states: list[list[int]]) -> None:
    held: Held = {}
    for state in states:
        texts = [TEXTS[at] for at in state]
        found, held = found_with(texts, held)
        assert found == list(find_families(texts[::-1]))
        assert held == found_with(texts[::-1], {})[1]


def test_what_was_compared_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    _, held = found_with(TEXTS, {})
    monkeypatch.setattr(room, "decide", never)
    assert found_with(TEXTS, held)[1] == held
    with pytest.raises(AssertionError):
        found_with(TEXTS, held, "other code")


def test_only_new_texts_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    _, held = found_with([one for one in TEXTS if one.document != "site"], {})
    real = room.decide
    pairs: list[set[str]] = []

    def noting(one: Fingerprint, two: Fingerprint) -> Decision:
        pairs.append({one.text.document, two.text.document})
        return real(one, two)

    monkeypatch.setattr(room, "decide", noting)
    found_with(TEXTS, held)
    assert pairs
    assert all("site" in pair for pair in pairs)


@pytest.mark.parametrize("shelf", ["verdicts", "families"])
@pytest.mark.parametrize("cut", [0, 3, 40, -1])
def test_damaged_ones_are_not_believed(shelf: str, cut: int) -> None:
    expected, held = found_with(TEXTS, {})
    damaged = {key: value[:cut] if key[0] == shelf else value for key, value in held.items()}
    assert damaged != held
    assert found_with(TEXTS, damaged) == (expected, held)


def test_another_language_is_another_text() -> None:
    _, held = found_with(TEXTS, {})
    other = [replace(one, lang="et") for one in TEXTS]
    assert found_with(other, held) == found_with(other, {})


def test_families_are_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    _, held = found_with(TEXTS, {})
    asked: list[int] = []
    real = relations.drafts_of

    def counting(groups: Sequence[Group]) -> list[Draft]:
        asked.append(sum(len(group.wordings) > 1 for group in groups))
        return real(groups)

    monkeypatch.setattr(relations, "drafts_of", counting)
    found, _ = found_with(TEXTS, held)
    assert found == list(find_families(TEXTS))
    assert asked[0] == 0 < asked[-1]


def test_a_family_follows_what_its_texts_say_of_themselves() -> None:
    _, held = found_with(TEXTS, {})
    renamed = [replace(TEXTS[0], document="agency"), *TEXTS[1:]]
    found, _ = found_with(renamed, held)
    assert found == list(find_families(renamed))
    assert "agency" in {member.document for family in found for member in family.members}
