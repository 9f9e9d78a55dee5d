"""Stated times: how they are read and when two of them agree."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import when
from harmledger.dates import dates_agree, day_number, span_of
from harmledger.records import When


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


def test_a_month_of_no_year_agrees_with_its_days_only() -> None:
    january = span_of(when("XXXX-01-01", "XXXX-01-31", "month"))
    assert dates_agree(january, span_of(when("2015-01-20"))) == "coarse"
    assert dates_agree(january, span_of(when("2015-03-20"))) == "conflict"


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(["day", "period", None]))
def test_no_stated_time_breaks_the_reader(start: str, end: str, precision: str | None) -> None:
    stated = When(start=start, end=end, precision=precision, surface="", offset=0)
    span = span_of(stated)
    assert span is None or span.low <= span.high
