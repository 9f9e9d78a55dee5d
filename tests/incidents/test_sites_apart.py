"""Two sites of one day in one report have their own dead; the country's count stands apart."""

from __future__ import annotations

import pytest

from builders import singles, text
from harmledger.claims import read_claims
from harmledger.incidents import find_incidents


def groups(body: str, *measures: str) -> list[list[int | None]]:
    """The lows of the people killed of each incident, or of those of ``measures``."""
    own = text(body, "r", published_at="2015-10-07", publisher="Lamp Post")
    wanted = measures or ("killed",)
    claims = [c for _, found in read_claims([own]) for c in found if c.measure in wanted]
    by_id = {claim.id: claim for claim in claims}
    found = [
        [by_id[one].low for one in incident.claims if one in by_id]
        for incident in find_incidents([own], claims, singles([own]))
    ]
    return sorted(found, key=str)


ON = "on 5 October 2015"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"The panel said troops killed at least 130 people at Mill Square in Herat {ON}. At "
            "Hope Square at least 20 people were killed on the same day, it said.",
            [[130], [20]],
        ),
        (
            f"Guards shot dead 30 weavers in Bera Street, Herat, {ON}. In Tanner Street 12 people "
            "died that day.",
            [[12], [30]],
        ),
        (
            f"Guards shot dead 30 weavers in Bera Street, Herat, {ON}. In all 30 people died in "
            "Tanner Street, a nurse said.",
            [[30, 30]],
        ),
        (
            f"Guards shot dead 30 weavers in Bera Street, Herat, {ON}. In the street 28 people "
            "died, a nurse said.",
            [[30, 28]],
        ),
        (
            f"Guards killed 28 people in Lima {ON}. Nationwide, 58 people were killed that day, "
            "the ministry said.",
            [[28]],
        ),
        (
            f"Guards killed 58 people throughout Peru {ON}. In Lima they shot dead 28.",
            [[28]],
        ),
        (
            f"The number of people killed across Peru {ON} has risen to 58. At a school in Lima "
            "28 were killed.",
            [[28]],
        ),
        (
            f"Guards killed 28 people in Lima {ON}. The ministry said 58 people had been killed "
            "across the country.",
            [[28]],
        ),
        (f"A ferry sank off Peru {ON}, killing 58 people across two decks.", [[58]]),
        (f"A blast killed 58 people in Lima {ON} as the nationwide curfew began.", [[58]]),
    ],
)
def test_each_site_has_its_own(body: str, expected: list[list[int]]) -> None:
    assert groups(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"Snipers killed 20 people in Kunduz and Herat {ON} and wounded 100.", [[20, 100]]),
        (f"Snipers shot dead 20 people in Kuta and Jimbaran {ON}, and 100 were hurt.", [[20, 100]]),
        (f"Snipers shot dead 20 people in Kuta, and hurt 100 in Jimbaran, {ON}.", [[100], [20]]),
    ],
)
def test_two_towns_told_together_are_of_both_figures(body: str, expected: list[list[int]]) -> None:
    assert groups(body, "killed", "injured") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "They marked ten years since the raid of 12 May 2005 in Herat that killed 40.",
            [[40]],
        ),
        (
            "Five decades have passed since a raid killed 40 men in Herat on 12 May 1965.",
            [[40]],
        ),
        ("In the ten years since the raid of 12 May 2005 guards have killed 40 in Herat.", []),
        ("Since the raid of 12 May 2005, guards have killed 40 people in Herat.", []),
    ],
)
def test_how_long_ago_an_event_was_makes_its_count_none_that_runs(
    body: str, expected: list[list[int]]
) -> None:
    assert groups(body) == expected
