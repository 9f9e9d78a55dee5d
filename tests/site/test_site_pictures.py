"""Geometry of the pictures: axis, bars with open ends, bands, the step series."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from harmledger.site.axis import make_axis, tick_label
from harmledger.site.bars import WIDTH, Bar
from harmledger.site.ladder import Rung, ladder
from harmledger.site.step_dots import Step
from harmledger.site.steps import day_of, steps
from harmledger.site.strip import WIDTH as STRIP_WIDTH
from harmledger.site.strip import strip

SVG = "{http://www.w3.org/2000/svg}"
values = st.integers(min_value=0, max_value=10**7)


def bar(low, high, **fields):
    fields = {"qualifier": "", "stance": "asserted", "title": "t", "href": "#c", **fields}
    return Bar(low=low, high=high, **fields)


def draw(*bars, **fields):
    fields = {"key": "k", "title": "Killed <&>", "assessed": False, **fields}
    return ladder([Rung(name="Origin", bars=bars)], **fields)


def tree(svg):
    return etree.fromstring(
        str(svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )


def shape(svg, number=0):
    """The x coordinates of a bar's path."""
    path = tree(svg).findall(f".//{SVG}path[@class]")
    bars = [p for p in path if p.get("class").startswith("bar")]
    return [float(x) for x in re.findall(r"[MLH](-?[\d.]+)", bars[number].get("d"))]


@settings(max_examples=150)
@given(st.lists(values, min_size=1, max_size=8), st.booleans())
def test_an_axis_keeps_order_and_holds_every_value(held, from_zero):
    axis = make_axis(held, 10, 250, from_zero=from_zero)
    places = [axis.at(value) for value in sorted(set(held))]
    assert all(10 <= x <= 250 for x in places)
    assert places == sorted(places)
    assert len(set(places)) == len(places) or max(held) > 10**5
    assert all(axis.low <= tick <= axis.high for tick in axis.ticks)
    assert 2 <= len(axis.ticks) <= 8
    assert axis.low <= min(held)
    assert axis.high >= max(held)


@pytest.mark.parametrize(
    ("held", "log", "low"),
    [
        ([3, 300], False, 0),
        ([3, 301], True, 1),
        ([0, 3, 301], True, 0),
        ([0, 500], False, 0),
        ([30, 31], False, 30),
        ([37], False, 0),
        ([], False, 0),
    ],
)
def test_an_axis_is_logarithmic_beyond_a_hundredfold(held, log, low):
    axis = make_axis(held, 0, 100)
    assert (axis.log, axis.low) == (log, low)


@pytest.mark.parametrize(
    ("value", "label"),
    [(0, "0"), (30000, "30,000"), (2_000_000, "2 million"), (1_500_000, "1.5 million")],
)
def test_ticks_are_written_in_full(value, label):
    assert tick_label(value) == label


def test_an_open_upper_end_runs_out_to_the_right_with_a_head():
    xs = shape(draw(bar(22, None), bar(30, 40)))
    closed = shape(draw(bar(22, None), bar(30, 40)), 1)
    assert max(xs) > max(closed)
    svg = tree(draw(bar(22, None)))
    heights = re.findall(
        r"[MLV][\d.]*? ?(-?[\d.]+)", svg.findall(f".//{SVG}a/{SVG}path")[0].get("d")
    )
    assert len(heights) >= 4


def test_an_open_lower_end_points_left_and_never_starts_at_a_value():
    svg = draw(bar(None, 12), bar(30, 40))
    assert min(shape(svg)) <= make_axis([0, 12, 30, 40], 30, 220, from_zero=True).at(0)
    assert "up to 12" in svg
    # An open end at 0 still has room for its arrow.
    zero = draw(bar(None, 0))
    assert max(shape(zero)) - min(shape(zero)) > 10


def test_no_number_is_a_dotted_line_and_says_so():
    svg = draw(bar(None, None))
    assert not [p for p in tree(svg).iter(f"{SVG}path") if (p.get("class") or "")[:3] == "bar"]
    assert tree(svg).find(f".//{SVG}line[@class='line']") is not None
    assert "no number" in svg


def test_nothing_at_all_still_draws():
    assert tree(ladder([], key="k", title="t", low=None, high=None)) is not None


@pytest.mark.parametrize(
    ("stance", "fill"),
    [("asserted", "#1c3d5a"), ("hedged", "url(#k-h)"), ("denied", "#fff"), ("strange", "#1c3d5a")],
)
def test_stance_is_told_by_pattern_and_word(stance, fill):
    svg = draw(bar(5, 9, stance=stance))
    path = tree(svg).find(f".//{SVG}a/{SVG}path")
    assert path.get("fill") == fill
    assert (stance in ("asserted", "strange")) != (f"9 {stance}" in svg)


def test_the_assessed_band_spans_low_to_high_and_is_named():
    svg = tree(draw(bar(10, 10), bar(50, 50), low=10, high=50, assessed=True))
    band = svg.find(f".//{SVG}rect[@class='band']")
    axis = make_axis([10, 50], 30, 220, ticks=4)
    assert float(band.get("x")) == pytest.approx(axis.at(10), abs=0.1)
    assert float(band.get("x")) + float(band.get("width")) == pytest.approx(axis.at(50), abs=0.1)
    assert "assessed: 10 to 50" in "".join(svg.itertext())
    assert len(svg.findall(f".//{SVG}line[@class='edge']")) == 2


def test_an_open_band_has_one_edge_and_an_unknown_one_none():
    half = tree(draw(bar(10, None), low=10, high=None, assessed=True))
    assert len(half.findall(f".//{SVG}line[@class='edge']")) == 1
    unknown = tree(draw(bar(10, None), low=None, high=None, assessed=True))
    assert unknown.find(f".//{SVG}rect[@class='band']") is None
    assert "assessed: unknown" in "".join(unknown.itertext())


def test_a_copy_is_thin_and_has_no_second_number():
    svg = draw(bar(22, None), bar(22, None, thin=True))
    assert svg.count(">22+<") == 1
    hits = [float(r.get("height")) for r in tree(svg).iter(f"{SVG}rect") if r.get("class") == "hit"]
    assert hits[1] < hits[0] / 2


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.none() | values, st.none() | values, st.booleans()), min_size=1, max_size=6
    ),
    st.none() | values,
    st.none() | values,
)
def test_any_claims_stay_inside_the_picture(rows, low, high):
    bars = [
        bar(*sorted((a, b)), thin=thin) if None not in (a, b) else bar(a, b, thin=thin)
        for a, b, thin in rows
    ]
    svg = draw(*bars, low=low, high=high, assessed=True)
    assert svg == draw(*bars, low=low, high=high, assessed=True)
    assert len(tree(svg).findall(f".//{SVG}a")) == len(bars)
    numbered = [n for n, (a, b, _) in enumerate(rows) if (a, b) != (None, None)]
    for number in range(len(numbered)):
        assert all(0 <= x <= WIDTH for x in shape(svg, number))


def test_five_hundred_claims_make_one_picture_with_every_link():
    bars = [bar(n, n + 2, href=f"t.html#c-{n}", thin=n % 10 != 0) for n in range(500)]
    svg = tree(draw(*bars))
    assert [a.get("href") for a in svg.iter(f"{SVG}a")] == [f"t.html#c-{n}" for n in range(500)]
    assert float(svg.get("height")) < 8000
    assert svg.get("class") == "ladder tall"  # cut between sheets on paper, not shrunk to one
    assert tree(draw(bar(5, 9))).get("class") == "ladder"


def test_the_picture_is_named_and_carries_no_style_of_its_own():
    svg = draw(bar(5, 9))
    assert tree(svg).findtext(f"{SVG}title") == "Killed <&>"
    assert "1 claim by 1 origin" in tree(svg).findtext(f"{SVG}desc")
    assert " style=" not in svg


def step(day, low, high, **fields):
    return Step(day=date.fromisoformat(day), low=low, high=high, title="t", href="#c", **fields)


@pytest.mark.parametrize(
    "points",
    [
        [],
        [step("2019-03-01", 5, 5)],
        [step("2019-03-01", 5, 5), step("2019-03-02", None, None)],
        [step("2019-03-01", 5, 5), step("2019-03-01", 9, 9)],
    ],
)
def test_fewer_than_two_days_with_a_number_make_no_series(points):
    assert steps(points, key="s", title="t") is None


def test_a_series_rises_in_steps_and_marks_the_break():
    svg = steps(
        [
            step("2019-03-09", 40, 40, broken=True),
            step("2019-03-01", 30, None),
            step("2019-03-05", None, 50),
        ],
        key="s",
        title="<t>",
    )
    line = tree(svg).find(f".//{SVG}path[@class='series']").get("d")
    xs = [float(x) for x in re.findall(r"[MH]([\d.]+)", line)]
    ys = [float(y) for y in re.findall(r"(?:V|M[\d.]+ )([\d.]+)", line)]
    assert xs == sorted(xs)
    assert ys[1] < ys[2] < ys[0]  # 50 above 40 above 30, on a scale that grows downwards
    assert len(tree(svg).findall(f".//{SVG}rect[@class='break']")) == 1
    for words in ("arrow up", "arrow down", "a revision"):
        assert words in svg


def test_a_long_series_keeps_dots_only_where_they_tell_something():
    long = steps(
        [step(f"2019-03-{d:02}", d * 9, d * 9) for d in range(1, 29)] * 2, key="s", title="t"
    )
    assert "56 readings" in long


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019-03-01", date(2019, 3, 1)),
        ("2019-03-01T10:00:00Z", date(2019, 3, 1)),
        ("2019-03", None),
        ("XXXX-03-01", None),
        ("2019-02-30", None),
        (None, None),
    ],
)
def test_only_full_days_are_drawn(written, day):
    assert day_of(written) == day


ends = st.tuples(st.none() | values, st.none() | values).map(
    lambda pair: tuple(sorted(pair)) if None not in pair else pair
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ends, max_size=40), ends)
def test_a_strip_shows_each_value_once_and_stays_inside(rows, assessed):
    svg = strip(rows, *assessed)
    numbered = {pair for pair in rows if pair != (None, None)}
    if not numbered:
        assert svg == ""
        return
    root = tree(svg)
    shapes = [*root.iter(f"{SVG}path"), *root.iter(f"{SVG}circle")]
    assert len(shapes) == len(numbered)
    places = [float(c.get("cx")) for c in root.iter(f"{SVG}circle")]
    places += [
        float(x) for p in root.iter(f"{SVG}path") for x in re.findall(r"[MH](-?[\d.]+)", p.get("d"))
    ]
    assert all(0 <= x <= STRIP_WIDTH for x in places)
    assert float(root.get("height")) <= 120
