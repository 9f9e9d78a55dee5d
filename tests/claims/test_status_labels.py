"""The line of a recorder's note that says who the victims were, and what it says nothing of."""

from __future__ import annotations

import pytest

from harmledger.claims import extract


def _statuses(text: str) -> list[tuple[str, str | None]]:
    claims = extract(text, published_at="2015-10-05")
    return [(c.quote, c.population.status if c.population else None) for c in claims]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Victims' group: pupils on an outing; teachers", "civilian"),
        ("Status: civilians by all accounts", "civilian"),
        ("Civilians: all known victims", "civilian"),
        ("Civilians: most of the victims", "unstated"),
        ("Victims: pupils and soldiers", "unstated"),
        ("Place: a village of farmers", "unstated"),
    ],
)
def test_the_counts_of_a_note_are_of_those_whom_its_line_names(line: str, status: str) -> None:
    text = f"INCIDENT NOTE\n{line}\nMinistry (day 1): 50 killed"
    assert _statuses(text) == [("50", status)]


def test_what_is_told_behind_a_count_or_in_running_text_is_left_alone() -> None:
    behind = "Victims: pupils\nBest range: 51 killed. A missile had killed three people in Dorn."
    assert _statuses(behind) == [("51", "civilian"), ("three", "unstated")]
    running = "Victims: pupils\nOn Monday three people were killed in Dorn"
    assert _statuses(running) == [("three", "unstated")]
