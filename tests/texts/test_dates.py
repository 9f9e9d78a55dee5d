"""Dates as people and machines write them; what could be two days is not read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.texts.dates import find_date, iso_date, url_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2015-10-03", "2015-10-03"),
        ("2015-10-03T02:08:00Z", "2015-10-03T02:08:00+00:00"),
        ("2015-10-03T02:08:00.123+0430", "2015-10-03T02:08:00+04:30"),
        ("2015-10-03 02:08", "2015-10-03T02:08:00"),
        ("2015-10-03T99:99:00Z", "2015-10-03"),
        ("Sat, 03 Oct 2015 02:08:00 +0430", "2015-10-03T02:08:00+04:30"),
        ("Sat, 03 Oct 2015 02:08:00 GMT", "2015-10-03T02:08:00+00:00"),
        ("3 Oct 2015 02:08:00 GMT", "2015-10-03T02:08:00+00:00"),
        ("1443838080", "2015-10-03T02:08:00+00:00"),
        ("1443838080000", "2015-10-03T02:08:00+00:00"),
        ("20151003", "2015-10-03"),
        ("20151003020800", "2015-10-03T02:08:00+00:00"),
        ("October 3, 2015", "2015-10-03"),
        ("Oct. 3rd, 2015 10:15 a.m. EDT", "2015-10-03"),
        ("3rd of October 2015", "2015-10-03"),
        ("Saturday 3 October 2015", "2015-10-03"),
        ("03-Oct-2015", "2015-10-03"),
        ("2015/10/3", "2015-10-03"),
        ("25/10/2015", "2015-10-25"),
        ("10/25/2015", "2015-10-25"),
        ("10.10.2015", "2015-10-10"),
        ("3 OCT 89", "1989-10-03"),
        ("03/10/2015", None),
        ("3 oct 89", None),
        ("2015-02-30", None),
        ("31 September 2015", None),
        ("October 2015", None),
        ("today", None),
        ("", None),
        (None, None),
        ("0000-00-00", None),
        ("9" * 5000, None),
        ("99999999999999", None),
    ],
)
def test_iso_date(written: str | None, expected: str | None) -> None:
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2015/10/03/kunduz.html", "2015-10-03"),
        ("https://a.example/2015/oct/03/kunduz", "2015-10-03"),
        ("https://a.example/world-20151003-kunduz", "2015-10-03"),
        ("https://a.example/news/2015-10-03-kunduz", "2015-10-03"),
        ("https://web.archive.org/web/20161101120000/https://a.example/2015/10/03/x", "2015-10-03"),
        ("https://web.archive.org/web/20161101120000/https://a.example/x", None),
        ("https://a.example/story-20159903", None),
        ("https://a.example/x?date=2015/10/03/", None),
        ("https://a.example/2015/10/", None),
        ("https://a.example/id/120151003999", None),
        (None, None),
    ],
)
def test_url_date(url: str | None, expected: str | None) -> None:
    assert url_date(url) == expected


def test_find_date_says_where_the_first_full_date_stands() -> None:
    text = "Printed in May. Published 3 October 2015, updated October 5, 2015"
    found = find_date(text)
    assert found is not None
    assert text[found.start : found.end] == "3 October 2015"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
@settings(max_examples=60)
def test_every_written_form_of_a_day_gives_that_day(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%b. %d, %Y", "%Y/%m/%d", "%d-%b-%Y"):
        assert iso_date(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    iso_date(text)
    url_date(text)
    found = find_date(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
