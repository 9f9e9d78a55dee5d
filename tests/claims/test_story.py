"""The day and place of the event that a report is about, for claims that state none."""

from __future__ import annotations

import pytest

from harmledger import extract


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        (
            "A Basra court jailed two men on Thursday over the bombing of 18 July 1994.\n\n"
            "The trial took a year.\n\nIn all 85 people were killed.",
            "2004-04-12",
            "1994-07-18",
        ),
        (
            "One week after the car bomb at Basra the wards are still full.\n\n"
            "Doctors are tired.\n\nThe number of people killed stands at 28.",
            "1998-08-22",
            "1998-08-15",
        ),
        (
            "The last funerals were held on Sunday, two days after the siege of the Basra school."
            "\n\nMany wept.\n\nThe ministry said 322 people were killed.",
            "2004-09-05",
            "2004-09-03",
        ),
        (
            "INCIDENT NOTE\nDate: Monday 12 July 1993, about 10.15\nPlace: a house in south Basra"
            "\n\nThe hospitals counted 54 people killed.",
            "1993-08-12",
            "1993-07-12",
        ),
        (
            "The garden in Basra was full. On Wednesday, twenty years on, a bell was rung.\n\n"
            "Around 220 people were injured.",
            "2018-08-15",
            "1998-08-15",
        ),
    ],
)
def test_the_day_of_the_event_is_found_wherever_the_text_gives_it(
    text: str, published: str, day: str
) -> None:
    claim = extract(text, published_at=published)[-1]
    assert claim.when is None
    assert claim.time is not None
    assert claim.time.start == day


def test_more_than_three_weeks_after_names_no_day() -> None:
    said = "More than three weeks after the bombing 12 people are missing in Basra."
    assert all(claim.time is None for claim in extract(said, published_at="2012-05-25"))


def test_what_follows_another_event_is_not_of_the_story() -> None:
    said = (
        "A bombing in Basra on 3 October 2012 killed 22 people.\n\n"
        "On 4 September 2009 a raid near Mosul killed 50 people.\n\n"
        "An inquiry later counted 99 dead."
    )
    time = extract(said, published_at="2012-10-06")[-1].time
    assert time is None or time.start == "2009-09-04"


def test_about_a_year_is_made_finer_by_the_day_of_the_event() -> None:
    said = (
        "A court in Basra jailed a man on Friday over the murder of 97 people ten years ago.\n\n"
        "The mob came in the morning. On 28 February 2002 in Basra 97 people were killed."
    )
    murdered = next(c for c in extract(said, published_at="2012-08-31") if c.low == 97)
    assert murdered.when is not None
    assert murdered.when.precision == "year"
    assert murdered.time is not None
    assert murdered.time.start == "2002-02-28"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "The state failed the hostages of Beslan, judges said.\n\nIn all 330 people died.",
            "Beslan",
        ),
        ("MADRID, March 23 - The count came down.\n\nThe police say 190 people died.", "MADRID"),
        (
            "A lorry was driven into a bank in the Sri Lankan capital; 53 people were killed.",
            "Sri Lankan capital",
        ),
    ],
)
def test_the_place_that_names_the_event(text: str, place: str) -> None:
    claim = extract(text, published_at="2012-03-23")[-1]
    assert claim.place is not None
    assert claim.place.name == place


def test_the_place_of_a_ceremony_is_not_that_of_the_event() -> None:
    said = (
        "DOVER - Relatives laid flowers at Marlow station on Friday, four years after bombs on "
        "trams killed 91 people and injured 200.\n\nThe rain did not stop."
    )
    assert [claim.place for claim in extract(said, published_at="2008-03-11")] == [None, None]


@pytest.mark.parametrize(
    "behind",
    [
        "Police said 60 sailors were held at a prison in Beersheba.",
        "Another 70 are in a detention centre near Beersheba.",
        "On Monday the air force flew 40 refugees to Timisoara in Romania.",
        "A cook died in an Ankara hospital on Monday.",
        "A plane took 30 of the wounded to Ankara.",
    ],
)
def test_where_people_are_held_treated_or_carried_is_not_the_place_of_the_event(
    behind: str,
) -> None:
    text = f"Nine sailors were killed on Sunday, the union said. {behind}"
    killed = extract(text, published_at="2015-10-05")[0]
    assert killed.measure == "killed"
    assert killed.place is None


MARCH = (
    "Hundreds of carters marched in Gao on Saturday to remember the 29 worshippers whom a gunman "
    "killed in the old mosque on 21 March 1994.\n\n"
)


@pytest.mark.parametrize(
    ("behind", "days"),
    [
        (
            "Soldiers fired tear gas. Thirteen protesters were injured and five arrested, the "
            "organisers said. The army said one soldier was hurt by a stone.",
            ["2020-03-21"] * 3,
        ),
        ("At the ceremony two old men were hurt in the crush.", ["2020-03-21"]),
        ("Two of the worshippers who were hurt in the attack are still in care.", ["1994-03-21"]),
    ],
)
def test_harm_at_a_march_of_remembrance_is_of_that_day(behind: str, days: list[str]) -> None:
    claims = extract(MARCH + behind, published_at="2020-03-21")
    assert claims[0].time is not None
    assert claims[0].time.start == "1994-03-21"
    assert [claim.time and claim.time.start for claim in claims[1:]] == days


def test_arrests_at_the_door_of_a_court_are_not_of_the_deed() -> None:
    text = (
        "A court on Friday jailed nine men for the bombing that killed 100 people in Gao on 10 "
        "October 2015.\n\nPolice arrested four people outside the court over a banner."
    )
    *_, deed, arrest = extract(text, published_at="2018-08-03")
    assert deed.time is not None
    assert arrest.time is not None
    assert (deed.time.start, arrest.time.start) == ("2015-10-10", "2018-08-03")
    assert arrest.place is None


def test_those_who_had_marched_in_the_event_of_old_are_of_that() -> None:
    text = (
        "Thousands marched in Gao on Saturday, 60 years after police shot dead 69 protesters there "
        "on 21 March 1960.\n\nPolice arrested 300 demonstrators."
    )
    arrest = extract(text, published_at="2020-03-21")[-1]
    assert arrest.measure == "detained"
    assert arrest.time is None or arrest.time.start != "2020-03-21"


def test_riots_at_the_news_of_a_verdict_are_of_its_day() -> None:
    text = (
        "A court in Cairo on Saturday sentenced 21 men over the crush in a stadium in which 74 "
        "people died last year.\n\nRiots broke out in Suez at the news. At least 30 people were "
        "killed when police opened fire outside the prison, doctors said, and 300 were wounded."
    )
    _, *behind = (
        one for one in extract(text, published_at="2013-01-26") if one.measure != "detained"
    )
    assert [(one.low, one.time and one.time.start) for one in behind] == [
        (30, "2013-01-26"),
        (300, "2013-01-26"),
    ]
    assert all(one.place and one.place.name == "Suez" for one in behind)


def test_the_day_of_an_arrest_is_not_that_of_the_harm_told_beside_it() -> None:
    text = (
        "Police arrested five men on Tuesday in raids over last month's bombing of Omagh, which "
        "killed 29 people.\n\nThe clinic said that 14 of the injured were still in its wards."
    )
    injured = extract(text, published_at="1998-09-22")[-1]
    assert injured.measure == "injured"
    assert injured.time is None or injured.time.start != "1998-09-22"
