"""Stated places: when two of them agree."""

from __future__ import annotations

import pytest

from builders import kabul, kunduz, where
from harmledger.places import is_site, places_agree, sites_apart
from harmledger.records import Where

GAZA_RAFAH = where("Rafah", lat=31.29, lon=34.25, geonameid=1, country="PS")
KHAN_YUNIS = where("Khan Younis", lat=31.34, lon=34.30, geonameid=2, country="PS")
AFGHANISTAN = where("Afghanistan", "country", geonameid=3, country="AF")
SYRIA = where("Syria", "country", geonameid=4, country="SY")
PROVINCE = where("Kunduz Province", "province_governorate", lat=36.8, lon=68.9, country="AF")
TRIPOLI_LIBYA = where("Tripoli", lat=32.89, lon=13.19, geonameid=5, country="LY")
TRIPOLI_LEBANON = where("Tripoli", lat=34.43, lon=35.84, geonameid=6, country="LB")


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (kunduz(), kunduz(), "same"),
        (kunduz(), kabul(), "apart"),
        (GAZA_RAFAH, KHAN_YUNIS, "near"),
        (kunduz(), AFGHANISTAN, "within"),
        (kunduz(), SYRIA, "apart"),
        (AFGHANISTAN, SYRIA, "apart"),
        (kunduz(), PROVINCE, "within"),
        (kabul(), where("Kunduz Province", "province", lat=10, lon=10, country="AF"), "apart"),
        (TRIPOLI_LIBYA, TRIPOLI_LEBANON, "apart"),
        (kunduz(), where("Kunduz"), "same"),
        (kunduz(), where("the city of Kunduz"), "same"),
        (kunduz(), where("Kunduz Trauma Centre"), "within"),
        (kunduz(), where("the hospital"), "unclear"),
        (kunduz(), None, "unknown"),
    ],
)
def test_places_agree(one: Where, two: Where | None, expected: str) -> None:
    assert places_agree(one, two) == expected
    assert places_agree(two, one) == expected


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("14 Tanner Street", True),
        ("Candelaria neighborhood", True),
        ("Pantglas Junior School", True),
        ("Kunduz", False),
        ("Kunduz province", False),
        ("", False),
    ],
)
def test_sites_are_told_by_their_name(name: str, site: bool) -> None:
    assert is_site(where(name)) is site


def test_two_sites_of_one_town_are_not_the_same_for_their_coordinates() -> None:
    street = where("14 Tanner Street", lat=53.8, lon=-1.5, geonameid=9, country="GB")
    market = where("Kirkgate Market", lat=53.8, lon=-1.5, geonameid=9, country="GB")
    town = where("Leeds", lat=53.8, lon=-1.5, geonameid=9, country="GB")
    assert places_agree(street, market) == "unclear"
    assert places_agree(street, town) == "same"
    assert places_agree(street, street) == "same"


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("Mill Square", "Hope Square", True),
        ("Mill Square", "the Hope camp", False),
        ("the Mill camp", "the Hope camp", True),
        ("Hope Court apartment complex", "14 Tanner Street", False),
        ("Mill Square", "the square", False),
        ("Mill Square", "the Mill Square market", False),
        ("Mill Square", "Leeds", False),
    ],
)
def test_sites_of_one_kind_are_apart_by_their_names(one: str, two: str, apart: bool) -> None:
    assert sites_apart(where(one), where(two)) is apart
    assert sites_apart(where(two), where(one)) is apart
