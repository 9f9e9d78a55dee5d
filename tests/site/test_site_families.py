"""The page of a family: its reports, what ties them, and the ways to it."""

from __future__ import annotations

from pathlib import Path

from lxml.html import HtmlElement, HTMLParser, document_fromstring

from harmledger.site import verify_site


def page(path: Path) -> HtmlElement:
    return document_fromstring(path.read_bytes(), parser=HTMLParser(encoding="utf-8"))


def words(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())


def family_of_two(example):
    return next(family for family in example.families() if len(family.members) == 2)


def test_a_family_of_two_has_a_page_and_one_alone_has_none(example, example_site):
    pages = sorted(path.stem for path in (example_site / "families").iterdir())
    assert pages == [family_of_two(example).id]
    assert list(verify_site(example_site)) == []


def test_the_page_shows_passages_side_by_side_and_why(example, example_site):
    family = family_of_two(example)
    tree = page(example_site / "families" / f"{family.id}.html")
    (tie,) = family.evidence
    (article,) = tree.findall(".//article[@class='tie']")
    assert tie.sentence in words(article)
    (row,) = article.findall(".//table[@class='passages']/tbody/tr")
    texts = {text.id: text.text for text in example.texts()}
    first, second, likeness = (words(cell) for cell in row)
    assert first == " ".join(texts[tie.text_ids[0]][:40].split())
    assert second == " ".join(texts[tie.text_ids[1]][:40].split())
    assert likeness == "90 %"
    assert [words(cell) for cell in article.find(".//table[@class='features']/tbody/tr")] == [
        "rare words",
        "0.91",
        "+2.50",
    ]
    assert "kiln, wharf" in words(article)
    assert "Veldin" in words(article)
    assert "credit line" in words(article)


def test_each_report_of_a_family_leads_to_its_page(example, example_site):
    family = family_of_two(example)
    for member in family.members:
        tree = page(example_site / "texts" / f"{member.text_id}.html")
        targets = [link.get("href") for link in tree.iter("a")]
        assert f"../families/{family.id}.html" in targets
    listed = [link.get("href") for link in page(example_site / "reports.html").iter("a")]
    assert listed.count(f"families/{family.id}.html") == 2


def test_copies_are_thin_under_their_origin(example_site):
    subjects = [*(example_site / "incidents").iterdir(), *(example_site / "tolls").iterdir()]
    drawn = " ".join(path.read_text(encoding="utf-8") for path in subjects)
    assert "thin: a copy, or the same figure repeated" in drawn
    assert "2 reports" in drawn
