"""The main job: adding, repeating, redoing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from given_out import given_out

from harmledger.claims import processes
from harmledger.errors import BookBusy, HarmledgerError, UsageProblem
from harmledger.ledger import Book
from harmledger.pages import InputOptions
from harmledger.pipeline import Silent, derive, making, run, verify
from harmledger.records import Claim, Refusal, Text


def test_reports_in_figures_out(reports: Path, tmp_path: Path) -> None:
    report = run([reports], tmp_path / "book")
    assert (report.read, report.new, report.known) == (5, 5, 0)
    assert report.derived
    assert sorted(refusal.code for refusal in report.refusals) == ["bad-row", "empty"]
    assert report.problems == 2
    with Book(tmp_path / "book") as book:
        quotes = {claim.quote for claim in book.claims()}
        assert {"At least 12", "three", "19"} <= quotes
        assert len(list(book.figures())) == report.held["figures"] > 0
        assert [r.code for r in book.refusals()] == [
            r.code for r in sorted(report.refusals, key=lambda r: r.source)
        ]
        (copies,) = [family for family in book.families() if len(family.members) > 1]
        assert {m.document for m in copies.members} == {"bridge.txt", "bridge-copy.txt"}
    given_out(tmp_path / "book")


def test_again_changes_no_row(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run([reports], tmp_path / "book")
    before = given_out(tmp_path / "book")
    ledger = (tmp_path / "book" / "ledger.db").read_bytes()
    again = run([reports], tmp_path / "book")
    assert (again.read, again.new, again.texts, again.extracted) == (5, 0, 0, 0)
    assert again.derived is False
    assert again.refusals == first.refusals
    assert given_out(tmp_path / "book") == before
    assert (tmp_path / "book" / "ledger.db").read_bytes() == ledger


def test_more_reports_are_added_and_the_way_there_does_not_matter(
    reports: Path, tmp_path: Path
) -> None:
    run([reports], tmp_path / "whole")
    for path in sorted(reports.iterdir(), reverse=True):
        run([path], tmp_path / "bits")
    whole, bits = given_out(tmp_path / "whole"), given_out(tmp_path / "bits")
    assert [row[0] for row in bits["texts"]] == [row[0] for row in whole["texts"]]
    for name in ("families", "claims", "incidents", "tolls", "assessments", "figures", "exports"):
        assert bits[name] == whole[name], name


def test_the_same_bytes_from_two_places_are_one_page(reports: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a-mirror.txt").write_bytes((reports / "bridge.txt").read_bytes())
    for number, order in enumerate(([reports, other], [other, reports])):
        for path in order:
            run([path], tmp_path / str(number))
        with Book(tmp_path / str(number)) as book:
            texts = list(book.texts())
            assert len(texts) == 5
            assert "a-mirror.txt" in {text.document for text in texts}
            assert "bridge.txt" not in {text.document for text in texts}
            page = next(page for page in book.pages() if page.document == "a-mirror.txt")
            assert [place.document for place in book.locations(page.id)] == [
                "a-mirror.txt",
                "bridge.txt",
            ]
    assert given_out(tmp_path / "0")["exports"] == given_out(tmp_path / "1")["exports"]


def test_a_mended_file_is_no_longer_refused(reports: Path, tmp_path: Path) -> None:
    run([reports], tmp_path / "book")
    (reports / "empty.txt").write_text("Two people were killed in Kabul.")
    report = run([reports], tmp_path / "book")
    assert report.new == 1
    with Book(tmp_path / "book") as book:
        assert [refusal.code for refusal in book.refusals()] == ["bad-row"]


def test_refusals_of_other_inputs_stay(reports: Path, tmp_path: Path) -> None:
    run([reports], tmp_path / "book")
    run([reports / "market.md"], tmp_path / "book")
    with Book(tmp_path / "book") as book:
        assert sorted(refusal.code for refusal in book.refusals()) == ["bad-row", "empty"]


def test_a_report_in_a_language_that_is_not_read_is_told_every_time(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "bericht.txt").write_text(
        "Bei dem Angriff auf die Brücke wurden am Samstag zehn Menschen getötet und dreißig "
        "verletzt."
    )
    (folder / "bridge.txt").write_text("Ten people were killed at the bridge, the mayor said.")
    for new in (2, 0):
        report = run([folder], tmp_path / "book")
        assert report.new == new
        assert [(r.source, r.code) for r in report.refusals] == [("bericht.txt", "language")]
        assert report.held["texts"] == 2
    with Book(tmp_path / "book") as book:
        assert {claim.text_id for claim in book.claims()} == {
            text.id for text in book.texts() if text.document == "bridge.txt"
        }
        assert not list(verify(book))


def test_a_new_cleaner_or_extractor_redoes_its_work_from_the_archive(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([reports], tmp_path / "book")
    before = given_out(tmp_path / "book")
    (reports / "bridge.txt").unlink()
    monkeypatch.setattr(making, "EXTRACTOR", "another")
    report = run([reports / "market.md"], tmp_path / "book")
    assert (report.texts, report.extracted) == (0, 5)
    monkeypatch.setattr(making, "CLEANER", "another")
    report = run([reports / "market.md"], tmp_path / "book")
    assert (report.texts, report.extracted) == (5, 0)
    monkeypatch.undo()
    run([reports / "market.md"], tmp_path / "book")
    assert given_out(tmp_path / "book") == before


def test_changed_words_reach_a_book_made_before(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([reports], tmp_path / "book")
    assert run([reports], tmp_path / "book").extracted == 0
    monkeypatch.setattr(making, "code_of", lambda *rooms: "corrected vocabulary")
    assert run([reports], tmp_path / "book").extracted == 5
    monkeypatch.undo()
    with Book(tmp_path / "book") as book:
        # The book says itself that its claims were not made with the words of today.
        assert any("claims were" in problem.message for problem in verify(book))


def test_lost_bytes_are_put_back(reports: Path, tmp_path: Path) -> None:
    run([reports], tmp_path / "book")
    before = given_out(tmp_path / "book")
    with Book(tmp_path / "book") as book:
        lost = next(book.archive.files())
    lost.unlink()
    run([reports], tmp_path / "book")
    assert given_out(tmp_path / "book") == before


def test_other_names_of_fields_are_read_anew(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "1", "text": "Two were killed in Kabul.", "day": "2015-10-05"}\n')
    run([rows], tmp_path / "book")
    with Book(tmp_path / "book") as book:
        assert [text.published_at for text in book.texts()] == [None]
    run([rows], tmp_path / "book", InputOptions(published_field="day"))
    with Book(tmp_path / "book") as book:
        assert [text.published_at for text in book.texts()] == ["2015-10-05"]
    given_out(tmp_path / "book")


@pytest.mark.parametrize("inside", [".", "reports/book"])
def test_a_book_among_the_reports_is_refused(reports: Path, tmp_path: Path, inside: str) -> None:
    with pytest.raises(UsageProblem, match="which is to be read"):
        run([reports], reports / inside)
    assert not (reports / "reports").exists()


def test_an_unknown_method_is_told_before_anything_is_read(reports: Path, tmp_path: Path) -> None:
    with pytest.raises(HarmledgerError):
        run([reports], tmp_path / "book", method="guesswork")
    assert not (tmp_path / "book").exists()


def test_two_runs_at_once_are_not_possible(reports: Path, tmp_path: Path) -> None:
    with Book(tmp_path / "book", create=True), pytest.raises(BookBusy):
        run([reports], tmp_path / "book")


def test_a_watcher_hears_of_every_stage_and_every_refusal(reports: Path, tmp_path: Path) -> None:
    class Ear(Silent):
        stages: list[str] = []
        steps: dict[str, int] = {}
        heard: list[Refusal] = []

        def stage(self, name: str, total: int | None) -> None:
            self.stages.append(name)

        def step(self, count: int = 1) -> None:
            self.steps[self.stages[-1]] = self.steps.get(self.stages[-1], 0) + count

        def refused(self, refusal: Refusal) -> None:
            self.heard.append(refusal)

    ear = Ear()
    report = run([reports], tmp_path / "book", progress=ear)
    assert ear.stages == ["pages", "texts", "claims", "figures"]
    assert ear.steps == {"pages": 5, "texts": 5, "claims": 5, "figures": 7}
    assert tuple(ear.heard) == report.refusals


def test_deriving_does_not_depend_on_the_order_of_its_input(reports: Path, tmp_path: Path) -> None:
    run([reports], tmp_path / "book")
    with Book(tmp_path / "book") as book:
        texts, claims = list(book.texts()), list(book.claims())
    one = derive(texts, claims, "airwars")
    other = derive(texts[::-1], claims[::-1], "airwars")
    for name in ("families", "incidents", "tolls", "assessments", "figures"):
        assert sorted(one.of(name), key=lambda r: r.id) == sorted(
            other.of(name), key=lambda r: r.id
        ), name


def test_one_text_that_breaks_the_reader_does_not_end_the_run(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([reports], tmp_path / "whole")
    real = processes.read_claims

    def breaks(texts: Iterable[Text]) -> Iterator[tuple[Text, tuple[Claim, ...]]]:
        for text, claims in real(texts):
            if text.document == "market.md":
                raise RecursionError("too\ndeep")
            yield text, claims

    monkeypatch.setattr(processes, "read_claims", breaks)
    for _time in range(2):
        report = run([reports], tmp_path / "book")
        (failed,) = [r for r in report.refusals if r.code == "claims-failed"]
        assert failed.source == "market.md"
        assert failed.message == "its claims could not be read (RecursionError: too deep)"
        assert report.held["claims"] > 0
    monkeypatch.undo()
    report = run([reports], tmp_path / "book")
    assert report.extracted == 1
    assert given_out(tmp_path / "book") == given_out(tmp_path / "whole")


def test_rows_of_a_version_whose_records_had_fewer_fields_are_done_once(
    reports: Path, tmp_path: Path
) -> None:
    run([reports], tmp_path / "book")
    with sqlite3.connect(tmp_path / "book" / "ledger.db") as connection:
        for table, field in (("pages", "charset"), ("locations", "charset"), ("texts", "cleaner")):
            sql = f"UPDATE {table} SET body = CAST(json_remove(body, '$.{field}') AS BLOB)"
            assert connection.execute(sql).rowcount > 0
    connection.close()
    report = run([reports], tmp_path / "book")
    assert (report.new, report.texts) == (0, 5)
    report = run([reports], tmp_path / "book")
    assert (report.texts, report.extracted, report.derived) == (0, 0, False)
    given_out(tmp_path / "book")
