"""Times, places, figures and lists in plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.dates import span_of
from harmledger.records import When, Where
from harmledger.wording import kind_words, listed, place_in_words, range_words, when_in_words


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


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(["day", "period", None]))
def test_whatever_time_is_read_has_words(start: str, end: str, precision: str | None) -> None:
    stated = When(start=start, end=end, precision=precision, surface="", offset=0)
    span = span_of(stated)
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
    ("name", "within", "words"),
    [
        ("Market Street", "Herat", "Market Street, Herat"),
        ("Herat hospital", "Herat", "Herat hospital"),
        ("Herat", "Afghanistan", "Herat"),
        ("Market Street", None, "Market Street"),
        ("AHMEDABAD", None, "Ahmedabad"),
        ("SAN PEDRO DE URABA", None, "San Pedro de Uraba"),
        ("MARKET STREET", "HERAT", "Market Street, Herat"),
        ("AL-KHOBAR", None, "Al-Khobar"),
        ("UAE", None, "UAE"),
    ],
)
def test_a_street_has_its_town(name: str, within: str | None, words: str) -> None:
    assert place_in_words(Where(name=name, start=0, end=1, within=within)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (3, 3, "3"),
        (3, 8, "3 to 8"),
        (3000, None, "3,000 or more"),
        (None, 8, "up to 8"),
        (0, 0, "0"),
        (0, None, "not settled"),
        (None, None, "an unknown number"),
    ],
)
def test_an_open_end_is_never_shown_as_zero(low: int | None, high: int | None, words: str) -> None:
    assert range_words(low, high) == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (("killed", "people", None, "civilian"), "killed, civilian"),
        (("killed", None, None, "armed_forces"), "killed, armed forces"),
        (("displaced", "families", None), "displaced, families"),
        (("damaged", "houses", "damaged_or_destroyed"), "houses damaged or destroyed"),
        (("damaged", "", "destroyed"), "buildings destroyed"),
        (("damaged", "houses", None), "damaged, houses"),
        (("aid", "trucks", "entered"), "aid, trucks, entered"),
    ],
)
def test_what_is_counted(kind: tuple[str, ...], words: str) -> None:
    assert kind_words(*kind) == words
