"""Mistakes in what a user gives: said with a hint, and nothing is made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from harmledger import Book
from harmledger.errors import UsageProblem, VocabularyProblem
from harmledger.pipeline import run, totals_of


def test_of_no_report_no_book_is_made(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path, why in ((tmp_path / "gone", "no such file"), (tmp_path / "empty", "no report lies")):
        with pytest.raises(UsageProblem, match=why) as raised:
            run([path], tmp_path / "book")
        assert raised.value.hint
        assert not (tmp_path / "book").exists()
    (tmp_path / "a.txt").write_text("Two people were killed.\n", encoding="utf-8")
    assert run([tmp_path / "gone", tmp_path / "a.txt"], tmp_path / "book").read == 1
    # A book that is there goes on, and says what is missing.
    assert run([tmp_path / "gone"], tmp_path / "book").problems == 1


def test_a_method_that_is_missing_or_no_toml_has_a_hint(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two people were killed.\n", encoding="utf-8")
    with pytest.raises(UsageProblem, match="cannot be read") as missing:
        run([tmp_path / "a.txt"], tmp_path / "book", method=str(tmp_path / "gone.toml"))
    assert "airwars@1" in missing.value.hint
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[about]\nname = ours\n", encoding="utf-8")
    with pytest.raises(VocabularyProblem, match="not valid TOML") as raised:
        run([tmp_path / "a.txt"], tmp_path / "book", method=str(wrong))
    assert "quotes" in raised.value.hint
    with pytest.raises(VocabularyProblem, match="not valid TOML") as raised:
        run([tmp_path / "a.txt"], tmp_path / "book", counters=wrong)
    assert "quotes" in raised.value.hint


def test_an_unknown_measure_names_those_that_are_known(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two people were killed.\n", encoding="utf-8")
    run([tmp_path / "a.txt"], tmp_path / "book")
    with Book(tmp_path / "book") as book, pytest.raises(UsageProblem, match="no such") as raised:
        list(totals_of(book, measure="dead"))
    assert "killed, injured" in raised.value.hint


@pytest.mark.parametrize(("since", "until"), [("2012", "2011"), ("2011-03", "2011-02-28")])
def test_a_period_that_ends_before_it_begins_is_refused(
    tmp_path: Path, since: str, until: str
) -> None:
    (tmp_path / "a.txt").write_text("Two people were killed.\n", encoding="utf-8")
    run([tmp_path / "a.txt"], tmp_path / "book")
    with Book(tmp_path / "book") as book:
        with pytest.raises(UsageProblem, match=f"{until} ends before {since} begins"):
            list(totals_of(book, since=since, until=until))
        assert list(totals_of(book, since="2011", until="2011-01")) == []
