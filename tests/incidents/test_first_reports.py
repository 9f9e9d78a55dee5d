"""First reports, which often give no day, and what they say beside the event."""

from __future__ import annotations

import pytest

from builders import singles, text
from harmledger.claims import read_claims
from harmledger.incidents import find_incidents
from harmledger.records import Claim, Incident

FIRST = (
    "KUNDUZ, Afghanistan - The aid group said that an air strike on its hospital in Kunduz killed "
    "at least 19 people, including 12 of its staff."
)
LATER = (
    "The military owned that its aircraft had struck the aid group's hospital in Kunduz, "
    "Afghanistan, on 3 October 2015 by mistake, killing at least 30 people."
)


def found_in(*reports: tuple[str, str]) -> tuple[list[Claim], list[Incident]]:
    texts = [text(said, f"r{n}", published_at=day) for n, (day, said) in enumerate(reports)]
    claims = [claim for _, own in read_claims(texts) for claim in own]
    return claims, list(find_incidents(texts, claims, singles(texts)))


@pytest.mark.parametrize(
    ("first", "joined"),
    [("2015-10-03", True), ("2015-10-04", True), ("2015-10-06", True),
     ("2015-10-02", False), ("2015-10-20", False)],
)  # fmt: skip
def test_a_report_without_a_day_is_of_the_day_before_it(first: str, joined: bool) -> None:
    _, found = found_in((first, FIRST), ("2015-11-25", LATER))
    assert len(found) == (1 if joined else 2)
    if joined:
        (one,) = found
        assert "the other's report, which gives no day" in one.reasons[0]
        assert one.when is not None
        assert one.when.start == "2015-10-03"


def test_what_has_lasted_since_a_day_dates_nothing_else() -> None:
    claims, found = found_in(
        (
            "2004-09-04",
            "BESLAN, Russia - More than 150 people were killed on Friday when troops stormed a "
            "school in Beslan, where gunmen had held hundreds of hostages since Wednesday, the "
            "health ministry said. More than 600 people were injured, the ministry said.",
        )
    )
    low = {claim.id: claim.low for claim in claims}
    (one,) = found
    assert [low[claim] for claim in one.claims] == [150, 600]
    assert one.when is not None
    assert one.when.start == "2004-09-03"


SEIZED = (
    "TARN, Peru, {} - Rebels held about 70 people hostage in the embassy in Lima on {}, officials "
    "said. One guard was shot dead when the rebels burst into the embassy."
)
STORMED = (
    "LIMA, Peru, {} - Commandos stormed the embassy in Lima on {} and freed 71 hostages held by "
    "rebels. Two soldiers and 14 rebels were killed in the embassy, officials said."
)


@pytest.mark.parametrize(
    ("seized", "stormed", "joined"),
    [
        (("2002-10-24", "Oct 24", "Thursday"), ("2002-10-26", "Oct 26", "Saturday"), True),
        (("2002-10-24", "Oct 24", "Thursday"), ("2002-10-29", "Oct 29", "Tuesday"), True),
        # Weeks later it may be another.
        (("2002-10-24", "Oct 24", "Thursday"), ("2002-11-16", "Nov 16", "Saturday"), False),
    ],
)
def test_the_day_of_a_seizure_and_that_of_its_end_are_of_one_event(
    seized: tuple[str, str, str], stormed: tuple[str, str, str], joined: bool
) -> None:
    _, found = found_in(
        (seized[0], SEIZED.format(*seized[1:])), (stormed[0], STORMED.format(*stormed[1:]))
    )
    assert len(found) == (1 if joined else 2)


def test_a_siege_is_known_by_the_word_hostages() -> None:
    stormed = (
        "LIMA, Peru, Oct 26 - Commandos stormed the embassy in Lima on Saturday. Two soldiers and "
        "14 hostage-takers were killed in the embassy, officials said."
    )
    seized = SEIZED.format("Oct 24", "Thursday")
    _, found = found_in(("2002-10-24", seized), ("2002-10-26", stormed))
    assert len(found) == 1


def test_two_days_of_harm_without_captives_stay_two_events() -> None:
    bomb = "LIMA, Peru, {} - A bomb killed {} people in the embassy in Lima on {}, officials said."
    _, found = found_in(
        ("2002-10-24", bomb.format("Oct 24", 12, "Thursday")),
        ("2002-10-26", bomb.format("Oct 26", 14, "Saturday")),
    )
    assert len(found) == 2
