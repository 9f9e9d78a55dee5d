"""Who counted, on the pages: every number of reports with its origins, names with the reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml.html import HTMLParser, document_fromstring

from harmledger import Book
from harmledger.pipeline import run
from harmledger.site import build_site, verify_site

HOSTILE = "Hill <script>alert(1)</script> Office"
REPORTS = {
    "a.txt": "At least 22 people were killed in an air strike in Gaza City on 3 October 2015, "
    "Gaza’s health ministry said.\n",
    "b.txt": "In Gaza City 30 people died in the air strike of 3 October 2015, according to the "
    "Hamas-run health ministry.\n",
    "c.txt": "An air strike in Gaza City on 3 October 2015 killed 24 people, Palestinian health "
    "officials said. They gave no names.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("counters")
    (place / "reports").mkdir()
    for name, words in REPORTS.items():
        (place / "reports" / name).write_text(words, encoding="utf-8")
    own = place / "counters.toml"
    own.write_text(
        f"""[about]
explanation = "Ours."
[[term]]
id = "gaza_health_ministry"
name = "the Health Ministry {HOSTILE}"
kind = "authority"
names = ["gaza health ministry", "hamas-run health ministry"]
generic = ["palestinian health officials"]
places = ["gaza city"]
""",
        encoding="utf-8",
    )
    run([place / "reports"], place / "book", counters=own)
    with Book(place / "book", read_only=False) as book:
        return build_site(book)


def words(path: Path) -> str:
    tree = document_fromstring(path.read_bytes(), parser=HTMLParser(encoding="utf-8"))
    return " ".join(tree.text_content().split())


def test_reports_never_stand_without_their_origins(site: Path) -> None:
    assert list(verify_site(site)) == []
    (incident,) = (site / "incidents").iterdir()
    for page in (site / "index.html", incident):
        shown = words(page)
        assert "3 reports, 1 independent origin" in shown, page
        # Lists of reports apart, which say in what families they are.
        counts = re.findall(r"\d+ reports?\b(?!, \d+ independent origin)(?! read)", shown)
        assert [c for c in counts if f"claims in {c}" not in shown] == [], page
    assert "3 reports read, in 3 families" in words(site / "reports.html")


def test_every_counter_has_its_place_on_a_page_of_its_own(site: Path) -> None:
    shown = words(site / "counters.html")
    assert "1 named counter, each under all the names" in shown
    assert f"the Health Ministry {HOSTILE} (authority), 3 claims in 3 reports" in shown
    assert 'href="counters.html"' in (site / "index.html").read_text(encoding="utf-8")
    assert "<script" not in (site / "counters.html").read_text(encoding="utf-8")


def test_each_origin_has_its_names_with_reports_and_reason(site: Path) -> None:
    (incident,) = (site / "incidents").iterdir()
    shown = words(incident)
    assert "Who counted" in shown
    assert "“Gaza’s health ministry”" in shown
    assert "Hamas-run health ministry” The vocabulary of counters lists it" in shown
    assert "Rule: context. In" in shown
    assert HOSTILE in shown
    assert "<script" not in incident.read_text(encoding="utf-8")
