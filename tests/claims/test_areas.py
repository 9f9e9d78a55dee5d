"""The area of running counts that name none, and the part of a body that counts for it."""

from __future__ import annotations

from harmledger.claims import extract


def test_a_running_count_by_a_governor_is_of_the_place_governed() -> None:
    text = "Ismet Brisk, the governor of Herat province, said 48 rebels and 35 men died so far."
    claims = extract(text, published_at="1998-08-17")
    assert [c.place and c.place.name for c in claims] == ["Herat province"] * 2
    # Only the story's: the sentence does not say where they died.
    assert all(claim.where is None for claim in claims)


def test_what_one_with_an_office_says_of_an_event_has_no_place_by_it() -> None:
    (claim,) = extract("Ada Brisk, the mayor of Derry, said that a docker had been killed.")
    assert claim.place is None


def test_a_later_count_of_the_same_people_is_of_the_area_of_the_one_before() -> None:
    text = (
        "The Red Cross documented 300 villagers killed in Bosnia in 1992. Winter came early. "
        "By the end of June the Red Cross had documented 90 villagers killed and 40 soldiers "
        "captured."
    )
    places = {c.quote: c.place and c.place.name for c in extract(text, published_at="1993-02-01")}
    assert places["300"] == places["90"] == "Bosnia"
    assert places["40"] is None


def test_the_city_is_that_of_the_story() -> None:
    text = (
        "Shells fell on Sarajevo on Monday, killing a baker.\n\nThe market closed.\n\n"
        "The mayor spoke.\n\nThe trams stood still.\n\nSome 3,000 families fled the city."
    )
    last = extract(text, published_at="1993-07-12")[-1]
    assert (last.measure, last.place and last.place.name) == ("displaced", "Sarajevo")


def test_a_body_is_the_part_of_it_that_speaks_for_the_count() -> None:
    text = (
        "The Catholic Relief Union counted 45 dead in the valley, its mission in the county, "
        "HELVA, said on Sunday.\n\nThe Catholic Relief Union had documented 12 deaths by May."
    )
    claims = extract(text, published_at="1998-08-17")
    assert [c.speaker and c.speaker.canonical for c in claims] == ["HELVA", "HELVA"]
    assert all(c.speaker and c.speaker.name == "The Catholic Relief Union" for c in claims)


def test_the_police_are_those_for_whom_a_spokesman_spoke() -> None:
    text = (
        "Fifteen rebels were killed in a raid, a spokesman for the Derry police said. "
        "Since Sunday 65 rebels have been killed, according to the police."
    )
    claims = extract(text, published_at="1998-08-17")
    assert claims[1].speaker is not None
    assert claims[1].speaker.canonical == "Derry police"


def test_where_the_dead_studied_is_not_where_they_died() -> None:
    (claim,) = extract("Students of Syracuse University were among the dead.")
    assert claim.place is None
