"""Rolls of the dead over several sentences and lines."""

from __future__ import annotations

import pytest

from harmledger.claims import extract


def _told(text: str) -> list[tuple[str, int | None, str]]:
    return [(c.measure, c.low, c.quote) for c in extract(text)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Eleven people died on the bridge.\nPetr Havel, 22, fitter\nOlga Havel, 20\n"
            "Jan Mares, 45, postman\n",
            ["Petr Havel", "Olga Havel", "Jan Mares"],
        ),
        (
            "Nine clerks were killed. Ana Ruiz, 44, cook. Hugo Lema, 31. Ines Prat (19), porter.",
            ["Ana Ruiz", "Hugo Lema", "Ines Prat"],
        ),
    ],
)
def test_entries_are_of_those_counted_before(text: str, named: list[str]) -> None:
    claims = extract(text)
    one = [claim for claim in claims if claim.quote in named]
    assert [claim.quote for claim in one] == named
    assert {claim.measure for claim in one} == {"killed"}
    assert all(claim.population is not None and claim.population.named for claim in one)


def test_those_who_are_told_of_with_a_verb_are_no_entries() -> None:
    text = (
        "Nine clerks were killed. Ana Ruiz, 44, presented the report. "
        "Hugo Lema, 31, sat beside her."
    )
    assert _told(text) == [("killed", 9, "Nine")]


def test_one_entry_is_no_roll() -> None:
    assert _told("Nine clerks were killed. Ana Ruiz, 44, reporter.") == [("killed", 9, "Nine")]


def test_names_on_a_roll_of_nothing_are_none() -> None:
    assert _told("The team:\nPetr Havel, 22, keeper\nOlga Havel, 20, striker\n") == []
