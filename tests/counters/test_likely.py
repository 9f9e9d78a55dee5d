"""Counters whose names may mean one: proposed to a person, never joined."""

from __future__ import annotations

import pytest

from builders import claim, singles, text
from harmledger.counters import find_counters, likely_one
from harmledger.records import MayBeOne


def pairs(*names: str, apart: bool = False, together: bool = True) -> list[MayBeOne]:
    """What is proposed of these speakers, of one incident unless not ``together``."""
    texts = [text("22 killed.", f"r{number}") for number, _ in enumerate(names)]
    claims = [claim(22, 22, one, speaker=name) for one, name in zip(texts, names, strict=True)]
    counters = find_counters(claims, singles(texts))
    ids = [one.id for one in claims]
    subjects = {"incident": ids} if together else {one: [one] for one in ids}
    kept = [[counters.spoken[one].name for one in ids]] if apart else []
    return list(likely_one(counters, subjects, kept))


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        ("the medical examiner's office", "the Oklahoma state medical examiner",
         "have the words examiner and medical in common"),
        ("the Prosecutor General's Office", "Deputy Prosecutor General Sergei Orlov",
         "have the words general and prosecutor in common"),
        ("the Hillside Relief Committee", "the Hillsade Relief Committee", "spelt nearly alike"),
        ("the HRCV", "the Hillside Relief Committee of the Valley", "are the initials of"),
    ],
)  # fmt: skip
def test_names_that_may_mean_one_are_proposed(one: str, two: str, why: str) -> None:
    (pair,) = pairs(one, two)
    assert why in pair.why
    assert pair.subjects == ("incident",)
    assert pairs(two, one) == [pair]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("the Afghan defence ministry", "the Afghan health ministry"),
        ("the Syrian health ministry", "the Iraqi health ministry"),
        ("the state police", "the national police office"),
        ("Mayor Ana Ruiz", "Mayor Pedro Ruiz"),
        ("the 3rd Valley Brigade", "the 4th Valley Brigade"),
        ("the fire chief", "the police chief"),
        ("the Red Cross", "Doctors Without Borders"),
    ],
)
def test_others_are_not(one: str, two: str) -> None:
    assert pairs(one, two) == []


def test_only_of_one_subject_and_unless_a_person_keeps_them_apart() -> None:
    names = ("the medical examiner's office", "the Oklahoma state medical examiner")
    assert pairs(*names)
    assert pairs(*names, together=False) == []
    assert pairs(*names, apart=True) == []
