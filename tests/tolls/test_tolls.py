"""Cumulative claims become one series for each counter and definition."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, family, singles, text, when, where
from harmledger.counters import speaker_key
from harmledger.records import Basis, Claim, Text, Toll, When
from harmledger.tolls import find_tolls

GAZA = where("Gaza", lat=31.5, lon=34.46, geonameid=281133, country="PS")
MINISTRY = "the Gaza Health Ministry"


def day(number: int) -> Text:
    return text(
        f"By then 30,{number:03d} had been killed.",
        f"d{number:02d}",
        published_at=f"2024-03-{number:02d}",
        publisher="The Paper",
    )


def total(low: int | None, of: Text, **change: object) -> Claim:
    values: dict[str, object] = {
        "high": low,
        "at": 0,
        "scope": "cumulative",
        "speaker": MINISTRY,
        "kind": "authority",
        "place": GAZA,
        "status": "mixed",
    }
    values |= change
    high = values.pop("high")
    return claim(low, high, of, **values)  # type: ignore[arg-type]  # rows of mixed types


def run(texts: list[Text], claims: list[Claim], *families: list[Text]) -> list[Toll]:
    made = [family(*one) for one in families] or singles(texts)
    return list(find_tolls(texts, claims, made))


def test_readings_of_one_counter_are_one_series_in_order_of_time() -> None:
    texts = [day(20), day(5), day(12)]
    claims = [total(32000, texts[0]), total(30700, texts[1]), total(31300, texts[2])]
    (toll,) = run(texts, claims)
    assert [(p.reported_at, p.low) for p in toll.points] == [
        ("2024-03-05", 30700),
        ("2024-03-12", 31300),
        ("2024-03-20", 32000),
    ]
    assert toll.breaks == ()
    assert toll.counter == MINISTRY
    assert toll.title == f"People killed in Gaza, counted by {MINISTRY}"
    assert toll.definition == (
        "people killed, civilians and combatants not distinguished, in Gaza, period not stated, "
        f"as counted by {MINISTRY}"
    )


def test_one_claim_is_a_toll_of_one_point() -> None:
    (toll,) = run([day(5)], [total(30000, day(5), high=None, qualifier="more_than")])
    assert [(p.low, p.high) for p in toll.points] == [(30000, None)]


@pytest.mark.parametrize(
    "change",
    [
        {"measure": "injured"},
        {"status": "civilian"},
        {"unit": "families"},
        {"place": where("Rafah", lat=31.3, lon=34.2, geonameid=2, country="PS")},
        {"place": None},
        {"speaker": "the UN", "kind": "un"},
        {"speaker": None},
        {"part_of": "another"},
    ],
)
def test_another_definition_or_counter_is_another_toll(change: dict[str, object]) -> None:
    texts = [day(5), day(12)]
    assert len(run(texts, [total(30700, texts[0]), total(31300, texts[1], **change)])) == 2


def test_promised_and_delivered_goods_are_two_tolls() -> None:
    texts = [day(5), day(12)]
    aid: dict[str, object] = {"measure": "aid", "unit": "trucks", "status": None}
    claims = [
        total(500, texts[0], phase="promised", **aid),
        total(100, texts[1], phase="entered", **aid),
    ]
    tolls = run(texts, claims)
    assert sorted(toll.definition.split(",")[0] for toll in tolls) == [
        "trucks of aid entered",
        "trucks of aid promised",
    ]


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("the Gaza Health Ministry", "Gaza's health ministry"),
        ("the Gaza Health Ministry", "the Health Ministry in Gaza"),
        ("the Gaza Health Ministry", "a spokesman for the Gaza health ministry"),
        ("the U.N.", "The United Nations"),
        ("MSF", "Médecins Sans Frontières"),
        ("Local authorities", "local authorities"),
    ],
)
def test_one_counter_under_two_spellings(written: str, other: str) -> None:
    assert speaker_key(written) == speaker_key(other)
    texts = [day(5), day(12)]
    assert (
        len(run(texts, [total(1, texts[0], speaker=written), total(2, texts[1], speaker=other)]))
        == 1
    )


@pytest.mark.parametrize("name", ["he", "It", "  ", ""])
def test_a_pronoun_names_nobody(name: str) -> None:
    assert speaker_key(name) is None


@pytest.mark.parametrize("name", ["a spokesman", "the", "of", "…"])
def test_names_of_nothing_else_are_kept(name: str) -> None:
    assert speaker_key(name) != ""


def test_different_counters_keep_different_keys() -> None:
    names = ["the UN", "the army", "Human Rights Watch", "Airwars", "officials", "witnesses"]
    assert len({speaker_key(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("series", "breaks"),
    [
        ([10, 20, 30], ()),
        ([10, 10, 10], ()),
        ([10, 20, 15], (2,)),
        ([10, 20, 15, 18, 25], (2,)),
        ([30, 20, 10], (1, 2)),
    ],
)
def test_a_fall_is_a_break(series: list[int], breaks: tuple[int, ...]) -> None:
    texts = [day(number + 1) for number in range(len(series))]
    claims = [total(low, of) for low, of in zip(series, texts, strict=True)]
    (toll,) = run(texts, claims)
    assert toll.breaks == breaks


@pytest.mark.parametrize(
    ("stated", "as_of"),
    [
        (when("2024-02-29"), "2024-02-29"),
        (when("2023-10-07", "2024-02-29", "period"), "2024-02-29"),
        (When(start="2023-10-07", end=None, precision="period", surface="since", offset=0), None),
        (when("2024-02", precision="month"), None),
        (when("XXXX-02-29"), None),
        (when("2025-01-01"), None),  # nobody counts beyond the day of the report
        (None, None),
    ],
)
def test_as_of_is_the_day_the_count_runs_to(stated: When | None, as_of: str | None) -> None:
    (toll,) = run([day(5)], [total(30000, day(5), date=stated)])
    assert toll.points[0].as_of == as_of


def since(start: str | None, surface: str, end: str | None = None) -> When:
    return When(start=start, end=end, precision="period", surface=surface, offset=0)


WAR = since("2014-01-01", "since 2014")
INVASION = since("2022-02-24", "since 24 February 2022")
MONTH = since("2024-02-05", "in the last month", "2024-03-05")
LATER_MONTH = since("2024-02-12", "in the last month", "2024-03-12")
WEEK = since("2024-02-27", "over the past week", "2024-03-05")
LATER_WEEK = since("2024-03-05", "over the past week", "2024-03-12")


@pytest.mark.parametrize(
    ("first", "second", "tolls"),
    [
        (WAR, WAR, 1),
        (WAR, when("2014-01-01", "2024-03-11", "period"), 1),  # the same, with its end
        (INVASION, when("2022-02-24", "2024-03-11", "period"), 1),
        (WAR, INVASION, 2),
        (WAR, MONTH, 2),
        (MONTH, LATER_MONTH, 2),
        (WEEK, LATER_WEEK, 2),
        (WAR, None, 2),  # an unknown beginning is none of the known ones
        (None, when("2024-03-11"), 1),  # a day alone is the day the count runs to
        (None, when("2024-02-01", "2024-02-29", "month"), 2),
        (when("2015-01-01", "2015-12-31", "year"), since("2015-01-01", "since 2015"), 2),
        (since(None, "since the war began"), since(None, "since the  War began"), 1),
        (since(None, "since the war began"), None, 2),
    ],
)
def test_counts_of_different_periods_are_no_revisions(
    first: When | None, second: When | None, tolls: int
) -> None:
    texts = [day(5), day(12)]
    found = run(texts, [total(14000, texts[0], date=first), total(101, texts[1], date=second)])
    assert len(found) == tolls
    assert sum(len(toll.breaks) for toll in found) == (1 if tolls == 1 else 0)


@pytest.mark.parametrize(
    ("sentence", "rolling"),
    [
        ("It said 101 were killed in the past 24 hours", True),
        ("In the last 24 hours 101 were killed", True),
        ("90 died in the past 24 hours, bringing the toll to 101", False),
        ("It said 101 were killed", False),
    ],
)
def test_the_last_24_hours_are_no_reading_of_the_toll(sentence: str, rolling: bool) -> None:
    first = text(sentence + ".", "first", published_at="2024-03-05")
    second = text(sentence + ".", "second", published_at="2024-03-06")
    claims = [claim(101, 101, of, scope="cumulative", speaker=MINISTRY) for of in (first, second)]
    assert len(run([first, second], claims)) == (2 if rolling else 1)


def test_a_late_copy_of_a_rolling_count_is_no_second_toll() -> None:
    texts = [day(5), day(12)]
    claims = [total(101, texts[0], date=MONTH), total(101, texts[1], date=LATER_MONTH)]
    assert len(run(texts, claims, texts)) == 1


def test_a_month_that_a_count_runs_to_is_not_its_beginning() -> None:
    march = text("101 killed as of March 2024.", "m", published_at="2024-04-01")
    to_march = replace(when("2024-03-01", "2024-03-31", "month"), offset=march.text.find("March"))
    (toll,) = run([day(5), march], [total(90, day(5)), total(101, march, date=to_march)])
    assert [point.low for point in toll.points] == [90, 101]


def test_an_old_count_in_a_new_report_takes_its_own_place() -> None:
    texts = [day(5), day(12)]
    claims = [total(30700, texts[0]), total(29900, texts[1], date=when("2024-02-29"))]
    (toll,) = run(texts, claims)
    assert [point.low for point in toll.points] == [29900, 30700]


def test_undated_readings_come_first() -> None:
    undated = text("31,000 killed.", "undated")
    texts = [day(5), undated]
    (toll,) = run(texts, [total(30700, texts[0]), total(31000, undated)])
    assert [point.low for point in toll.points] == [31000, 30700]


def test_a_late_copy_brings_no_new_reading() -> None:
    first, second = day(5), day(12)
    copy = replace(text(first.text, "copy", published_at="2024-03-30"), publisher="Other")
    claims = [total(30700, first), total(31300, second), total(30700, copy)]
    (toll,) = run([first, second, copy], claims, [first, copy], [second])
    assert [point.low for point in toll.points] == [30700, 30700, 31300]
    assert toll.breaks == ()


def test_a_later_issue_with_another_number_is_no_copy_of_the_earlier_reading() -> None:
    first, later, copy = day(5), day(12), day(20)
    claims = [total(52000, first), total(51200, later), total(51200, copy)]
    (toll,) = run([first, later, copy], claims, [first, later, copy])
    told = [(point.reported_at, point.low) for point in toll.points]
    assert told == [("2024-03-05", 52000), ("2024-03-12", 51200), ("2024-03-12", 51200)]
    (lowered,) = toll.revisions
    assert lowered.kind == "lowered"


def test_a_narrated_toll_belongs_to_the_family_of_its_text() -> None:
    first, other = day(5), day(12)
    copy = text(first.text, "copy")
    claims = [total(1, one, speaker=None) for one in (first, other, copy)]
    tolls = run([first, other, copy], claims, [first, copy], [other])
    assert sorted(len(toll.claims) for toll in tolls) == [1, 2]
    assert {toll.counter for toll in tolls} == {"The Paper"}


@pytest.mark.parametrize(
    ("change", "tolls", "points"),
    [
        ({"scope": "event"}, 0, 0),
        ({"stance": "hypothetical"}, 0, 0),
        ({"stance": "denied"}, 1, 0),
        ({"stance": "hedged"}, 1, 1),
        ({"high": 3}, 1, 0),  # low above high
    ],
)
def test_which_claims_give_readings(change: dict[str, object], tolls: int, points: int) -> None:
    found = run([day(5)], [total(30000, day(5), **change)])
    assert len(found) == tolls
    assert sum(len(toll.points) for toll in found) == points


@given(
    rows=st.lists(
        st.tuples(st.integers(1, 28), st.integers(0, 50), st.sampled_from([MINISTRY, "UN", None])),
        max_size=10,
        unique_by=lambda row: row[0],
    ),
    shuffle=st.randoms(use_true_random=False),
)
@settings(max_examples=40, deadline=None)
def test_every_reading_is_in_one_toll_and_falls_are_explained(
    rows: list[tuple[int, int, str | None]], shuffle: random.Random
) -> None:
    texts = [day(number) for number, _, _ in rows]
    claims = [total(low, of, speaker=who) for (_, low, who), of in zip(rows, texts, strict=True)]
    tolls = run(texts, claims)
    assert sorted(one for toll in tolls for one in toll.claims) == sorted(c.id for c in claims)
    for toll in tolls:
        lows = [point.low or 0 for point in toll.points]
        falls = {n for n in range(1, len(lows)) if lows[n] < lows[n - 1]}
        assert falls == set(toll.breaks)
    mixed = claims[:]
    shuffle.shuffle(mixed)
    assert run(texts[::-1], mixed) == tolls


def reading(body: str, number: int) -> Text:
    return text(body, f"r{number:02d}", published_at=f"2024-05-{number:02d}", publisher="The Paper")


@pytest.mark.parametrize(
    ("later", "kinds"),
    [
        ("The ministry put the number of those killed at 120.", []),
        ("The ministry now counts 120 killed, 15 added retroactively.", ["retroactive"]),
        ("After verification the ministry put the number of those killed at 120.", ["retroactive"]),
        ("The ministry corrected its figure to 90.", ["lowered"]),
    ],
)
def test_steps_that_are_no_harm_of_their_day(later: str, kinds: list[str]) -> None:
    first = reading("The ministry put the number of those killed at 100.", 1)
    second = reading(later, 2)
    figure = 90 if "90" in later else 120
    whole = (0, len(later))
    (toll,) = run([first, second], [total(100, first), total(figure, second, sentence=whole)])
    assert [revision.kind for revision in toll.revisions] == kinds
    assert toll.breaks == tuple(revision.point for revision in toll.revisions)
    assert all(str(figure) in revision.sentence for revision in toll.revisions)


def test_an_addition_told_apart_is_no_reading() -> None:
    """ "It added 15 deaths to its toll": the step of the count before it is a revision."""
    first = reading("The ministry put the number of those killed at 100.", 1)
    counts = "The ministry now counts 120 killed."
    second = reading(f"{counts} It added 15 deaths to its toll retroactively.", 2)
    whole = total(120, second, sentence=(0, len(counts)))
    said = Basis(
        word="deaths", rule="count", start=45, end=51, only_some="added 15 deaths to its toll"
    )
    more = total(15, second, at=45, sentence=(len(counts) + 1, len(second.text)))
    more = replace(more, part_of=whole.id, basis=said)
    (toll,) = run([first, second], [total(100, first), whole, more])
    assert [point.low for point in toll.points] == [100, 120]
    assert [revision.kind for revision in toll.revisions] == ["retroactive"]


def test_a_figure_told_as_an_earlier_one_is_no_reading_of_its_report() -> None:
    """ "Raising an earlier figure of 90": of no day that is known; alone it is all there is."""
    first = reading("The ministry put the number of those killed at 100.", 1)
    second = reading("The ministry counts 120 killed, raising an earlier figure of 90.", 2)
    said = Basis(word="90", rule="bare", start=60, end=62, earlier="an earlier figure")
    before = replace(total(90, second, at=60, sentence=(0, len(second.text))), basis=said)
    now = total(120, second, sentence=(0, len(second.text)))
    (toll,) = run([first, second], [total(100, first), now, before])
    assert [point.low for point in toll.points] == [100, 120]
    assert before.id in toll.claims
    assert toll.revisions == ()
    (alone,) = run([second], [before])
    assert [point.low for point in alone.points] == [90]


def test_two_figures_of_one_day_are_not_called_a_revision() -> None:
    first = reading("The ministry put the killed at 100, and at 90.", 1)
    # Which of them stands first depends on their ids.
    tolls = [
        toll
        for rows in itertools.permutations((80, 90, 100))
        for toll in run([first], [total(n, first, at=5 * i) for i, n in enumerate(rows)])
    ]
    told = [revision.sentence for toll in tolls for revision in toll.revisions]
    assert told
    assert all(one.endswith("of the same day; which came first is not known.") for one in told)


UN = "the UN"


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        ({}, ["none"]),
        ({"status": "civilian"}, ["population"]),
        ({"place": where("Rafah", lat=31.3, lon=34.2, geonameid=281102, country="PS")}, ["area"]),
        ({"date": since("2023-10-07", "since 7 October")}, ["period"]),
        ({"of": day(12)}, ["cut_off"]),
        ({"of": reading("It counts 900 indirect deaths.", 5)}, ["indirect", "cut_off"]),
        ({"of": reading("It counts 900, also for lack of medicines.", 5)}, ["indirect", "cut_off"]),
        ({"status": "civilian", "of": day(12)}, ["population", "cut_off"]),
    ],
)
def test_rivals_say_why_they_may_differ(change: dict[str, object], kinds: list[str]) -> None:
    of = change.pop("of", day(5))
    assert isinstance(of, Text)
    change.setdefault("sentence", (0, len(of.text)))
    own, other = run([day(5), of], [total(30000, day(5)), total(29000, of, speaker=UN, **change)])
    by_id = {own.id: own, other.id: other}
    for toll in (own, other):
        (rival,) = toll.rivals
        assert by_id[rival.toll] is not toll
        assert [cause.kind for cause in rival.causes] == kinds


def test_counters_of_other_countries_and_of_other_measures_are_no_rivals() -> None:
    kabul = where("Kabul", lat=34.5, lon=69.2, geonameid=1138958, country="AF")
    claims = [
        total(30000, day(5)),
        total(200, day(5), speaker=UN, place=kabul),
        total(70000, day(5), speaker=UN, measure="injured"),
        total(31000, day(5), status="civilian"),
    ]
    assert all(toll.rivals == () for toll in run([day(5)], claims))


def test_counts_of_civilians_and_of_soldiers_are_no_rivals() -> None:
    claims = [
        total(30000, day(5), status="civilian"),
        total(400, day(5), speaker="the army", status="armed_forces"),
        total(90, day(5), speaker=UN, status="armed_group"),
    ]
    assert all(toll.rivals == () for toll in run([day(5)], claims))


def test_a_headline_is_no_rival_of_the_counter_whose_figure_it_repeats() -> None:
    said = total(20, day(5), speaker=UN, at=5)
    assert all(toll.rivals == () for toll in run([day(5)], [total(20, day(5), speaker=None), said]))
    other = total(23, day(5), speaker=None)
    assert all(len(toll.rivals) == 1 for toll in run([day(5)], [other, said]))


def test_rivals_that_agree_are_not_said_to_differ() -> None:
    one, _ = run([day(5)], [total(30000, day(5)), total(30000, day(5), speaker=UN)])
    assert [cause.sentence for cause in one.rivals[0].causes] == ["Both give the same figure."]


def of_1992(start: str, end: str, precision: str = "period") -> When:
    return When(start=start, end=end, precision=precision, surface="in those months", offset=0)


def test_the_half_year_of_an_earlier_report_is_a_reading_of_the_year() -> None:
    texts = [day(5), day(12)]
    claims = [
        total(90, texts[0], date=of_1992("1992-01-01", "1992-06-30")),
        total(300, texts[1], date=of_1992("1992-01-01", "1992-12-31", "year")),
    ]
    (toll,) = run(texts, claims)
    assert [point.as_of for point in toll.points] == ["1992-06-30", "1992-12-31"]


def test_a_count_up_to_a_day_is_of_the_period_that_its_text_gives() -> None:
    body = "In 1992 it counted 300 dead. By the end of June it had counted 90."
    texts = [text(body, "one", published_at="1993-02-01"), day(12)]
    june = When(
        start="1992-06-01",
        end="1992-06-30",
        precision="month",
        surface="June",
        offset=body.index("June"),
    )
    year = of_1992("1992-01-01", "1992-12-31", "year")
    beside = [total(300, texts[0], date=year), total(90, texts[0], date=june, at=40)]
    (toll,) = run(texts[:1], beside)
    assert [(point.as_of, point.low) for point in toll.points] == [
        ("1992-06-30", 90),
        ("1992-12-31", 300),
    ]
    # In another text nothing says that it began with the year.
    apart = [total(300, texts[1], date=year), total(90, texts[0], date=june, at=40)]
    assert len(run(texts, apart)) == 2


def test_a_person_is_named_with_the_office_over_a_place() -> None:
    body = "Ada Brisk, the acting mayor of Derry, said 48 had died so far."
    one = text(body, "one", published_at="1998-08-17")
    said = total(48, one, speaker="Ada Brisk", kind="other")
    assert said.speaker is not None
    spoken = replace(said.speaker, start=0, end=len("Ada Brisk"))
    (toll,) = run([one], [replace(said, speaker=spoken)])
    assert toll.counter == "Ada Brisk, the acting mayor of Derry"


@pytest.mark.parametrize(("begun", "series"), [(WAR, 1), (None, 2)])
def test_a_count_without_an_area_joins_the_series_of_its_counter_with_the_same_beginning(
    begun: When | None, series: int
) -> None:
    texts = [day(5), day(12)]
    claims = [
        total(30700, texts[0], date=begun, place=None),
        total(31300, texts[1], date=begun),
    ]
    assert len(run(texts, claims)) == series


def test_a_monitor_whose_name_tells_the_country_has_rivals_without_an_area() -> None:
    texts = [day(5), day(12)]
    aleppo = where("Aleppo", lat=36.2, lon=37.2, geonameid=170063, country="SY")

    def rivals(speaker: str, kind: str) -> list[str]:
        claims = [
            total(4807, texts[0], place=None, speaker=speaker, kind=kind, status="civilian"),
            total(5000, texts[1], place=aleppo, speaker="UNHCR", kind="un"),
        ]
        (own,) = (toll for toll in run(texts, claims) if toll.where is None)
        return [cause.kind for rival in own.rivals for cause in rival.causes]

    assert "area" in rivals("the Syrian Observatory for Human Rights", "monitor")
    assert rivals("the US military", "belligerent") == []
