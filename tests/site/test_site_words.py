"""Values and dates in words: no hedge lost, no gap filled."""

from __future__ import annotations

import pytest

from harmledger.records import When
from harmledger.site.words import (
    date_words,
    no_folder,
    plural,
    range_with_ends,
    short_value,
    value_words,
    when_words,
)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words", "short"),
    [
        (30, 30, "exactly", "30", "30"),
        (0, 0, "exactly", "0", "0"),
        (30000, None, "more_than", "more than 30,000", "over 30,000"),
        (30, None, "at_least", "at least 30", "30+"),
        (24, None, "vague", "no number given, at least 24", "24+"),
        (None, 4, "at_most", "at most 4", "up to 4"),
        (None, 4, "fewer_than", "fewer than 4", "under 4"),
        (8, 10, "between", "8 to 10", "8–10"),
        (40, 40, "about", "about 40", "about 40"),
        (None, None, "", "no number stated", "no number"),
    ],
)
def test_a_value_keeps_its_qualifier(low, high, qualifier, words, short):
    assert value_words(low, high, qualifier) == words
    assert short_value(low, high, qualifier) == short


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, None, "unknown"),
        (0, 0, "0"),
        (3, None, "3 or more, no upper figure known"),
        (0, None, "not settled"),
        (None, 7, "up to 7, no lower figure known"),
        (3, 7, "3 to 7"),
    ],
)
def test_an_unknown_end_is_said_to_be_unknown(low, high, words):
    assert range_with_ends(low, high) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2015-10-03", "3 October 2015"),
        ("2015-10-03T02:08:00Z", "3 October 2015, 02:08"),
        ("2015-10", "October 2015"),
        ("2015", "2015"),
        ("XXXX-10-07", "7 October (year unknown)"),
        ("2015-13-40", "2015-13-40"),
        ("soon", "soon"),
        ("", "date unknown"),
        (None, "date unknown"),
    ],
)
def test_dates(date, words):
    assert date_words(date) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2015-10-03", "2015-10-03", "3 October 2015"),
        ("2015-10-03", "2015-10-05", "3 October 2015 to 5 October 2015"),
        ("2015-10-03", None, "3 October 2015"),
        (None, "2015-10-05", "until 5 October 2015"),
        (None, None, "“lately”"),
        ("2011-01-01", "2011-12-31", "2011"),
        ("2011-01-01", "2013-12-31", "2011 to 2013"),
        ("2015-02-01", "2015-02-28", "February 2015"),
        ("2016-02-01", "2016-02-28", "1 February 2016 to 28 February 2016"),
        ("2015-02-01", "2015-04-30", "February 2015 to April 2015"),
        ("XXXX-03-01", "XXXX-03-31", "March (year unknown)"),
        ("XXXX-03-01", "XXXX-03-30", "1 March (year unknown) to 30 March (year unknown)"),
    ],
)
def test_when_the_harm_happened(start, end, words):
    when = When(start=start, end=end, precision="day", surface="lately", offset=0)
    assert when_words(when) == words


def test_plurals():
    assert [plural(n, "origin") for n in (0, 1, 2000)] == ["0 origins", "1 origin", "2,000 origins"]


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("/home/ana/case/rows.jsonl#12", "rows.jsonl#12"),
        ("~/case/a.txt", "a.txt"),
        ("C:\\Users\\ana\\b.html", "b.html"),
        ("case/2015/a.txt", "case/2015/a.txt"),
        ("https://example.org/a/b", "https://example.org/a/b"),
        ("/srv/crawl.warc.gz#https://example.org/a/b", "crawl.warc.gz#https://example.org/a/b"),
    ],
)
def test_a_site_does_not_tell_the_folders_of_the_machine(place: str, shown: str) -> None:
    assert no_folder(place) == shown
