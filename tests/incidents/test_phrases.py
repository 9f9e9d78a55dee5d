"""Numbers and people of a claim in words."""

from __future__ import annotations

import pytest

from builders import claim, text
from harmledger.incidents import claim_words, people_words

TEXT = text("It said that four of the dead were on its list.", "a")


@pytest.mark.parametrize(
    ("surface", "qualifier", "number", "people"),
    [
        ("of the dead", "exactly", "4 of the dead", ""),
        ("of those killed", "exactly", "4 of those killed", "those killed"),
        ("of the guards", "exactly", "4 of the guards", "guards"),
        ("of its crew", "at_least", "at least 4 of its crew", "its crew"),
        ("the guards", "exactly", "4 guards", "guards"),
        ("people", "exactly", "4", ""),
    ],
)
def test_some_of_a_group_are_told_as_such(
    surface: str, qualifier: str, number: str, people: str
) -> None:
    one = claim(4, 4, TEXT, quote="four", surface=surface, qualifier=qualifier)
    assert claim_words(one) == number
    assert people_words(one) == people
