"""Buildings destroyed and buildings damaged are two counts, of which neither revises the other."""

from __future__ import annotations

import pytest

from builders import singles, text
from harmledger.assessments import assess, load_method
from harmledger.claims import read_claims
from harmledger.figures import make_figures
from harmledger.tolls import find_tolls

BEGUN = "in Herat since 5 January"


def counts(body: str) -> dict[str, list[int | None]]:
    """By title the lows of each series, and what their figures say."""
    own = text(body, "r", published_at="2010-03-02", publisher="Lamp Post")
    claims = [claim for _, found in read_claims([own]) for claim in found]
    tolls = list(find_tolls([own], claims, singles([own])))
    assert not any(toll.revisions for toll in tolls)
    made = assess([], tolls, claims, singles([own]), load_method("airwars"))
    figures = {f.subject: f for f in make_figures(made, [], tolls, claims, [own])}
    for toll in tolls:
        done = "destroyed" if "destroyed" in toll.title else "damaged"
        assert f" {done} in Herat" in figures[toll.id].statement
    return {toll.title.split(" in ")[0]: [point.low for point in toll.points] for toll in tolls}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"The survey found 3,400 homes destroyed and 2,100 badly damaged {BEGUN}.",
            {"Homes destroyed": [3400], "Homes damaged": [2100]},
        ),
        (
            f"The survey said 1,200 mills have been damaged and 430 razed {BEGUN}.",
            {"Mills destroyed": [430], "Mills damaged": [1200]},
        ),
        (
            f"The survey said 430 homes have been flattened {BEGUN}.",
            {"Homes destroyed": [430]},
        ),
        (
            f"The survey said 1,200 homes were destroyed or badly damaged {BEGUN}.",
            {"Homes damaged": [1200]},
        ),
        (
            f"The survey said 1,200 homes were damaged or destroyed {BEGUN}.",
            {"Homes damaged": [1200]},
        ),
    ],
)
def test_destroyed_and_damaged_are_two_series(body: str, expected: dict[str, list[int]]) -> None:
    assert counts(body) == expected
