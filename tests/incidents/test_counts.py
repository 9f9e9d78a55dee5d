"""Counts of several attacks that are the figure of one event after all, and what titles say."""

from __future__ import annotations

import pytest

from builders import singles, text
from harmledger.claims import read_claims
from harmledger.incidents import find_incidents
from harmledger.records import Claim, Incident


def found_in(said: str, published: str = "2004-03-15") -> tuple[list[Claim], list[Incident]]:
    one = text(said, "r", published_at=published)
    claims = [claim for _, own in read_claims([one]) for claim in own]
    return claims, list(find_incidents([one], claims, singles([one])))


@pytest.mark.parametrize(
    ("said", "held"),
    [
        # The headline tells of one event, the opening of ten bombs.
        ("Trains attacked in Madrid, 191 killed\n\nTen bombs on four commuter trains killed 191 "
         "people in Madrid on Thursday, 11 March 2004, the interior ministry said.", [191, 191]),
        # Near, and of the same day.
        ("Ten bombs on four trains in Madrid on 11 March 2004 killed 191 people, according to the "
         "court. The association of victims puts the number killed on 11 March 2004 at 192.",
         [191, 192]),
        # Another day, a far figure, a few: a count of its own.
        ("Ten bombs on four trains in Madrid on 11 March 2004 killed 191 people. A bomb in Madrid "
         "killed 190 people on 3 May 1998.", [190]),
        ("Three bombs in Madrid on 11 March 2004 killed 191 people. A bomb at a market in Madrid "
         "killed 50 people on 11 March 2004.", [50]),
        # The sum of this event and of another, or said of two together, though it is near.
        ("A gunman killed 69 people on the island of Utoya on 22 July 2011. A bomb in Oslo killed "
         "eight people. Since the morning of 22 July 2011 77 people have died.", [69, 8]),
        ("A gunman killed 69 people on the island of Utoya on 22 July 2011. The two attacks of "
         "that day killed 77 people.", [69]),
        ("A gunman killed 69 people on the island of Utoya on 22 July 2011. Together the bomb and "
         "the several shootings killed 77 people.", [69]),
        ("The bomb in Nairobi on 7 August 1998 killed 213 people. The attacks in Nairobi and Dar "
         "es Salaam on 7 August 1998 together killed 224 people.", [213]),
    ],
)  # fmt: skip
def test_a_count_of_one_day_with_the_figure_of_an_event_is_of_it(
    said: str, held: list[int]
) -> None:
    claims, found = found_in(said)
    assert "cumulative" in {claim.scope for claim in claims}
    low = {claim.id: claim.low for claim in claims}
    assert [low[one] for incident in found for one in incident.claims] == held


def test_the_killed_or_missing_are_not_called_injured_in_a_title() -> None:
    _, (one,) = found_in(
        "The mayor said that 40 people were killed or missing after the shelling of Srebrenica on "
        "Monday."
    )
    assert one.title == "Srebrenica, 15 March 2004: people killed, injured or missing"
    _, (one,) = found_in(
        "The police said 12 people were killed or wounded in Srebrenica on Monday."
    )
    assert one.title.endswith("people killed or injured")
