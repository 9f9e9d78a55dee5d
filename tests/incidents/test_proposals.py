"""Which links that joined nothing are worth a person's look."""

from __future__ import annotations

from array import array

import pytest

from harmledger.incidents.links import held_link, weights
from harmledger.incidents.proposing import worth_a_look

BAR = weights()["threshold"]
CLEAR = BAR + weights()["clear"]


@pytest.mark.parametrize(
    ("features", "score", "contradicted", "worth"),
    [
        # A person in both, whatever else there is.
        (["person", "ages_differ", "days_many"], BAR, False, True),
        # Ages of which none is the same, and nobody in both.
        (["date_same", "place_same", "ages_differ"], CLEAR + 3, True, False),
        # Times or places contradict each other: for a person to look at.
        (["words", "rare_words", "place_differs"], BAR, True, True),
        (["words", "rare_words", "days_many", "dates_differ"], BAR, True, True),
        # Other reports are unlike: a place in both, or clearly above the threshold.
        (["date_soon", "figure_small", "words"], BAR, False, False),
        (["date_soon", "figure_small", "words"], CLEAR - 0.01, False, False),
        (["date_soon", "figure_small", "words"], CLEAR, False, True),
        (["date_soon", "place_same", "words"], BAR, False, True),
        (["date_soon", "place_near", "words"], BAR, False, True),
        (["date_soon", "place_within", "words"], BAR, False, False),
        (["place_same", "words", "days_many"], CLEAR, False, False),
    ],
)
def test_worth_a_look(features: list[str], score: float, contradicted: bool, worth: bool) -> None:
    link = held_link(tuple(features), array("d", [0.0] * len(features)), score, contradicted)
    assert worth_a_look(link) is worth
