"""What of one report is of one event: parts, counts over days, villages of a province."""

from __future__ import annotations

import pytest

from builders import singles, text
from harmledger.claims import read_claims
from harmledger.incidents import find_incidents


def groups(body: str) -> list[list[int | None]]:
    """The lows of the people killed of each incident."""
    own = text(body, "r", published_at="2015-10-27", publisher="Lamp Post")
    claims = [c for _, found in read_claims([own]) for c in found if c.measure == "killed"]
    by_id = {claim.id: claim for claim in claims}
    found = [
        [by_id[one].low for one in incident.claims if one in by_id]
        for incident in find_incidents([own], claims, singles([own]))
    ]
    return sorted(found, key=str)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Officials said 247 people were killed by the bomb in Herat on 5 October 2015. Twelve "
            "of the dead were teachers. In Kabul, police said 10 people were killed in the bombing "
            "of a market.",
            [[10], [247, 12]],
        ),
        (
            "The blast in Lima on 5 October 2015 killed 40 people. Eight of the dead were "
            "children. In Cusco a second bomb killed 30 people, the mayor said.",
            [[30], [40, 8]],
        ),
        (
            "The inquiry said 34 miners were shot dead at Herat on 16 October 2015. Forty-four "
            "people died at Herat between 11 and 16 October 2015, it said.",
            [[34], [44]],
        ),
        # A night, and the same number over more days, are of one event.
        (
            "Gunmen killed 60 people in Lima on 5 October 2015. In all, 61 people were killed in "
            "Lima on 5 and 6 October 2015, the mayor said.",
            [[60, 61]],
        ),
        (
            "Gunmen killed 60 people in Lima on 5 October 2015. The mayor said that 60 people were "
            "killed in Lima between 1 and 5 October 2015.",
            [[60, 60]],
        ),
        # A village that no list has may lie in the province that is named beside it.
        (
            "Dozens of people were killed in the Afghan province of Farah on 5 October 2015. As "
            "many as 90 civilians died in Qarabala village on 5 October 2015, a mullah said.",
            [[24, None]],
        ),
        (
            "Soldiers killed 30 people in Herat on 5 October 2015. Guards killed 12 people in "
            "Qarabala on 5 October 2015.",
            [[12], [30]],
        ),
        # "The village" has no name: it is where the report is.
        (
            "Guards killed 45 people in Herat on 5 October 2015, the inquiry found. Eighteen "
            "people were shot dead in the village.",
            [[45, 18]],
        ),
    ],
)
def test_what_is_of_one_event(body: str, expected: list[list[int | None]]) -> None:
    assert groups(body) == expected
