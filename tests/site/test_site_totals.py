"""Totals on the pages: the rule beside the number, and what is not known."""

from __future__ import annotations

from pathlib import Path

from lxml.html import HTMLParser, document_fromstring

from harmledger import Book
from harmledger.pipeline import judge, run
from harmledger.site import build_site, verify_site
from harmledger.vocabulary import method_file

WHERE = "in an air strike in Kunduz on 3 October 2015"
REPORTS = {
    "a.txt": f"The Hill Office said that 22 people were killed {WHERE}.\n",
    "b.txt": f"The Valley Bureau said that 30 people were killed {WHERE}.\n",
    "c.txt": "Police said that at least 4 people were killed in a fire in Herat on 9 May 2014.\n",
}


def built(place: Path, method: str = "airwars") -> Path:
    (place / "reports").mkdir(exist_ok=True)
    for name, words in REPORTS.items():
        (place / "reports" / name).write_text(words, encoding="utf-8")
    run([place / "reports"], place / "book", method=method)
    with Book(place / "book", read_only=False) as book:
        return build_site(book)


def words(path: Path) -> str:
    tree = document_fromstring(path.read_bytes(), parser=HTMLParser(encoding="utf-8"))
    return " ".join(tree.text_content().split())


def test_the_rule_stands_beside_the_sum_and_the_rest_beside_it(tmp_path: Path) -> None:
    site = built(tmp_path)
    assert list(verify_site(site)) == []
    shown = words(site / "totals.html")
    assert "The rule: The total runs from the sum of the lows" in shown
    assert "22 to 30" in shown
    assert "beside it: 4 or more, no upper figure known" in shown
    assert "No high is known for 1" in shown
    with Book(tmp_path / "book", read_only=False) as book:
        figure = next(f for f in book.figures() if f.high == 30)
        judge(book, figure.id, "reject", by="A", at="2024-05-01T10:00:00Z", reason="no")
        build_site(book)
    assert "22 to 30" not in words(site / "totals.html")


def test_a_method_of_ones_own_is_shown_with_its_rules(tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_text(method_file("acled@1").replace('name = "acled"', 'name = "ours"'))
    site = built(tmp_path, str(own))
    assert "Tens are 10, dozens 12, hundreds 100." in words(site / "methods.html")
    shown = words(site / "totals.html")
    assert "ours@1" in shown
    assert "26" in shown


def test_a_figure_whose_decision_lapsed_is_told_of_beside_the_sum(tmp_path: Path) -> None:
    built(tmp_path)
    again = "1 figure as the method gives: what a person decided needs another look"
    with Book(tmp_path / "book", read_only=False) as book:
        (figure,) = (f for f in book.figures() if f.high == 30)
        claim = next(c for c in book.claims() if c.low == 30)
        by = {"by": "A. Reader", "reason": "misread"}
        at = "2024-05-01T10:00:00Z"
        judge(book, figure.id, "edit", values=("low=22", "high=22"), at=at, **by)
        assert again not in words(build_site(book) / "totals.html")
        at = "2024-05-01T11:00:00Z"
        judge(book, claim.id, "edit", values=("low=26", "high=26"), at=at, **by)
        assert again in words(build_site(book) / "totals.html")
