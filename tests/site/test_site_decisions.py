"""What people decided, on the pages: by whom, why, and what it moved; and in the tables."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from lxml.html import HTMLParser, document_fromstring

from harmledger import Book
from harmledger.exports import export_csv
from harmledger.pipeline import judge, run, withdraw
from harmledger.site import build_site, verify_site

HOSTILE = "<script>alert(1)</script> misread"
WHERE = "in an air strike in Kunduz on 3 October 2015"
REPORTS = {
    "a.txt": f"The Hill Office said that 22 people were killed {WHERE}.\n",
    "b.txt": f"The Valley Bureau said that 30 people were killed {WHERE}.\n",
    "c.txt": f"The River Board said that 35 people were killed {WHERE}.\n",
    "d.txt": f"The Lake Office said that 99 people were killed {WHERE}.\n",
}


def at(minute: int) -> str:
    return f"2024-05-01T10:{minute:02d}:00Z"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edited claim, a rejected one, a withdrawn page, and an approved figure."""
    place = tmp_path_factory.mktemp("decisions")
    (place / "reports").mkdir()
    for name, words in REPORTS.items():
        (place / "reports" / name).write_text(words, encoding="utf-8")
    run([place / "reports"], place / "book")
    with Book(place / "book", read_only=False) as book:
        claims = {claim.low: claim.id for claim in book.claims()}
        judge(book, claims[99], "reject", by="B. Reader", at=at(0), reason="of another year")
        withdraw(book, "c.txt", at=at(1), reason="taken back", by="C. Reader")
        values = ["low=25", "high=25"]
        judge(book, claims[30], "edit", by="A. Reader", at=at(2), reason=HOSTILE, values=values)
        (figure,) = book.figures()
        judge(book, figure.id, "approve", by="D. Reader", at=at(3))
        build_site(book)
    return place / "book"


def words(path: Path) -> str:
    tree = document_fromstring(path.read_bytes(), parser=HTMLParser(encoding="utf-8"))
    return " ".join(tree.text_content().split())


def page_of(book: Path, document: str) -> str:
    with Book(book) as held:
        (text,) = (text for text in held.texts() if text.document == document)
    return words(book / "site" / "texts" / f"{text.id}.html")


def test_the_site_is_sound_and_runs_nothing(book: Path) -> None:
    assert list(verify_site(book / "site")) == []


def test_an_approved_figure_says_who_approved_it(book: Path) -> None:
    shown = words(book / "site" / "index.html")
    assert "Approved by D. Reader on 2024-05-01" in shown
    assert "Only figures marked “approved” have been checked by a person." in shown
    assert "22 to 25" in shown


def test_a_claim_shows_what_was_set_beside_what_was_read(book: Path) -> None:
    shown = page_of(book, "b.txt")
    assert "Edited by A. Reader on 2024-05-01" in shown
    assert "low: 25 (was 30)" in shown
    assert f"Reason given: {HOSTILE}" in shown
    shown = page_of(book, "d.txt")
    assert "Rejected by B. Reader" in shown
    assert "of another year" in shown
    assert "Not used in a figure." in shown


def test_a_withdrawn_page_is_marked_and_its_text_stays(book: Path) -> None:
    shown = page_of(book, "c.txt")
    assert "Withdrawn. Withdrawn by C. Reader" in shown
    assert "were killed in an air strike in Kunduz" in shown
    assert words(book / "site" / "reports.html").count("withdrawn") == 1


def test_corrections_are_kept_for_readers_the_latest_first(book: Path) -> None:
    shown = words(book / "site" / "corrections.html")
    places = [shown.index(f"by {letter}. Reader") for letter in "ACB"]
    assert places == sorted(places)
    assert "D. Reader" not in shown, "an approval corrects nothing"
    assert "22 to 99" in shown
    assert "reason given: taken back" in shown
    page = (book / "site" / "corrections.html").read_text(encoding="utf-8")
    assert "The figure now" in page


def test_the_tables_say_it_too(book: Path, tmp_path: Path) -> None:
    with Book(book) as held:
        export_csv(held, tmp_path)
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["document"]: row for row in csv.DictReader(file)}
    assert (rows["b.txt"]["low"], rows["b.txt"]["review"]) == ("25", "edited")
    assert "low 25 (the program read 30)" in rows["b.txt"]["review_changes"]
    assert (rows["d.txt"]["review"], rows["d.txt"]["review_by"]) == ("rejected", "B. Reader")
    assert (rows["c.txt"]["review"], rows["c.txt"]["review_why"]) == ("withdrawn", "taken back")
    assert (rows["a.txt"]["review"], rows["a.txt"]["review_by"]) == ("", "")
    with (tmp_path / "figures.csv").open(encoding="utf-8", newline="") as file:
        (figure,) = csv.DictReader(file)
    assert figure["status"] == "approved"
    assert "approved by D. Reader" in figure["decisions"]
