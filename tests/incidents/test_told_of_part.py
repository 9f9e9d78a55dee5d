"""Figures for all that are those of a part: foreigners alone, and a headline that gives a part."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, text
from harmledger.claims import extract
from harmledger.incidents import whole_readings
from harmledger.records import Claim

A = text("x" * 2000, "a")
B = text("y" * 2000, "b")


def read(*reports: str) -> list[Claim]:
    found = (extract(one, "2002-10-15") for one in reports)
    return [claim for own in found for claim in own if claim.measure == "killed"]


def figures(claims: list[Claim]) -> list[tuple[int | None, int | None]]:
    return sorted({(r.low, r.high) for r in whole_readings(claims).readings}, key=str)


HOSPITAL = "The hospital in Nairobi put the toll at 183."


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        # A headline over a sentence about foreigners, a part, women, passengers, soldiers.
        ((f"Canada says 30 dead in Nairobi\n\nThirty Canadians died after the blast in Nairobi, "
          f"the foreign minister said. {HOSPITAL}",), 183),
        (("Nine dead in Nairobi\n\nNine Germans were among those killed in Nairobi.", HOSPITAL),
         183),
        (("Four dead in Nairobi fire\n\nFour women died in the fire in Nairobi. The fire brigade "
          "counted 11 dead.",), 11),
        (("Twelve confirmed dead in ferry fire\n\nTwelve passengers died in the fire off Patras. "
          "The coastguard put the toll at 20.",), 20),
        (("Twelve killed in raid, army says\n\nTwelve soldiers were killed, the army said. The "
          "doctors counted 20 dead.",), 20),
        # A place that no list has, with the mission that counts its people; a capital that speaks.
        (("US says 190 dead in Lockerbie\n\nThe State Department said 190 Americans had died when "
          "an airliner fell on Lockerbie. The police counted 270 dead.",), 270),
        (("London says 24 dead in Nairobi\n\nThe embassy said 24 Britons had died when a bomb "
          f"exploded in Nairobi. {HOSPITAL}",), 183),
        # Foreigners alone, in another report, by nationality or by whose they are.
        (("Four French nationals died in Nairobi, the ministry in Paris said.", HOSPITAL), 183),
        (("The British government said 24 Britons had died in Nairobi.", HOSPITAL), 183),
        (("The German embassy said four of its citizens had died in Nairobi.", HOSPITAL), 183),
        (("The foreign ministry said four compatriots had died in Nairobi.", HOSPITAL), 183),
    ],
)  # fmt: skip
def test_it_is_no_figure_for_all(reports: tuple[str, ...], expected: int) -> None:
    assert figures(read(*reports)) == [(expected, expected)]


@pytest.mark.parametrize(
    ("reports", "low"),
    [
        # Nobody gives a larger figure for all, or only another report does.
        (("Nine dead in Nairobi\n\nNine women were killed in the blast in Nairobi.",), 9),
        (("Nine dead in Nairobi\n\nNine women were killed in the blast in Nairobi.", HOSPITAL), 9),
        (("Four French nationals died in Nairobi, the ministry in Paris said.",), 4),
        # The body gives the number for all, too, or the headline is another source's.
        (("Twelve dead in fire\n\nTwelve passengers died in the ferry fire off Patras. Gulls "
          "circled. The mayor counted 12 dead. The coastguard put the toll at 20.",), 12),
        (("Rescuers: twelve dead in fire\n\nTwelve passengers died in the ferry fire off Patras, "
          "the captain said. The coastguard put the toll at 20.",), 12),
        # Another number than that of the part.
        (("Ten dead in fire\n\nFour women died in the fire in Nairobi. The fire brigade counted 11 "
          "dead.",), 10),
        # People of the country itself, and citizens of whom nobody says whose they are.
        (("Four Kenyans died in Nairobi, the police said.", HOSPITAL), 4),
        (("The Kenyan foreign ministry said four of its citizens had died in Nairobi.",
          HOSPITAL), 4),
        (("The village council said 12 Iraqis had died in Qaryat Nahr.",
          "At least 15 people died in Qaryat Nahr, the clinic said."), 12),
        (("Four citizens died in Nairobi, the police said.", HOSPITAL), 4),
    ],
)  # fmt: skip
def test_it_stays(reports: tuple[str, ...], low: int) -> None:
    assert low in {bounds[0] for bounds in figures(read(*reports))}


@pytest.mark.parametrize(
    "report",
    [
        # Of another day; people told of by who they were; a part without a number.
        "Four people were shot dead in Nairobi on Tuesday.\n\nOn Monday six people, four of them "
        "clerks, were shot dead in Nairobi.",
        "A woman and her son died in Nairobi.\n\nTwo of the dead were clerks. The police counted "
        "11 dead.",
        "Two people died in Nairobi.\n\nClerks were killed in Nairobi. The police counted 11 dead.",
    ],
)
def test_what_is_no_part_told_again(report: str) -> None:
    assert "again" not in whole_readings(read(report)).aside


@settings(max_examples=60)
@given(
    st.integers(2, 60),
    st.lists(st.integers(61, 200), min_size=1, max_size=3),
    st.sampled_from(("nurses", "of the dead", "soldiers")),
    st.booleans(),
)
def test_a_part_told_again_changes_no_range(
    part: int, all_: list[int], who: str, elsewhere: bool
) -> None:
    """Beside larger figures for all, a headline with the number of a part adds nothing."""
    group: dict[str, str] = {"surface": who}
    group |= {"status": {"nurses": "civilian", "soldiers": "armed_forces"}.get(who, "unstated")}
    some = claim(part, part, A, at=60, sentence=(60, 90), **group)  # type: ignore[arg-type]
    # Of nurses and soldiers the text itself has to give more in all.
    other = B if elsewhere and who == "of the dead" else A
    totals = [
        claim(n, n, other, at=200 + 40 * at, sentence=(200 + 40 * at, 230 + 40 * at))
        for at, n in enumerate(all_)
    ]
    headline = claim(part, part, A, at=0, sentence=(0, 30))
    found = whole_readings([headline, some, *totals])
    assert found.aside["again"] == [headline]
    assert found.readings == whole_readings([some, *totals]).readings
