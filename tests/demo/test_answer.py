"""What the program reads from the bundled case, against the answer made by hand."""

from __future__ import annotations

import pytest

from demo_answer import answer, score
from harmledger import Book
from harmledger.demo import case_paths
from harmledger.pages import InputOptions
from harmledger.pipeline import run


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The case run once."""
    path = tmp_path_factory.mktemp("demo") / "book"
    run(case_paths(), path, InputOptions())
    return Book(path)


def test_claims_are_those_of_the_answer() -> None:
    found = score()
    assert found.precision >= 0.95, found.extra
    assert found.recall >= 0.90, found.missed
    # All that is left is marked as hard in the answer.
    assert found.missed_easy == 0
    for name in ("status", "speaker", "stance", "scope", "qualifier"):
        assert found.fields[name] / found.compared[name] >= 0.95, name


def test_the_incidents_are_those_of_the_answer(book: Book) -> None:
    found = {
        (one.when.start, one.where.name): {r.document: r.main for r in one.reports}
        for one in book.incidents()
        if one.when and one.where
    }
    assert len(found) == len(list(book.incidents()))
    assert found == {
        (told["date"], told["place"]): {
            **dict.fromkeys(told["main_in"], True),
            **dict.fromkeys(told["mentioned_in"], False),
        }
        for told in answer()["incident"]
    }


def test_copies_and_the_undated_rewrite_are_found(book: Book) -> None:
    wanted = {
        frozenset((report["document"], report.get("copy_of") or report["rewrite_of"]))
        for report in answer()["report"]
        if "copy_of" in report or "rewrite_of" in report
    }
    families = {
        frozenset(member.document for member in family.members)
        for family in book.families()
        if len(family.members) > 1
    }
    assert families == wanted
