"""Stated times and places: how they are read and when two of them agree."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import kabul, kunduz, when, where
from harmledger.incidents.dates import dates_agree, day_number, span_of
from harmledger.incidents.places import is_site, places_agree
from harmledger.incidents.wording import listed, when_in_words
from harmledger.records import When, Where

GAZA_RAFAH = where("Rafah", lat=31.29, lon=34.25, geonameid=1, country="PS")
KHAN_YUNIS = where("Khan Younis", lat=31.34, lon=34.30, geonameid=2, country="PS")
AFGHANISTAN = where("Afghanistan", "country", geonameid=3, country="AF")
SYRIA = where("Syria", "country", geonameid=4, country="SY")
PROVINCE = where("Kunduz Province", "province_governorate", lat=36.8, lon=68.9, country="AF")
TRIPOLI_LIBYA = where("Tripoli", lat=32.89, lon=13.19, geonameid=5, country="LY")
TRIPOLI_LEBANON = where("Tripoli", lat=34.43, lon=35.84, geonameid=6, country="LB")


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2015-10-03", "2015-10-03", "day", "3 October 2015"),
        ("2015-10-03T02:08", "2015-10-03T03:15", "hour", "3 October 2015"),
        ("2015-10", "2015-10", "month", "October 2015"),
        ("2015-10-01", "2015-10-31", "month", "October 2015"),
        ("2015", "2015", "year", "2015"),
        ("2014", "2015", "period", "2014 to 2015"),
        ("2015-10-01", "2015-10-07", "week", "1 to 7 October 2015"),
        ("2015-09-28", "2015-10-03", "week", "28 September 2015 to 3 October 2015"),
        ("XXXX-10-07", "XXXX-10-07", "day", "7 October (year not stated)"),
        ("XXXX-02-29", "XXXX-02-29", "day", "29 February (year not stated)"),
        ("2023-10-07", None, "period", "since 7 October 2023"),
        (None, "2023-10-07", "period", "until 7 October 2023"),
        ("2015-10-XX", "2015-10-XX", "month", "October 2015"),
        ("2015-22", "2015-22", "season", "2015"),
        (None, None, "period", None),
        ("2015-02-30", "2015-02-30", "day", None),
        ("2015-13", "2015-13", "month", None),
        ("0000", "0000", "year", None),
        ("soon", "later", None, None),
    ],
)
def test_times_in_words(
    start: str | None, end: str | None, precision: str | None, words: str | None
) -> None:
    stated = When(start=start, end=end, precision=precision, surface="x", offset=0)
    assert when_in_words(stated) == words


def test_an_end_before_its_start_is_read_as_one_wide_span() -> None:
    span = span_of(when("2015-10-05", "2015-10-03"))
    assert span is not None
    assert (span.high - span.low, span.coarse) == (2, True)


@pytest.mark.parametrize(
    ("one", "two", "slack", "expected"),
    [
        ("2015-10-03", "2015-10-03", 0, "agree"),
        ("2015-10-03", "2015-10-04", 0, "conflict"),
        ("2015-10-03", "2015-10-04", 1, "agree"),
        ("2015-10-03", "2015-10-05", 1, "conflict"),
        ("2015-10-03", "2015-10", 0, "coarse"),
        ("2015-10-03", "2014", 0, "conflict"),
        ("2015-10-03", "XXXX-10-03", 0, "agree"),
        ("2015-10-03", "XXXX-10-04", 0, "conflict"),
        ("2015-10-03", "XXXX-10-04", 1, "agree"),
        ("XXXX-10-03", "XXXX-10-03", 0, "agree"),
        ("2015", "XXXX-10-03", 0, "coarse"),
        ("2015-10-03", None, 0, "unknown"),
    ],
)
def test_times_agree(one: str, two: str | None, slack: int, expected: str) -> None:
    spans = span_of(when(one)), span_of(when(two)) if two else None
    assert dates_agree(spans[0], spans[1], slack) == expected
    assert dates_agree(spans[1], spans[0], slack) == expected


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2015-10-03", date(2015, 10, 3)),
        ("2015-10-03T23:00:00Z", date(2015, 10, 3)),
        ("2015-10", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_day_of_publication(published: str | None, day: date | None) -> None:
    assert day_number(published) == (day.toordinal() if day else None)


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


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(["day", "period", None]))
def test_no_stated_time_breaks_the_reader(start: str, end: str, precision: str | None) -> None:
    stated = When(start=start, end=end, precision=precision, surface="", offset=0)
    span = span_of(stated)
    assert span is None or span.low <= span.high
    assert (when_in_words(stated) is None) == (span is None)


@pytest.mark.parametrize(
    ("items", "most", "words"),
    [
        ([], 0, ""),
        (["a"], 0, "a"),
        (["a", "b"], 0, "a and b"),
        (["a", "b", "c"], 0, "a, b and c"),
        (["a", "b", "c", "d"], 2, "a, b and 2 more"),
    ],
)
def test_lists_in_words(items: list[str], most: int, words: str) -> None:
    assert listed(items, most=most) == words


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


def test_a_month_of_no_year_agrees_with_its_days_only() -> None:
    january = span_of(when("XXXX-01-01", "XXXX-01-31", "month"))
    assert dates_agree(january, span_of(when("2015-01-20"))) == "coarse"
    assert dates_agree(january, span_of(when("2015-03-20"))) == "conflict"
