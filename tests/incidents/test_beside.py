"""Days, names and tolls that reports tell beside their claims, and the reasons they give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim, kabul, kunduz, singles, text, when
from harmledger.claims import days_named
from harmledger.dates import span_of
from harmledger.incidents import find_incidents
from harmledger.incidents.beside import day_in, days_beside, names_beside, names_place
from harmledger.incidents.counted_on import spans_of
from harmledger.incidents.events import LocalEvent
from harmledger.incidents.local import local_events
from harmledger.records import Claim, Incident, Text, When

DAY = when("2004-05-03")

NEWS = text(
    "A bomb in a lorry killed 31 people at the grain hall of Kunduz on Monday, the governor said. "
    "Millers and carters were among the dead.",
    "news",
    published_at="2004-05-04",
)


def ordinal(edtf: str) -> int:
    return date.fromisoformat(edtf).toordinal()


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("the attack of 22 July 2011", ["2011-07-22"]),
        ("on July 22 the island", ["2011-07-22"]),
        ("the night of 21 to 22 August 2008", ["2008-08-21", "2008-08-22"]),
        ("on the seventh of August 1998", ["1998-08-07"]),
        ("on 22 July last year", ["2010-07-22"]),
        ("1994-07-18, about ten", ["1994-07-18"]),
        ("in July 2011, on Friday, two days ago", []),
        ("the 31 killed in May", []),
    ],
)
def test_days_named_with_their_month(words: str, days: list[str]) -> None:
    found = days_named(words, 0, len(words), date(2011, 12, 1))
    assert [day.isoformat() for day in found] == days


def test_a_day_without_its_year_or_publication_is_none() -> None:
    assert list(days_named("on 22 July", 0, 10, None)) == []


def test_days_and_places_of_other_events_are_theirs() -> None:
    words = "In Kunduz, on 3 May 2004 and in Kabul on 9 June 2004, bombs went off."
    one = text(words, "one", published_at="2005-01-01")
    other = LocalEvent(
        text_id=one.id, spans=[span for span in [span_of(when("2004-06-09"))] if span]
    )
    other.places.append(kabul())
    assert days_beside(one, [other]) == {ordinal("2004-05-03")}
    assert days_beside(one, []) == {ordinal("2004-05-03"), ordinal("2004-06-09")}
    named = names_beside(words, (), [other])
    assert names_place(kunduz(), named)
    assert not names_place(kabul(), named)


def test_accents_and_capitals_make_no_other_name() -> None:
    named = names_beside("DUEKOUE, western Ivory Coast", (), [])
    assert names_place(replace(kunduz(), name="Duékoué"), named)


@given(st.dates(min_value=date(1900, 1, 1)), st.integers(0, 3))
def test_a_day_is_in_a_span_that_holds_it(day: date, more: int) -> None:
    last = (day + timedelta(days=more)).isoformat() if day.year < 9999 else day.isoformat()
    span = span_of(When(start=day.isoformat(), end=last, precision="day", surface="", offset=0))
    assert day_in(span, frozenset({day.toordinal()})) == day.toordinal()
    assert day_in(span, frozenset()) is None


def together(one: Text, two: Text, claims: list[Claim]) -> list[Incident]:
    return list(find_incidents([one, two], claims, singles([one, two])))


def news_claims() -> list[Claim]:
    return [claim(31, 31, NEWS, quote="31 people", date=DAY, place=kunduz())]


COURT = (
    "Judges heard how millers and carters died at the grain hall of Kunduz. The bomb in the lorry "
    "of 3 May 2004 was built in a cellar, a witness said on Tuesday; 33 names stand on the stone."
)


def test_the_day_of_the_deed_in_a_report_of_a_trial() -> None:
    court = text(COURT, "court", published_at="2006-02-08")
    later = claim(33, 33, court, quote="33 names", date=when("2006-02-07"), place=kunduz())
    found = together(NEWS, court, [*news_claims(), later])
    assert len(found) == 1
    (why,) = found[0].reasons
    assert "one report names the day of the other, 3 May 2004 (+1.6)" in why
    assert "their tolls are near each other" in why
    # Without that day nothing says that the trial is not of another deed.
    other = text(COURT.replace("3 May 2004", "those days"), "court", published_at="2006-02-08")
    later = claim(33, 33, other, quote="33 names", date=when("2006-02-07"), place=kunduz())
    assert len(together(NEWS, other, [*news_claims(), later])) == 2


def test_a_report_with_an_old_day_of_its_own_names_another_event() -> None:
    court = text(COURT, "court", published_at="2006-02-08")
    own = claim(33, 33, court, quote="33 names", date=when("2005-06-09"), place=kunduz())
    assert len(together(NEWS, court, [*news_claims(), own])) == 2


@pytest.mark.parametrize(
    ("published", "number"),
    [("2014-05-03", 1), ("2014-05-04", 1), ("2014-05-09", 2), ("2013-05-03", 2)],
)
def test_written_when_the_day_came_round(published: str, number: int) -> None:
    words = "Millers and carters laid wreaths at the grain hall; a bomb in a lorry killed 31 there."
    stone = text(words, "stone", published_at=published)
    own = claim(31, 31, stone, quote="31")
    found = together(NEWS, stone, [*news_claims(), own])
    rounds = [why for one in found for why in one.reasons if "came round" in why]
    assert bool(rounds) == (number == 1)


def test_a_dateline_elsewhere_and_the_place_of_the_event() -> None:
    words = (
        "KABUL - The bomb in a lorry at the grain hall of Kunduz on Monday killed 31 people, "
        "millers and carters among them, the ministry said."
    )
    line = text(words, "line", published_at="2004-05-04")
    own = claim(31, 31, line, quote="31 people", date=DAY, place=kabul())
    (found,) = together(NEWS, line, [*news_claims(), own])
    (why,) = found.reasons
    assert "one report names the place of the other (" in why
    # The day and place that more of the reports tell.
    assert found.where is not None
    assert found.where.name == "Kunduz"


def test_at_least_31_and_31_are_one_figure() -> None:
    words = NEWS.text.replace("31", "at least 31")
    more = text(words, "more", published_at="2004-05-04")
    own = claim(31, None, more, quote="31 people", qualifier="at_least", date=DAY, place=kunduz())
    (found,) = together(NEWS, more, [*news_claims(), own])
    assert "both give 31 killed" in found.reasons[0]


def test_a_figure_that_is_open_above_all_others_has_no_highest() -> None:
    words = NEWS.text.replace("31", "at least 40")
    more = text(words, "more", published_at="2004-05-04")
    own = claim(40, None, more, quote="40 people", qualifier="at_least", date=DAY, place=kunduz())
    (found,) = together(NEWS, more, [*news_claims(), own])
    killed = next(one for one in found.measures if one.measure == "killed")
    assert (killed.low, killed.high) == (31, None)


@pytest.mark.parametrize(
    ("words", "dated"),
    [
        ("Observers on Tuesday counted 31 bodies.", False),
        ("The toll stood at 31 on Tuesday.", False),
        ("A bomb killed 31 people on Tuesday.", True),
    ],
)
def test_the_day_of_a_count_does_not_date_the_event(words: str, *, dated: bool) -> None:
    one = text(words, "one", published_at="2004-05-04")
    at = words.index("31")
    own = claim(
        31,
        31,
        one,
        at=at,
        quote="31",
        date=replace(when("2004-05-04"), surface="on Tuesday", offset=words.index("on Tuesday")),
    )
    [(_, span)] = spans_of(one, [own])
    assert (span is not None) == dated


@pytest.mark.parametrize(
    ("opening", "recalled"),
    [
        ("The bombing of 18 July 1994 was remembered on Monday. ", True),
        ("Updated 1 May 2004. A bombing was remembered on Monday. ", False),
    ],
)
def test_another_day_named_before_an_old_event_tells_that_it_is_only_recalled(
    opening: str, recalled: bool
) -> None:
    words = opening + "In March 1992 a bomb killed 29 in Kabul. " + "Speeches were made. " * 40
    words += "Three people were killed."
    one = text(words, "one", published_at="2004-05-04")
    day = replace(when("1992-03-17"), offset=words.index("March 1992"))
    past = claim(29, 29, one, at=words.index("29 in"), date=day, place=kabul())
    bare = claim(3, 3, one, at=words.index("Three"))
    events = local_events(one, [past, bare])
    assert (len(events) == 2) is recalled
