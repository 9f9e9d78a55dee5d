"""Totals by the method's own rule, and the mistakes that other totals make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, kabul, kunduz, singles, text, when
from harmledger.assessments import assess, assess_tolls, load_method, parse_method
from harmledger.counters import find_counters
from harmledger.figures import DIVISIONS, make_figures, totals
from harmledger.incidents import find_incidents, measures_of
from harmledger.records import (
    Assessment,
    Claim,
    Figure,
    Incident,
    Sum,
    Toll,
    TollPoint,
    Total,
    content_id,
)
from harmledger.tolls import find_tolls
from harmledger.vocabulary import method_file

AIRWARS = load_method("airwars")
PARTITIONS = [by for by in DIVISIONS if by not in {"all", "population"}]


def incident(number: int, day: str | None = "2015-10-03", place: bool = True) -> Incident:
    return Incident(
        id=f"i{number:03d}",
        title=f"Event {number}",
        when=when(day) if day else None,
        where=(kunduz() if number % 2 else kabul()) if place else None,
        measures=(),
        claims=(f"c{number}",),
        reports=(),
    )


def assessed(
    of: Incident, low: int | None, high: int | None, grade: str = "fair", status: str | None = None
) -> Assessment:
    return Assessment(
        id=content_id("assessment", of.id, status),
        subject=of.id,
        subject_kind="incident",
        measure="killed",
        unit="people",
        status=status,
        method="airwars@1",
        low=low,
        best=low if low == high else None,
        high=high,
        grade=grade,
        independent_origins=0,
        origins=(),
        claims=of.claims,
        reasons=(),
    )


def total(
    made: Sequence[Assessment], events: Sequence[Incident], claims: Sequence[Claim] = ()
) -> Total:
    (found,) = totals(AIRWARS, made, events, claims)
    return found


def shown(one: Sum) -> tuple[int | None, int | None, int]:
    return one.low, one.high, one.incidents


class TestWhatOthersGetWrong:
    def test_an_incident_is_summed_once_whatever_number_of_belligerents_it_names(self) -> None:
        body = text("Nine people were killed in Kunduz. " * 3, "a")
        claims = [
            claim(9, 9, body, at=0, actor="Russia", date=when("2015-10-03"), place=kunduz()),
            claim(9, 9, body, at=20, actor="the Taliban", date=when("2015-10-03"), place=kunduz()),
        ]
        event = replace(incident(1), claims=tuple(c.id for c in claims))
        made = list(assess([event], [], claims, singles([body]), AIRWARS))
        made = [replace(a, grade="fair") for a in made]
        assert shown(total(made, [event], claims).counted) == (9, 9, 1)
        (only,) = totals(AIRWARS, made, [event], claims, by="actor")
        assert only.key == "Russia and Taliban"
        assert shown(only.counted) == (9, 9, 1)

    def test_a_missing_maximum_is_not_the_running_minimum(self) -> None:
        # Three and two conceded, no upper figure for either: not "5 to 8".
        events = [incident(1), incident(2)]
        found = total([assessed(events[0], 3, None), assessed(events[1], 2, None)], events)
        assert shown(found.counted) == (5, None, 2)
        assert (found.counted.without_high, found.counted.known_high) == (2, 0)

    def test_a_blank_is_not_summed_as_zero(self) -> None:
        events = [incident(1), incident(2)]
        found = total([assessed(events[0], 4, 6), assessed(events[1], None, None)], events)
        assert shown(found.counted) == (None, None, 2)
        assert (found.counted.known_low, found.counted.known_high) == (4, 6)
        assert (found.counted.without_low, found.counted.without_high) == (1, 1)

    def test_every_page_adds_up_by_the_same_rule(self) -> None:
        grades = ("confirmed", "fair", "weak", "contested", "discounted")
        events = [incident(n, f"20{10 + n}-01-01") for n in range(5)]
        made = [assessed(e, 10, 20, grade) for e, grade in zip(events, grades, strict=True)]
        whole = total(made, events)
        assert shown(whole.counted) == (20, 40, 2)
        assert {one.grades[0]: shown(one)[:2] for one in whole.beside} == dict.fromkeys(
            grades[2:], (10, 20)
        )
        for by in DIVISIONS:
            parts = list(totals(AIRWARS, made, events, [], by=by))
            assert {(part.rule, part.sentence) for part in parts} == {(whole.rule, whole.sentence)}
            assert sum(part.counted.known_high for part in parts) == 40

    def test_a_retroactive_addition_is_no_day_s_toll(self) -> None:
        bodies = [
            text(
                "The ministry has counted 1,000 killed in Kunduz.", "a", published_at="2015-10-03"
            ),
            text(
                "The ministry has counted 1,500 killed in Kunduz.", "b", published_at="2015-10-04"
            ),
        ]
        claims = [
            claim(n, n, body, quote=f"{n:,}", scope="cumulative", speaker="the ministry",
                  kind="authority", place=kunduz())
            for n, body in zip((1000, 1500), bodies, strict=True)
        ]  # fmt: skip
        assert list(find_incidents(bodies, claims, singles(bodies))) == []
        tolls = list(find_tolls(bodies, claims, singles(bodies)))
        (series,) = tolls
        assert [(p.low, p.high) for p in series.points] == [(1000, 1000), (1500, 1500)]
        made = list(assess([], tolls, claims, singles(bodies), AIRWARS))
        assert [(one.low, one.high) for one in made] == [(1500, 1500)]
        assert list(totals(AIRWARS, made, [], claims, tolls=tolls)) == []


@st.composite
def events_with_ranges(draw: st.DrawFn) -> tuple[list[Incident], list[Assessment]]:
    events, made = [], []
    for number in range(draw(st.integers(0, 8))):
        day = draw(st.sampled_from([None, "2015-10-03", "2015-10", "2015", "2016-01-02"]))
        event = incident(number, day, draw(st.booleans()))
        low = draw(st.one_of(st.none(), st.integers(0, 50)))
        more = draw(st.one_of(st.none(), st.integers(0, 50)))
        high = None if more is None else (low or 0) + more
        grade = draw(st.sampled_from(["confirmed", "fair", "weak", "contested"]))
        events.append(event)
        made.append(assessed(event, low, high, grade))
    return events, made


def pieces(one: Sum) -> tuple[int, ...]:
    return (
        *(one.incidents, one.known_low, one.known_best, one.known_high),
        *(one.without_low, one.without_best, one.without_high),
    )


@given(events_with_ranges(), st.sampled_from(PARTITIONS))
@settings(deadline=None)
def test_totals_over_a_partition_add_up(
    drawn: tuple[list[Incident], list[Assessment]], by: str
) -> None:
    events, made = drawn
    whole = list(totals(AIRWARS, made, events, []))
    parts = list(totals(AIRWARS, made, events, [], by=by))
    sums = [pieces(part.counted) for part in parts]
    added = [tuple(map(sum, zip(*sums, strict=True)))] if sums else []
    assert [pieces(one.counted) for one in whole] == added
    for one in (*whole, *parts):
        counted = one.counted
        assert (counted.low is None) is (counted.without_low > 0)
        assert (counted.high is None) is (counted.without_high > 0)
        if counted.low is not None and counted.high is not None:
            assert 0 <= counted.low <= counted.high
    grades = [a.grade for a in made if a.grade in {"confirmed", "fair"}]
    assert sum(part.counted.incidents for part in parts) == len(grades)
    beside = sum(one.incidents for part in parts for one in part.beside)
    assert beside == len(made) - len(grades), "what is not in it stands beside it"


def test_what_a_person_set_counts_and_what_they_withdrew_does_not() -> None:
    events = [incident(1), incident(2)]
    made = [assessed(events[0], 4, 6), assessed(events[1], 1, 1)]
    figures = list(make_figures(made, events, [], [], []))
    figures[0] = replace(figures[0], low=5, high=5)
    figures[1] = replace(figures[1], status="withdrawn")
    (found,) = totals(AIRWARS, made, events, [], figures=figures)
    assert shown(found.counted) == (5, 5, 1)
    assert found.withdrawn == 1


def test_a_status_that_says_the_same_as_all_people_is_not_lost() -> None:
    event = incident(1)
    made = [assessed(event, 4, 6), assessed(event, 4, 6, status="civilian")]
    figures: list[Figure] = list(make_figures(made, [event], [], [], []))
    assert len(figures) == 1
    (found,) = totals(AIRWARS, made, [event], [], figures=figures)
    assert shown(found.counted) == (4, 6, 1)
    by = {t.key: shown(t.counted) for t in totals(AIRWARS, made, [event], [], by="population")}
    assert by == {"all": (4, 6, 1), "civilian": (4, 6, 1)}


def test_a_method_without_a_rule_says_so() -> None:
    method = replace(AIRWARS, rules=tuple(r for r in AIRWARS.rules if r.does != "total"))
    event = incident(1)
    (found,) = totals(method, [assessed(event, 4, 6, "weak")], [event], [])
    assert shown(found.counted) == (4, 6, 1)
    assert found.rule == "none"
    assert "declares no rule" in found.sentence


IBC = load_method("ibc")
#: The same rules, but for a total that also adds up what one counter says.
ONE_COUNTS = parse_method(
    "ours",
    method_file("ibc@1").replace(
        'grades = ["documented"]', 'grades = ["documented", "provisional"]'
    ),
    own=True,
)
BODY = text("word " * 100, "toll")


def aggregate(
    low: int, high: int | None, *, place: str = "country", since: str | None = "2015-01-01"
) -> tuple[Toll, Claim, Assessment]:
    where = replace(kunduz(), name="Afghanistan", precision=place, geonameid=1149361)
    period = when(since, "2015-12-31", "period") if since else None
    counted = claim(low, high, BODY, at=3, scope="cumulative", status="civilian", place=where,
                    date=period)  # fmt: skip
    toll = Toll(
        id="toll",
        title="Civilians killed in Afghanistan",
        counter="the UN",
        measure="killed",
        definition="",
        status="civilian",
        where="Afghanistan",
        points=(
            TollPoint(
                as_of="2015-12-31", reported_at=None, low=low, high=high, claim_id=counted.id
            ),
        ),
        claims=(counted.id,),
    )
    (made,) = assess_tolls([toll], {counted.id: counted}, IBC, find_counters([counted], ()), ())
    return toll, counted, made


@pytest.mark.parametrize(
    ("first", "second", "counted", "low", "high"),
    [
        ((10, 12), (5, 5), (100, 100), 15 + 83, 17 + 85),
        ((10, 12), (5, 5), (16, 16), 15, 17 + 1),
        ((10, 12), (5, 5), (3, 3), 15, 17),
        ((10, None), (5, 5), (100, 100), 15, None),
        ((10, 12), (5, 5), (100, None), 15 + 83, None),
    ],
)
def test_an_aggregate_adds_only_its_rest(
    first: tuple[int, int | None],
    second: tuple[int, int | None],
    counted: tuple[int, int | None],
    low: int,
    high: int | None,
) -> None:
    events = [incident(1), incident(2)]
    toll, said, made = aggregate(*counted)
    values = [
        assessed(event, *bounds, "documented", "civilian")
        for event, bounds in zip(events, (first, second), strict=True)
    ]
    (found,) = totals(ONE_COUNTS, [*values, made], events, [said], tolls=[toll])
    assert (found.counted.low, found.counted.high) == (low, high)
    assert found.counted.incidents == 2
    assert (not found.counted.rests) is (counted == (3, 3))
    assert found.beside == ()


def test_what_one_counter_says_stands_beside_what_two_say() -> None:
    toll, said, made = aggregate(100, 104)
    assert made.grade == "provisional", "a running count is one counter's, so one origin's"
    events = [incident(1), incident(2)]
    values = [
        assessed(events[0], 10, 12, "documented", "civilian"),
        assessed(events[1], 5, 5, "provisional", "civilian"),
    ]
    (found,) = totals(IBC, [*values, made], events, [said], tolls=[toll])
    assert (found.counted.low, found.counted.high, found.counted.rests) == (10, 12, ())
    (beside,) = found.beside
    assert beside.grades == ("provisional",)
    # Of both incidents, whatever their grade: 100 less 17, 104 less 15.
    assert (beside.low, beside.high, beside.incidents) == (5 + 83, 5 + 89, 1)
    assert len(beside.rests) == 1
    (found,) = totals(IBC, [values[0], made], events, [said], tolls=[toll])
    alone = found.beside[0]
    assert (alone.low, alone.best, alone.high, alone.incidents) == (88, None, 94, 0)


def test_every_measure_gets_its_rest_from_tolls_that_are_told_once() -> None:
    toll, said, made = aggregate(100, 100)
    hurt = replace(toll, id="hurt", measure="injured")
    more = replace(made, id="h", subject="hurt", measure="injured")
    value = assessed(incident(1), 10, 12, "documented", "civilian")
    values = [value, replace(value, id="i", measure="injured")]
    given = iter([toll, hurt])
    found = list(totals(ONE_COUNTS, [*values, made, more], [incident(1)], [said], tolls=given))
    assert [one.measure for one in found] == ["killed", "injured"]
    for one in found:
        counted = one.counted
        assert (counted.low, counted.high, len(counted.rests)) == (10 + 88, 12 + 90, 1)


def test_an_incident_that_may_lie_outside_lowers_the_low_alone() -> None:
    toll, said, made = aggregate(100, 100, since=None)
    events = [incident(1)]
    value = assessed(events[0], 10, 12, "documented", "civilian")
    (found,) = totals(ONE_COUNTS, [value, made], events, [said], tolls=[toll])
    # Whether it is inside the 100 is not known: 88 to 100 more.
    assert (found.counted.low, found.counted.high) == (10 + 88, 12 + 100)


def test_of_aggregates_that_may_hold_the_same_people_one_is_added() -> None:
    toll, said, made = aggregate(100, 100)
    other, more = replace(toll, id="other"), replace(made, id="u", subject="other", low=90, high=95)
    value = assessed(incident(1), 1, 1, "documented", "civilian")
    (found,) = totals(ONE_COUNTS, [value, made, more], [incident(1)], [said], tolls=[toll, other])
    assert (found.counted.low, found.counted.high) == (1 + 99, 1 + 99)
    assert len(found.counted.rests) == 1


def test_measures_of_is_not_a_total() -> None:
    body = text("word " * 100, "m")
    spread = measures_of([claim(3, 3, body, at=0), claim(5, 5, body, at=20)])
    assert (spread[0].low, spread[0].high) == (3, 5), "claims of one event are never added up"


@pytest.mark.parametrize(
    ("start", "end", "precision", "month", "year"),
    [
        ("2015-10-03", "2015-10-03", "day", "2015-10", "2015"),
        ("2015-10-01", "2015-10-31", "month", "2015-10", "2015"),
        # In 2015: no January, though the year begins there.
        ("2015-01-01", "2015-12-31", "year", "2015, month not known", "2015"),
        ("2015-09-28", "2015-10-13", "period", "2015, month not known", "2015"),
        ("2014-12-29", "2015-01-04", "week", "2014 to 2015", None),
        ("2014-01-01", None, "period", "2014 or later", None),
    ],
)
def test_a_month_holds_only_what_lies_in_it_for_certain(
    start: str, end: str | None, precision: str, month: str, year: str | None
) -> None:
    event = replace(incident(1), when=replace(when(start, precision=precision), end=end))
    claims = [claim(3, 3, BODY, at=3)]
    for by, key in (("month", month), ("year", year or month)):
        found = totals(AIRWARS, [assessed(event, 3, 3)], [event], claims, by=by)
        assert [one.key for one in found] == [key]
