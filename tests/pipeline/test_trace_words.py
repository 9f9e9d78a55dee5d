"""A trace is sentences: each line ends as one, and says what a reader can follow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from harmledger import Book
from harmledger.demo import case_paths
from harmledger.pages import InputOptions
from harmledger.pipeline import judge, run, trace, withdraw

AT = "2024-05-01T10:00:00Z"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("trace") / "book"
    run(case_paths(), path, InputOptions())
    return path


def lines_of(place: Path, figure: str) -> list[str]:
    with Book(place) as book:
        return list(trace(book, figure))


def assert_sentences(lines: list[str]) -> None:
    for line in filter(None, lines):
        # A sentence of a report may end as it likes.
        assert line.endswith((".", ":")) or "The sentence is: " in line, line
        assert re.match(r"\s*[\[“\"A-Za-z0-9]", line), line
        assert not re.search(r"\bNone\b|\(other\)|\(family\)|: \.", line), line
    told = [line for line in lines if line.startswith("  Rule ")]
    for line in told:
        # Claims are named by their number in the trace, not by ids.
        assert not re.search(r"\b[0-9a-f]{20}\b", line), line


def test_every_line_of_every_figure_is_a_sentence(place: Path) -> None:
    with Book(place) as book:
        ids = [figure.id for figure in book.figures()]
        whole = {one: list(trace(book, one)) for one in ids}
    assert len(ids) > 10
    for lines in whole.values():
        assert_sentences(lines)


def test_what_a_person_set_is_told_apart_from_what_the_method_made(place: Path) -> None:
    with Book(place, read_only=False) as book:
        figure = next(f for f in book.figures() if f.low and f.high and f.low < f.high)
        judge(book, figure.id, "edit", by="A. Reader", at=AT, reason="misread", values=["low=1"])
    lines = lines_of(place, figure.id)
    assert_sentences(lines)
    (method,) = [line for line in lines if line.startswith("The method ")]
    assert "a person set another figure, as told below" in method
    assert any("A. Reader" in line and "misread" in line for line in lines)


def test_numbers_of_claims_are_those_of_the_trace(place: Path) -> None:
    with Book(place) as book:
        figure = max(book.figures(), key=lambda one: len(one.trace))
        assessment = book.one("assessments", figure.assessment)
        lines = list(trace(book, figure.id))
    ids = [link.claim_id for link in figure.trace]
    (told,) = [line for line in lines if line.startswith("  Rule range: ")]
    fired = next(reason for reason in assessment.reasons if reason.rule == "range")
    numbers = sorted(ids.index(one) + 1 for one in fired.claims if one in ids)
    assert [int(n) for n in re.findall(r"\d+", told.split("about claim")[1])] == numbers


def test_after_a_source_fell_the_trace_is_of_those_left(place: Path) -> None:
    with Book(place, read_only=False) as book:
        figure = max(book.figures(), key=lambda one: len(one.trace))
        before = len(figure.trace)
        page = figure.trace[0].page_id
        withdraw(book, page, reason="taken back", by="A. Reader", at=AT)
        now = max(book.figures(), key=lambda one: len(one.trace))
        lines = list(trace(book, now.id))
        assert len(now.trace) < before
    assert_sentences(lines)
    assert not any(page in line for line in lines)
