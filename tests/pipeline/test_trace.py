"""A figure's way back to its sentences, in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from harmledger.errors import NotFound
from harmledger.ledger import Book
from harmledger.pipeline import run, trace


def test_every_link_from_the_figure_to_the_archived_file(reports: Path, tmp_path: Path) -> None:
    run([reports], tmp_path / "book")
    with Book(tmp_path / "book") as book:
        figures = list(book.figures())
        assert figures
        for figure in figures:
            lines = list(trace(book, figure.id[:10]))
            whole = "\n".join(lines)
            assert lines[0] == f"Figure {figure.id} (draft): {figure.statement}"
            assert figure.method in whole
            assert figure.grade in whole
            assessment = book.get(figure.assessment)
            for reason in assessment.reasons:
                assert reason.sentence in whole
            for link in figure.trace:
                assert f'is "{link.quote}", read as' in whole
                assert f"(claim {link.claim_id})" in whole
                assert f"[{link.quote}]" in whole
                path = book.archive.path(link.page_id)
                assert str(path) in whole
                assert path.is_file()
                text = book.one("texts", link.text_id)
                assert text.text[link.start : link.end] == link.quote


def test_no_figure_has_this_id(reports: Path, tmp_path: Path) -> None:
    run([reports], tmp_path / "book")
    with Book(tmp_path / "book") as book, pytest.raises(NotFound):
        list(trace(book, "ffffffff"))


def test_the_id_of_a_claim_is_told_from_that_of_a_figure(reports: Path, tmp_path: Path) -> None:
    run([reports], tmp_path / "book")
    with Book(tmp_path / "book") as book:
        figure = next(book.figures())
        claim = figure.trace[0].claim_id
        with pytest.raises(NotFound, match="the id of a claim, not of a figure") as raised:
            list(trace(book, claim[:10]))
        assert f"book.get('{claim[:10]}')" in raised.value.hint
        assert figure.id[:12] in raised.value.hint
