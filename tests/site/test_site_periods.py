"""Sums by month as range bars: open ends, gaps, unknown months, and the table beside."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from browser import dump
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from harmledger import Book
from harmledger.pipeline import run
from harmledger.site import build_site, verify_site
from harmledger.site.period_bars import BOTTOM, Period, Spread
from harmledger.site.periods import WIDTH, periods

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parent / "months.svg"

REPORTS = [
    "The Hill Office said that 22 people were killed in a raid in Kunduz on 3 October 2015.",
    "The Valley Bureau said that 30 people were killed in a raid in Kunduz on 3 October 2015.",
    "The Hill Office said that at least 4 people were killed in a fire in Herat on 9 May 2015.",
    "The Valley Bureau said that at least 7 people were killed in a fire in Herat on 9 May 2015.",
    "The Hill Office said that 6 people were killed in a fire in Mosul on 12 May 2015.",
    "The Hill Office said that 8 people were killed in a raid in Mosul on 2 June 2015.",
    "The Hill Office said that 9 people were killed in a bombing in Basra.",
]


def period(at: int | None, low: int | None, high: int | None, *beside: Spread) -> Period:
    label = "not known" if at is None else f"no. {at}"
    counted = Spread(low=low, high=high)
    return Period(at=at, label=label, counted=counted, beside=beside, title="t", href="#r")


def tree(svg: object) -> etree._Element:
    return etree.fromstring(
        str(svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )


def draw(*held: Period) -> etree._Element:
    return tree(periods(held, key="k", title="Killed <&>, by month"))


def columns(root: etree._Element) -> list[float]:
    return [float(r.get("x")) for r in root.iter(f"{SVG}rect") if r.get("class") == "hit"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("months")
    (place / "reports").mkdir()
    for number, words in enumerate(REPORTS):
        (place / "reports" / f"r{number}.txt").write_text(words + "\n", encoding="utf-8")
    run([place / "reports"], place / "book")
    with Book(place / "book", read_only=False) as book:
        return build_site(book)


def page(site: Path):
    parser = HTMLParser(encoding="utf-8")
    return document_fromstring((site / "totals.html").read_bytes(), parser=parser)


def test_the_picture_of_a_book_is_as_kept(site: Path, request: pytest.FixtureRequest) -> None:
    html = (site / "totals.html").read_text("utf-8")
    got = re.findall(r'<svg class="periods".*?</svg>', html, re.DOTALL)[0].replace("><", ">\n<")
    if request.config.getoption("--accept-golden"):
        GOLDEN.write_text(got + "\n", encoding="utf-8")
    assert got + "\n" == GOLDEN.read_text("utf-8")


def test_the_rule_and_every_number_stand_beside_the_picture(site: Path) -> None:
    assert list(verify_site(site)) == []
    (part,) = page(site).xpath("//section[@class='by-period'][.//svg/title='Killed, by month']")
    words = " ".join(part.text_content().split())
    assert "The rule (airwars@1, total): The total runs from the sum of the lows" in words
    rows = [" ".join(row.text_content().split()) for row in part.xpath(".//tbody/tr")]
    assert rows[0].startswith("May 2015")
    assert "4 to 7 or more, no upper figure known" in rows[0]
    assert rows[1].startswith("May 2015beside it: 6")
    assert rows[2].startswith("June 2015beside it: 8")
    assert rows[3] == ("July 2015 to September 2015no incident in this book, which is no zero")
    assert rows[4].startswith("October 201522 to 30")
    assert rows[5].startswith("date not knownbeside it: 9")
    links = part.xpath(".//tbody//a/@href")
    assert len(links) == 5
    assert all((site / link).is_file() for link in links)


def test_a_country_has_a_picture_of_its_own_where_there_are_several(site: Path) -> None:
    titles = page(site).xpath("//svg[@class='periods']/title/text()")
    assert titles == ["Killed, by month", "Killed, IQ, by month", "Killed, AF, by month"]


def test_bars_lead_to_their_rows(site: Path) -> None:
    found = page(site)
    links = found.xpath("//svg[@class='periods']//a/@href")
    assert links
    for link in links:
        assert found.get_element_by_id(link[1:]).tag == "tr"


def test_an_open_end_is_an_arrow_and_a_known_one_is_none() -> None:
    def arrows(low: int | None, high: int | None) -> list[str]:
        root = draw(period(1, low, high), period(2, 10, 40))
        return [p.get("d") for p in root.iter(f"{SVG}path") if p.get("class") == "whisker"]

    assert arrows(5, 9) == []
    (up,) = arrows(5, None)
    (down,) = arrows(None, 9)
    assert "v-13.0" in up
    assert "v13.0" in down
    dotted = draw(period(1, None, None), period(2, 10, 40))
    assert dotted.find(f".//{SVG}line[@class='line']") is not None
    assert "neither end of the sum is known" in "".join(dotted.itertext())


def test_a_gap_is_wide_and_has_no_bar() -> None:
    root = draw(period(24180, 5, 9), period(24181, 2, 3), period(24185, 4, 4))
    first, second, third = columns(root)
    assert third - second == pytest.approx(4 * (second - first), abs=0.2)
    assert "holds nothing of them: 3 months" in root.findtext(f"{SVG}desc")


def test_a_stated_zero_is_drawn_and_an_unknown_month_stands_apart() -> None:
    root = draw(period(24180, 0, 0), period(24181, 2, 3), period(None, 4, 6))
    shapes = [p.get("d") for p in root.iter(f"{SVG}path") if p.get("class") == "bar asserted"]
    assert len(shapes) == 3
    assert f" {BOTTOM:.1f} " in shapes[0]
    assert columns(root)[2] > columns(root)[1]
    assert "month not known" in "".join(root.itertext())


def test_what_stands_beside_is_thin_and_empty() -> None:
    root = draw(period(1, 10, 20, Spread(low=3, high=9)), period(2, 1, 2))
    beside = [p for p in root.iter(f"{SVG}path") if p.get("class") == "bar beside"]
    assert [p.get("fill") for p in beside] == ["#fff"]
    assert "beside the sum by the rule, not in it" in "".join(root.itertext())


def test_nothing_to_add_draws_nothing() -> None:
    empty = Period(at=1, label="", counted=None, beside=(), title="t", href="#r")
    assert periods([empty], key="k", title="t") is None


values = st.none() | st.integers(0, 10**6)
ends = st.tuples(values, values).map(lambda pair: tuple(sorted(pair)) if None not in pair else pair)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.none() | st.integers(24000, 24119), ends), min_size=1, max_size=12))
def test_any_sums_stay_inside_the_picture(
    drawn: list[tuple[int | None, tuple[int | None, int | None]]],
) -> None:
    held = [period(at, *pair, Spread(low=pair[0], high=None)) for at, pair in drawn]
    root = draw(*held)
    assert root.get("role") == "group"
    assert root.findtext(f"{SVG}title") == "Killed <&>, by month"
    assert len(columns(root)) == len(held)
    height = float(root.get("height"))
    for path in root.iter(f"{SVG}path"):
        xs = [float(x) for x in re.findall(r"[MLH](-?[\d.]+)", path.get("d"))]
        ys = [float(y) for y in re.findall(r"(?:[ML]-?[\d.]+ |V)(-?[\d.]+)", path.get("d"))]
        assert all(0 <= x <= WIDTH for x in xs)
        assert all(0 <= y <= height for y in ys)


PROBE = """<pre id="out"></pre><script>addEventListener('load', () => {
  const svg = document.querySelector('svg.periods'), box = svg.getBoundingClientRect();
  const row = document.querySelector('tr:target');
  document.getElementById('out').textContent = JSON.stringify({
    wide: box.width, bars: Array.from(svg.querySelectorAll('path.bar')).map(bar => {
      const own = bar.getBoundingClientRect();
      return own.height > 0 && own.width > 0 && own.left >= box.left && own.right <= box.right;
    }),
    named: svg.getAttribute('aria-labelledby').split(' ').every(i => document.getElementById(i)),
    row: row && row.textContent.trim(), lit: row && getComputedStyle(row.cells[0]).backgroundColor,
    other: getComputedStyle(document.querySelector('table.totals td')).backgroundColor,
  });
})</script></body>"""


def test_a_browser_draws_the_bars_and_lights_the_row(
    chromium: str, site: Path, tmp_path: Path
) -> None:
    html = (site / "totals.html").read_text("utf-8")
    html = html.replace("default-src 'none';", "default-src 'none'; script-src 'unsafe-inline';")
    (tmp_path / "style.css").write_bytes((site / "style.css").read_bytes())
    copy = tmp_path / "totals.html"
    copy.write_text(html.replace("</body>", PROBE), "utf-8")
    link = page(site).xpath("//svg[@class='periods']//a/@href")[0]
    dumped, _ = dump(chromium, tmp_path / "profile", copy.as_uri() + link)
    seen = json.loads(document_fromstring(dumped).get_element_by_id("out").text_content())
    assert seen["wide"] > 200
    assert len(seen["bars"]) == 5
    assert all(seen["bars"])
    assert seen["named"]
    assert seen["row"].startswith("May 2015")
    assert seen["lit"] != seen["other"]
