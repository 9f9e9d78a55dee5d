"""Time expressions: their words and the days they name."""

from __future__ import annotations

from datetime import date

import pytest

from harmledger.claims.times.when import find_times

MONDAY = date(2015, 10, 5)


@pytest.mark.parametrize(
    ("text", "surface", "start", "end", "precision"),
    [
        ("late on Saturday night", "late on Saturday night", "2015-10-03", "2015-10-03", "day"),
        ("around 2 p.m. Saturday", "around 2 p.m. Saturday", "2015-10-03", "2015-10-03", "day"),
        ("on the night of 29 May", "on the night of 29 May", "2015-05-29", "2015-05-29", "day"),
        ("overnight", "overnight", "2015-10-04", "2015-10-05", "day"),
        ("two weeks ago", "two weeks ago", "2015-09-21", "2015-09-21", "week"),
        ("over the weekend", "over the weekend", "2015-10-03", "2015-10-04", "week"),
        ("in January", "in January", "2015-01-01", "2015-01-31", "month"),
        ("in November", "in November", "2014-11-01", "2014-11-30", "month"),
        ("in May of last year", "in May of last year", "2014-05-01", "2014-05-31", "month"),
        ("on 22 July last year", "on 22 July", "2014-07-22", "2014-07-22", "day"),
        ("on 22 July of this year", "on 22 July", "2015-07-22", "2015-07-22", "day"),
        ("on a holiday Monday in 1979", "Monday", "1979-01-01", "1979-12-31", "year"),
        ("thirty years ago this evening", "thirty years ago", "1985-10-05", "1985-10-05", "day"),
        ("ten years ago today", "ten years ago", "2005-10-05", "2005-10-05", "day"),
        ("thirty years ago this month", "thirty years ago", "1985-10-05", "1985-10-05", "year"),
        ("the 1966 disaster, the 1966 crash", "1966", "1966-01-01", "1966-12-31", "year"),
        ("a November explosion", "November", "2014-11-01", "2014-11-30", "month"),
        ("the last 24 hours", "the last 24 hours", "2015-10-04", "2015-10-05", "period"),
        ("as of 28 April", "as of 28 April", "2015-04-28", "2015-04-28", "day"),
        ("since January 2014", "since January 2014", "2014-01-01", None, "period"),
        ("around four o'clock", "around four o'clock", None, None, "hour"),
        ("a day earlier", "a day earlier", None, None, "day"),
        ("several weeks ago", "several weeks ago", None, None, "week"),
        ("a decade ago", "a decade ago", "2005-10-05", "2005-10-05", "year"),
        ("half a century ago", "half a century ago", "1965-10-05", "1965-10-05", "year"),
        (
            "a quarter of a century ago",
            "a quarter of a century ago",
            "1990-10-05",
            "1990-10-05",
            "year",
        ),
        (
            "the seventh of August 1998",
            "the seventh of August 1998",
            "1998-08-07",
            "1998-08-07",
            "day",
        ),
        (
            "Monday morning, 18 July 1994",
            "Monday morning, 18 July 1994",
            "1994-07-18",
            "1994-07-18",
            "day",
        ),
        ("Thu 9 Aug 2012", "Thu 9 Aug 2012", "2012-08-09", "2012-08-09", "day"),
        (
            "the night of 21 to 22 August",
            "the night of 21 to 22 August",
            "2015-08-21",
            "2015-08-22",
            "day",
        ),
        ("of 18 to 27 May 1980", "18 to 27 May 1980", "1980-05-18", "1980-05-27", "period"),
        (
            "between 10 and 13 March 1981",
            "10 and 13 March 1981",
            "1981-03-10",
            "1981-03-13",
            "period",
        ),
        (
            "between 4 March 2012 and 9 May 2013",
            "between 4 March 2012 and 9 May 2013",
            "2012-03-04",
            "2013-05-09",
            "period",
        ),
        (
            "from the start of November until 30 April",
            "from the start of November until 30 April",
            "2014-11-01",
            "2015-04-30",
            "period",
        ),
        (
            "between June 2012 and the end of February 2013",
            "between June 2012 and the end of February 2013",
            "2012-06-01",
            "2013-02-28",
            "period",
        ),
        ("between May 3 and 9", "between May 3 and 9", "2015-05-03", "2015-05-09", "period"),
        ("from 1992 to 1995", "from 1992 to 1995", "1992-01-01", "1995-12-31", "period"),
        ("from Friday to Sunday", "from Friday to Sunday", "2015-10-02", "2015-10-04", "period"),
        ("from Friday to Monday", "from Friday to Monday", "2015-10-02", "2015-10-05", "period"),
        ("from Sunday to Friday", "from Sunday to Friday", "2015-09-27", "2015-10-02", "period"),
        (
            "since the strike began in March",
            "since the strike began in March",
            "2015-03-01",
            None,
            "period",
        ),
        (
            "since the outbreak of the riots on 3 May",
            "since the outbreak of the riots on 3 May",
            "2015-05-03",
            None,
            "period",
        ),
        ("sixty-four years ago", "sixty-four years ago", "1951-10-05", "1951-10-05", "year"),
        ("in the summer of 1914", "in the summer of 1914", "1914", "1914", "season"),
        ("from 1974 to 1981", "from 1974 to 1981", "1974-01-01", "1981-12-31", "period"),
        ("Between 1991 and 2002", "Between 1991 and 2002", "1991-01-01", "2002-12-31", "period"),
        ("in 1974-1981", "in 1974-1981", "1974-01-01", "1981-12-31", "period"),
        ("the 1989 murder", "1989", "1989-01-01", "1989-12-31", "year"),
        ("on 2/28/2014", "on 2/28/2014", "2014-02-28", "2014-02-28", "day"),
        ("on 28/2/2014", "on 28/2/2014", "2014-02-28", "2014-02-28", "day"),
        ("on 28.2.2014", "on 28.2.2014", "2014-02-28", "2014-02-28", "day"),
        ("on 2/3/2014", "on 2/3/2014", "2014-01-01", "2014-12-31", "year"),
        ("on Christmas Eve", "on Christmas Eve", "2014-12-24", "2014-12-24", "day"),
        ("New Year’s Day 1998", "New Year’s Day 1998", "1998-01-01", "1998-01-01", "day"),
        ("at Easter 1916", "at Easter 1916", "1916-01-01", "1916-12-31", "year"),
    ],
)
def test_times(text: str, surface: str, start: str | None, end: str | None, precision: str) -> None:
    when = find_times(text, 0, len(text), MONDAY)[0]
    assert (when.surface, when.start, when.end) == (surface, start, end)
    assert when.precision == precision
    assert text[when.offset : when.offset + len(when.surface)] == when.surface


@pytest.mark.parametrize(
    "text",
    [
        "he may go",
        "weekend plans",
        "next Tuesday",
        "a fall",
        "on Bloody Sunday",
        "march",
        "call 1974-1981",
        "between 1991 and 2002 people",
        "January\t12",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text, 0, len(text), MONDAY) == []


@pytest.mark.parametrize(
    ("text", "start"),
    [("on 29 May", "XXXX-05-29"), ("in January", "XXXX-01-01"), ("on Saturday", None)],
)
def test_without_a_date_of_publication_no_year_is_made_up(text: str, start: str | None) -> None:
    [when] = find_times(text, 0, len(text), None)
    assert when.start == start


def test_a_day_that_comes_round_is_one_in_both_its_expressions() -> None:
    text = "It was thirty years ago this evening"
    found = find_times(text, 0, len(text), MONDAY)
    assert {(when.start, when.precision) for when in found} == {("1985-10-05", "day")}


def test_of_that_year_is_the_year_told_before() -> None:
    text = "the 2006 blasts, and the mosque on 8 September of that year"
    assert [when.start for when in find_times(text, 0, len(text), MONDAY)] == [
        "2006-01-01",
        "2006-09-08",
    ]


def test_a_clock_beside_a_day_is_left_out() -> None:
    text = "Friday night, about 10:30 p.m. by the mill's clock"
    assert [when.surface for when in find_times(text, 0, len(text), MONDAY)] == ["Friday night"]


def test_a_weekday_of_any_week_is_no_day() -> None:
    text = "it had been a Saturday"
    assert find_times(text, 0, len(text), MONDAY) == []


def test_days_without_a_year_are_of_the_year_of_which_the_text_speaks() -> None:
    text = "on 11 December"
    assert find_times(text, 0, len(text), MONDAY, 1981)[0].start == "1981-12-11"
    text = "on Sunday 6 September"
    assert find_times(text, 0, len(text), MONDAY, 1981)[0].start == "2015-09-06"
