"""A sum says first what is known, and of how many incidents it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from harmledger.cli.summed import sum_words
from harmledger.records import Sum
from harmledger.site.sums_by_period import sum_view


def summed(lows: list[int | None], highs: list[int | None]) -> Sum:
    known_lows = [low for low in lows if low is not None]
    known_highs = [high for high in highs if high is not None]
    return Sum(
        grades=("weak",),
        incidents=len(lows),
        low=None if None in lows else sum(known_lows),
        best=None,
        high=None if None in highs else sum(known_highs),
        known_low=sum(known_lows),
        known_best=0,
        known_high=sum(known_highs),
        without_low=lows.count(None),
        without_best=len(lows),
        without_high=highs.count(None),
        subjects=(),
    )


@pytest.mark.parametrize(
    ("lows", "highs", "words"),
    [
        ([2, 3], [2, 4], "5 to 6 in 2 incidents"),
        (
            [2, 30],
            [2, None],
            "32 or more in 2 incidents (no high is known for 1, those of the others add up to 2)",
        ),
        (
            [2000, None, 37],
            [2000, None, None],
            "2,037 or more in 2 of 3 incidents, an unknown number in the other 1 "
            "(no high is known for 2, those of the others add up to 2,000)",
        ),
        (
            [None, None],
            [None, None],
            "an unknown number in 2 incidents (no low is known for these 2; "
            "no high is known for these 2)",
        ),
    ],
)
def test_what_is_known_comes_first(
    lows: list[int | None], highs: list[int | None], words: str
) -> None:
    assert sum_words(summed(lows, highs), "range") == words


def test_the_site_says_the_same() -> None:
    view = sum_view(summed([2000, None, 37], [2000, None, None]), "range")
    assert view["range"] == "2,037 or more in 2 of them"
    assert view["note"] == (
        "An unknown number in the other 1. No high is known for 2; those of the others add up to "
        "2,000"
    )
    none = sum_view(summed([None], [None]), "range")
    assert none["range"] == "unknown"


def test_what_is_left_of_a_running_count_is_no_incident() -> None:
    beside = replace(summed([2], [4]), rests=("Of it 2 are left.",))
    assert sum_words(beside, "range") == "2 to 4 in 1 incident and what is left of 1 running count"
    assert (
        sum_view(beside, "range")["incidents"] == "1 incident and what is left of 1 running count"
    )
    assert sum_view(beside, "range")["note"] == "Of it 2 are left"
    alone = replace(summed([88], [94]), incidents=0, rests=("Of it 88 to 94 are left.",))
    assert sum_words(alone, "range") == "88 to 94 in what is left of 1 running count"
    assert sum_view(alone, "range")["incidents"] == "what is left of 1 running count"
    assert sum_view(alone, "range")["range"] == "88 to 94"
