"""Each command: what it prints, where, and how it ends."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from harmledger.claims import processes
from harmledger.ledger import KINDS, Book, Kind, Record
from harmledger.records import Claim, Text

Call = Callable[..., tuple[int, str, str]]


def lines(out: str) -> list[dict[str, Any]]:
    """JSON Lines."""
    return [json.loads(line) for line in out.splitlines()]


class TestClaims:
    def test_a_text_on_which_the_reader_fails_is_told_and_the_rest_goes_on(
        self, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = processes.read_claims

        def breaks(texts: Iterable[Text]) -> Iterator[tuple[Text, tuple[Claim, ...]]]:
            for text, claims in real(texts):
                if text.document == "a.txt":
                    raise IndexError("no such word")
                yield text, claims

        monkeypatch.setattr(processes, "read_claims", breaks)
        (tmp_path / "a.txt").write_text("Two porters were killed.\n")
        (tmp_path / "b.txt").write_text("Nine porters were killed.\n")
        status, out, err = call("claims", tmp_path)
        assert status == 1
        assert [claim["quote"] for claim in lines(out)] == ["Nine"]
        assert "a.txt: [claims-failed] its claims could not be read (IndexError: no such" in err

    def test_one_object_a_line_with_the_keys_of_the_contract(
        self, call: Call, reports: Path
    ) -> None:
        status, out, err = call("claims", reports / "bridge.txt")
        assert (status, err) == (0, "")
        found = lines(out)
        assert [(c["quote"], c["measure"]) for c in found] == [
            ("At least 12", "killed"),
            ("30", "injured"),
        ]
        assert list(found[0]) == [field.name for field in dataclasses.fields(Claim)]
        assert (found[0]["low"], found[0]["high"]) == (12, None)

    def test_input_order_and_named_fields(self, call: Call, reports: Path, tmp_path: Path) -> None:
        rows = tmp_path / "z.jsonl"
        rows.write_text(
            '{"name": "second", "day": "2015-10-05", "body": "Two were killed in Kabul."}\n'
            '{"name": "first", "day": "2015-10-05", "body": "Three were killed in Kabul."}\n'
        )
        fields = ("--text-field", "body", "--id-field", "name", "--published-field", "day")
        status, out, _err = call(
            "claims", rows, reports / "bridge.txt", "--json", "--input-format", "jsonl", *fields
        )
        assert [c["document"] for c in lines(out)] == ["second", "first"]
        assert status == 1  # the text file is no JSON Lines

    def test_what_cannot_be_read_is_a_line_on_stderr_and_the_rest_goes_on(
        self, call: Call, reports: Path, tmp_path: Path
    ) -> None:
        empty = tmp_path / "empty.txt"
        empty.touch()
        status, out, err = call("claims", empty, tmp_path / "none.txt", reports / "bridge.txt")
        assert status == 1
        assert len(lines(out)) == 2
        first, second = err.splitlines()
        assert first.startswith(f"harmledger: {empty}: [empty] ")
        assert second.startswith(f"harmledger: {tmp_path / 'none.txt'}: [missing] ")
        assert "(hint: " in first

    def test_a_language_that_is_not_read_is_a_line_on_stderr(
        self, call: Call, tmp_path: Path
    ) -> None:
        report = tmp_path / "bericht.txt"
        report.write_text("Bei dem Angriff wurden am Samstag zehn Menschen getötet, hieß es dort.")
        status, out, err = call("claims", report, "--json")
        assert (status, out) == (1, "")
        assert "bericht.txt: [language] no claims are taken from it" in err

    def test_a_name_without_end_is_shown_by_its_ends(self, call: Call, tmp_path: Path) -> None:
        name = "a" * 200 + "/" + "b" * 200 + "/" + "c" * 200
        _status, _out, err = call("claims", tmp_path / name)
        assert err.count("\n") == 1
        assert "[...]" in err
        assert f"{'c' * 199}: [missing]" in err
        assert len(err) < 600

    def test_a_name_full_of_tricks_cannot_act_on_a_terminal(
        self, call: Call, tmp_path: Path
    ) -> None:
        evil = tmp_path / "a\x1b[2J\x07\u202e\nharmledger: all is well.txt"
        evil.touch()
        status, _out, err = call("claims", evil)
        assert status == 1
        assert len(err.splitlines()) == 1
        assert not set("\x1b\x07\u202e") & set(err)


def test_families(call: Call, tmp_path: Path) -> None:
    story = "Officials said on Monday that 12 people were killed on the road out of Kunduz. " * 3
    (tmp_path / "a.txt").write_text(story)
    (tmp_path / "b.txt").write_text(story + "\n\n")
    (tmp_path / "c.txt").write_text("A market in Herat was shelled; three traders were killed.")
    status, out, err = call("families", tmp_path, "--json")
    assert (status, err) == (0, "")
    found = lines(out)
    sizes = sorted(len(family["members"]) for family in found)
    assert sizes[-1] == 2
    assert {"id", "members", "evidence"} <= set(found[0])
    assert {"document", "relation", "score"} <= set(found[0]["members"][0])


class TestRun:
    def test_summary_on_stderr_and_nothing_on_stdout(
        self, call: Call, reports: Path, tmp_path: Path
    ) -> None:
        status, out, err = call("run", reports / "bridge.txt", "--book", tmp_path / "b", "--site")
        assert (status, out) == (0, "")
        assert "read: 1 page, 1 new, 0 known before" in err
        assert f"look at: {tmp_path / 'b' / 'site' / 'index.html'}" in err
        assert (tmp_path / "b" / "site" / "index.html").is_file()
        again = call("run", reports / "bridge.txt", "--book", tmp_path / "b", "--site")
        assert "0 new, 1 known before" in again[2]
        assert "nothing to change" in again[2]

    def test_left_out_inputs_are_told_counted_and_kept(
        self, call: Call, reports: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "empty.txt").touch()
        asked = ("run", reports / "bridge.txt", tmp_path / "empty.txt", "--book", tmp_path / "b")
        status, _out, err = call(*asked)
        assert status == 1
        assert "[empty]" in err.splitlines()[0]
        assert "left out: 1 input (empty 1); 1 to look into, 0 plainly no reports" in err
        assert call(*asked)[2].splitlines()[0] == err.splitlines()[0]
        (kept,) = lines(call("list", tmp_path / "b", "refused")[1])
        assert (kept["source"], kept["code"]) == (str(tmp_path / "empty.txt"), "empty")

    def test_a_book_in_a_book_is_refused(self, call: Call, reports: Path, book: Path) -> None:
        status, _out, err = call("run", reports / "bridge.txt", "--book", book / "more" / "b")
        assert (status, "lies inside another book" in err) == (2, True)
        assert not (book / "more").exists()

    def test_texts_without_a_date_are_told_with_what_to_do(
        self, call: Call, reports: Path, tmp_path: Path
    ) -> None:
        rows = ("run", reports / "rows.jsonl", "--text-field", "body", "--id-field", "name")
        told = "without a date of publication: 1 text (r1);"
        assert told in call(*rows, "--book", tmp_path / "b")[2]
        dated = call(*rows, "--published-field", "day", "--book", tmp_path / "c")[2]
        assert "without a date" not in dated
        assert f"next: harmledger list {tmp_path / 'c'} figures; harmledger trace" in dated

    def test_a_book_that_is_busy(self, call: Call, reports: Path, tmp_path: Path) -> None:
        with Book(tmp_path / "b", create=True):
            status, out, err = call("run", reports, "--book", tmp_path / "b")
        assert (status, out) == (1, "")
        assert err.splitlines()[0].startswith("harmledger: [book-busy] ")
        assert err.splitlines()[1].startswith("hint: ")


class TestList:
    @pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
    def test_every_kind_as_json_lines(self, call: Call, book: Path, kind: str) -> None:
        status, out, err = call("list", book, kind)
        with Book(book) as opened:
            assert [row["id"] for row in lines(out)] == opened.ids(kind)
        assert (status, err) == (0, "" if out else f"this book holds no {kind}\n")
        assert call("list", book, kind, "--json")[1] == out

    @pytest.mark.parametrize(
        ("kind", "filters", "test"),
        [
            ("claims", ["--measure", "killed"], lambda c: c["measure"] == "killed"),
            ("claims", ["--document", "bridge.txt"], lambda c: c["document"] == "bridge.txt"),
            ("claims", ["--document", "*.txt"], lambda c: c["document"] == "bridge.txt"),
            ("claims", ["--status", "unstated"], lambda c: c["population"]["status"] == "unstated"),
            ("pages", ["--document", "r1"], lambda p: p["document"] == "r1"),
            ("figures", ["--measure", "killed"], lambda f: f["measure"] == "killed"),
            ("figures", ["--status", "draft"], lambda f: f["status"] == "draft"),
            ("claims", ["--place", "ghazni"], lambda c: (c["where"] or {})["name"] == "Ghazni"),
            ("claims", ["--place", "AF"], lambda c: c["where"] and c["where"]["country"] == "AF"),
            ("claims", ["--speaker", "Monitor"], lambda c: "monitor" in c["speaker"]["name"]),
            ("incidents", ["--place", "Kunduz"], lambda i: i["where"]["name"] == "Kunduz"),
            (
                "figures",
                ["--place", "Ghazni"],
                lambda f: any(link["document"] == "r1" for link in f["trace"]),
            ),
            (
                "figures",
                ["--document", "r1"],
                lambda f: any(link["document"] == "r1" for link in f["trace"]),
            ),
            (
                "incidents",
                ["--document", "r1", "--measure", "killed"],
                lambda i: any(r["document"] == "r1" for r in i["reports"]),
            ),
            (
                "families",
                ["--document", "r1"],
                lambda f: any(m["document"] == "r1" for m in f["members"]),
            ),
        ],
    )
    def test_filters_choose_just_what_fits(
        self, call: Call, book: Path, kind: str, filters: list[str], test: Callable[[Any], bool]
    ) -> None:
        everything = lines(call("list", book, kind)[1])
        chosen = lines(call("list", book, kind, *filters)[1])
        assert chosen == [record for record in everything if test(record)]
        assert chosen

    def test_a_filter_by_a_column_decodes_only_what_fits(
        self, call: Call, book: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        decoded: list[str] = []
        real = Kind.decode

        def decode(kind: Kind, body: bytes) -> Record:
            decoded.append(kind.name)
            return real(kind, body)

        monkeypatch.setattr(Kind, "decode", decode)
        for kind, filters in (
            ("claims", ["--measure", "injured", "--status", "unstated"]),
            ("texts", ["--document", "r1"]),
            ("figures", ["--document", "bridge*", "--measure", "injured"]),
        ):
            decoded.clear()
            found = lines(call("list", book, kind, *filters)[1])
            assert found
            assert decoded == [kind] * len(found)
        decoded.clear()
        assert "in this book, grade: " in call("list", book, "figures", "--grade", "sure")[2]
        assert decoded == []

    def test_words_that_no_row_can_hold(self, call: Call, book: Path) -> None:
        assert call("list", book, "claims", "--measure", "\udcff")[:2] == (0, "")
        status, _out, err = call("show", book, "\udcff\udcfe\udcffabc")
        assert (status, "[not-found]" in err) == (2, True)

    def test_a_grade_and_a_limit(self, call: Call, book: Path) -> None:
        everything = lines(call("list", book, "figures")[1])
        grade = everything[0]["grade"]
        chosen = lines(call("list", book, "figures", "--grade", grade, "--limit", 1)[1])
        assert chosen == everything[:1]
        assert call("list", book, "figures", "--grade", "none such")[1] == ""
        assert call("list", book, "claims", "--limit", 0)[1] == ""

    @pytest.mark.parametrize(
        ("asked", "says"),
        [
            (["claims", "--measure", "murdered"], "no claims fit --measure murdered (in this"),
            (["figures", "--grade", "sure"], "no figures fit --grade sure (in this book, grade: "),
            (["pages", "--document", "none*"], "no pages fit --document none*\n"),
            (["refused"], "nothing was left out\n"),
            (["may_be_one"], "no two counters of one incident or toll have names that may mean"),
        ],
    )
    def test_nothing_to_list_is_said(
        self, call: Call, book: Path, asked: list[str], says: str
    ) -> None:
        status, out, err = call("list", book, *asked)
        assert (status, out) == (0, "")
        assert err.startswith(says)
        assert err.count("\n") == 1

    def test_a_run_that_has_not_ended_is_said(self, call: Call, tmp_path: Path) -> None:
        Book(tmp_path / "b", create=True).close()
        _status, _out, err = call("list", tmp_path / "b", "figures")
        assert "its run has not ended: give the same command again" in err

    def test_a_filter_that_means_nothing(self, call: Call, book: Path) -> None:
        status, out, err = call("list", book, "pages", "--grade", "weak")
        assert (status, out) == (2, "")
        assert "pages have no grade" in err
        assert "hint: filters of pages: --document" in err


class TestShow:
    def test_a_claim_is_its_sentence_with_the_quote_marked(self, call: Call, book: Path) -> None:
        (claim, *_) = lines(call("list", book, "claims", "--document", "bridge.txt")[1])
        status, out, err = call("show", book, claim["id"][:8])
        assert (status, err) == (0, "")
        assert "[[At least 12]] people were killed in an air strike" in out
        assert "counted by: the health ministry" in out
        assert str(book / "archive") in out

    @pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
    def test_any_record_can_be_read(self, call: Call, book: Path, kind: str) -> None:
        for record in lines(call("list", book, kind)[1])[:2]:
            status, out, _err = call("show", book, record["id"])
            assert status == 0
            assert record["id"] in out.splitlines()[0]
            assert json.loads(call("show", book, record["id"], "--json")[1]) == record

    def test_a_text_with_its_blocks(self, call: Call, book: Path) -> None:
        (text, *_) = lines(call("list", book, "texts", "--document", "bridge.txt")[1])
        out = call("show", book, text["id"])[1]
        assert "[body, 0 to" in out
        assert "It said that 30 people were injured." in out

    def test_a_report_is_found_by_its_name(self, call: Call, book: Path) -> None:
        (text, *_) = lines(call("list", book, "texts", "--document", "bridge.txt")[1])
        assert call("show", book, "bridge.txt")[1] == call("show", book, text["id"])[1]
        assert call("show", book, "none.txt")[0] == 2

    def test_a_report_says_what_was_read_in_it_and_trace_what_stands_on_it(
        self, call: Call, book: Path
    ) -> None:
        claims = lines(call("list", book, "claims", "--document", "bridge.txt")[1])
        out = call("show", book, "bridge.txt")[1]
        assert f"{len(claims)} claims read in it:" in out
        for claim in claims:
            assert f"{claim['id'][:12]}  " in out
        assert "(“At least 12”), counted by the health ministry" in out
        status, _out, err = call("trace", book, "bridge.txt")
        assert status == 2
        assert "bridge.txt is a report, and `trace` wants a figure" in err
        behind = [
            figure["id"][:12]
            for figure in lines(call("list", book, "figures")[1])
            if any(link["document"] == "bridge.txt" for link in figure["trace"])
        ]
        assert any(one in err for one in behind)

    @pytest.mark.parametrize("command", ["show", "trace"])
    def test_what_is_no_id_is_told_what_to_give(self, call: Call, book: Path, command: str) -> None:
        status, _out, err = call(command, book, "Narnia")
        assert status == 2
        assert "Narnia is neither an id of" in err
        assert "hint: `harmledger list BOOK figures`" in err

    def test_a_family_says_what_is_a_copy_of_what(self, call: Call, tmp_path: Path) -> None:
        wire = (
            "A ferry was shelled off the old quay at Veldin on Monday, and nine dockers were "
            "killed, the harbour office said.\n\nIts master, who swam ashore, told the board of "
            "inquiry that three shells had struck the after deck within a minute.\n"
        )
        (tmp_path / "a.txt").write_text(f"4 May 2015\n\n{wire}")
        (tmp_path / "b.txt").write_text(f"6 May 2015\n\n{wire}")
        (tmp_path / "c.txt").write_text("5 May 2015\n\nA market in Herat was closed by snow.\n")
        call("run", tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt",
             "--book", tmp_path / "book")  # fmt: skip
        told = {
            len(family["members"]): call("show", tmp_path / "book", family["id"])[1]
            for family in lines(call("list", tmp_path / "book", "families")[1])
        }
        assert "2 reports of one origin, which count as one" in told[2]
        assert "2015-05-04  a.txt: the original" in told[2]
        assert "2015-05-06  b.txt: a copy" in told[2]
        assert "no other report in this book was found to be a copy" in told[1]
        assert "first_start" not in told[2]

    def test_an_incident_is_told_with_its_figures_and_reports(self, call: Call, book: Path) -> None:
        (incident, *_) = lines(call("list", book, "incidents", "--document", "bridge.txt")[1])
        status, out, err = call("show", book, incident["id"][:8])
        assert (status, err) == (0, "")
        assert "when: 3 October 2015, from the words “on 3 October 2015” (day)" in out
        assert "bridge.txt" in out.split("reports:")[1]
        figures = lines(call("list", book, "figures")[1])
        own = [f for f in figures if f["subject"] == incident["id"]]
        assert own
        assert all(f"{f['id'][:12]}  {f['statement']}" in out for f in own)
        assert "claim_id" not in out
        out = call("show", book, own[0]["id"])[1]
        assert own[0]["statement"] in out
        assert f"harmledger trace {book} {own[0]['id'][:12]}" in out
        assert all(f"{link['document']}: “{link['quote']}”" in out for link in own[0]["trace"])

    @pytest.mark.parametrize("wanted", ["ffffffff", "12", ""])
    def test_an_id_that_is_none(self, call: Call, book: Path, wanted: str) -> None:
        status, out, err = call("show", book, wanted)
        assert (status, out) == (2, "")
        assert err.startswith("harmledger: [not-found] ")
        assert "hint: " in err


def test_trace_leads_from_the_figure_to_the_sentence(call: Call, book: Path) -> None:
    for figure in lines(call("list", book, "figures")[1]):
        status, out, err = call("trace", book, figure["id"])
        assert (status, err) == (0, "")
        assert figure["statement"] in out
        for link in figure["trace"]:
            assert f"[{link['quote']}]" in out
            assert link["page_id"] in out
        assert lines(call("trace", book, figure["id"], "--json")[1]) == figure["trace"]


class TestVerify:
    def test_a_sound_book_and_its_site(self, call: Call, book: Path) -> None:
        for place in (book, book / "site"):
            status, out, err = call("verify", place)
            assert (status, out) == (0, "")
            assert "nothing wrong" in err

    def test_a_figure_changed_by_hand(self, call: Call, book: Path, tmp_path: Path) -> None:
        shutil.copytree(book, tmp_path / "b")
        with sqlite3.connect(tmp_path / "b" / "ledger.db") as connection:
            connection.execute("UPDATE figures SET body = json_set(body, '$.low', 77)")
        connection.close()
        status, out, _err = call("verify", tmp_path / "b")
        assert status == 1
        assert "low is 77; the claims give" in out

    def test_a_site_with_a_broken_link(self, call: Call, book: Path, tmp_path: Path) -> None:
        shutil.copytree(book / "site", tmp_path / "site")
        next((tmp_path / "site" / "texts").glob("*.html")).unlink()
        status, out, _err = call("verify", tmp_path / "site")
        assert status == 1
        assert out

    def test_no_book(self, call: Call, tmp_path: Path) -> None:
        status, out, err = call("verify", tmp_path)
        assert (status, out) == (2, "")
        assert "[no-book]" in err
        assert "hint: " in err


class TestExport:
    def test_into_a_folder(self, call: Call, book: Path, tmp_path: Path) -> None:
        status, out, err = call("export", book, "--to", "csv", "-o", tmp_path / "out")
        assert (status, out) == (0, "")
        assert "written: " in err
        assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["claims.csv", "figures.csv"]
        written = (tmp_path / "out" / "claims.csv").read_bytes().decode()
        assert len(list(csv.DictReader(io.StringIO(written, newline="")))) >= 3

    def test_to_stdout(self, call: Call, book: Path) -> None:
        status, out, err = call("export", book, "--to", "csv")
        assert status == 0
        assert out.startswith('"document","id"')
        assert "--table figures" in err
        status, out, err = call("export", book, "--to", "csv", "--table", "figures")
        assert out.startswith('"id","statement"')
        assert err == ""

    def test_two_tables_need_a_place(self, call: Call, book: Path) -> None:
        asked = ("export", book, "--to", "csv", "--table", "claims", "--table", "figures")
        assert call(*asked)[0] == 2


def test_demo_tells_what_was_read_left_out_and_found(call: Call, tmp_path: Path) -> None:
    status, out, err = call("demo", tmp_path / "d")
    assert (status, err) == (0, "")
    assert "read: " in out
    assert "left out:" in out
    assert "[no-text-layer]" in out
    assert "copies: " in out
    assert str(tmp_path / "d" / "site" / "index.html") in out
    assert call("demo", tmp_path / "d")[0] == 0
    with Book(tmp_path / "d") as book:
        assert {page.collected_from.split("/")[0] for page in book.pages()} == {"case"}
    assert call("verify", tmp_path / "d")[0] == 0


class TestAssess:
    def test_the_books_own_method_gives_what_the_book_holds(self, call: Call, book: Path) -> None:
        status, out, err = call("assess", book, "--method", "airwars")
        assert (status, err) == (0, "")
        assert lines(out) == lines(call("list", book, "assessments")[1])

    def test_two_methods_side_by_side(
        self, call: Call, book: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = ("assess", book, "--method", "airwars", "--compare", "acled", "--measure", "killed")
        status, out, err = call(*asked)
        assert status == 0
        pairs = [row for row in lines(out) if row["second"]]
        (pair,) = (row for row in pairs if row["second"]["low"] == 12)
        assert (pair["first"]["method"], pair["second"]["method"]) == ("airwars@1", "acled@1")
        assert (pair["first"]["high"], pair["second"]["high"]) == (None, 12)
        assert "1 another number" in err
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        shown = call(*asked)[1]
        assert "acled@1    12, 1 origin, not graded" in shown
        assert "One number, the lowest of the figures given: 12." in shown
        assert "in the other method: no such rule" in shown
        assert "acled@1, range (in the other method: another such rule)" in shown
        # Where the numbers are the same, one line says so, behind those that differ.
        assert "killed, all people: the same number, another grade: 19, weak by airwars@1" in shown
        assert shown.index("another number") < shown.index("the same number")

    def test_a_method_of_ones_own(self, call: Call, book: Path, tmp_path: Path) -> None:
        from harmledger.vocabulary import method_file

        own = tmp_path / "ours.toml"
        own.write_text(method_file("acled@1").replace('name = "acled"', 'name = "ours"'))
        status, out, _err = call("assess", book, "--method", own)
        assert status == 0
        assert {row["method"] for row in lines(out)} == {"ours@1"}
        own.write_text(own.read_text().replace("does =", "deos =", 1))
        status, _out, err = call("assess", book, "--method", own)
        assert status == 2
        assert "unknown key 'deos'; did you mean 'does'?" in err
        own.write_text(method_file("acled@1"))
        status, _out, err = call("assess", book, "--method", own)
        assert status == 2
        assert "acled@1 is a method of this program" in err
        status, _out, err = call("assess", book, "--method", "acld")
        assert status == 2
        assert "did you mean 'acled@1'?" in err

    @pytest.mark.parametrize("compared", [[], ["--compare", "acled"]])
    def test_a_measure_that_is_none(self, call: Call, book: Path, compared: list[str]) -> None:
        asked = ("assess", book, "--method", "airwars", "--measure", "kiled", *compared)
        status, out, err = call(*asked)
        assert (status, out) == (2, "")
        assert "[usage] kiled: no such measure; did you mean 'killed'?" in err
        assert "hint: measures: killed, injured" in err

    def test_a_book_made_by_a_method_of_ones_own_verifies_without_the_file(
        self, call: Call, reports: Path, tmp_path: Path
    ) -> None:
        from harmledger.vocabulary import method_file

        own = tmp_path / "ours.toml"
        own.write_text(method_file("ucdp@1").replace('name = "ucdp"', 'name = "ours"'))
        asked = ("run", reports / "bridge.txt", "--book", tmp_path / "b", "--method", own)
        assert call(*asked)[0] == 0
        own.unlink()
        assert call("verify", tmp_path / "b")[0] == 0
        rows = lines(call("list", tmp_path / "b", "figures")[1])
        assert {row["method"] for row in rows} == {"ours@1"}
        assert all("not graded by ours@1" in row["statement"] for row in rows)
        assert lines(call("assess", tmp_path / "b", "--method", "ours@1")[1])


class TestTotals:
    def test_the_rule_stands_beside_the_number_and_the_unknown_is_said(
        self, call: Call, book: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        status, out, err = call("totals", book, "--measure", "killed")
        assert (status, err) == (0, "")
        (row,) = lines(out)
        assert row["rule"] == "total"
        assert row["counted"]["incidents"] == 0, "single sources stand beside it"
        (beside,) = row["beside"]
        assert (beside["grades"], beside["low"], beside["high"]) == (["weak"], 31, None)
        assert (beside["without_high"], beside["known_high"]) == (1, 19)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        shown = call("totals", book, "--by", "month")[1]
        assert "By airwars@1, rule total: The total runs from" in shown
        assert "2015-10: nothing to add up (confirmed, fair)" in shown
        assert "beside it, weak: 31 or more in 2 incidents (no high is known for 1, " in shown

    def test_filters(self, call: Call, book: Path) -> None:
        assert call("totals", book, "--since", "2016")[2] == (
            "no incident of this book is counted so\n"
        )
        inside = call(
            "totals", book, "--since", "2015-10", "--until", "2015-10-03", "--place", "AF"
        )
        assert lines(inside[1])
        status, _out, err = call("totals", book, "--since", "Tuesday")
        assert status == 2
        assert "Tuesday: not a date" in err

    def test_another_method(self, call: Call, book: Path) -> None:
        (row,) = lines(call("totals", book, "--method", "acled")[1])
        assert (row["method"], row["counted"]["best"]) == ("acled@1", 31)


SERIES = (
    "Three artillery strikes on Gorazde on Wednesday, 13 April 1994, killed 20 people, the town's "
    "hospital said. The first killed eight people near the market. The second killed seven in a "
    "school. Five people died in the third.\n"
)


def test_a_series_and_its_parts_name_each_other(call: Call, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "r.txt").write_text(SERIES, "utf-8")
    book = tmp_path / "book"
    call("run", tmp_path / "reports", "--book", book)
    incidents = lines(call("list", book, "incidents", "--json")[1])
    (whole,) = (one for one in incidents if one["parts"])
    assert sorted(whole["parts"]) == sorted(one["id"] for one in incidents if one["part_of"])
    assert len(whole["parts"]) == 3
    shown = call("show", book, whole["id"])[1]
    assert "its parts, as reports tell them:" in shown
    assert all(f"people killed (killed {n})" in shown for n in (8, 7, 5))
    part = call("show", book, whole["parts"][0])[1]
    assert f"{whole['id'][:12]}  Gorazde, 13 April 1994: people killed (killed 20)" in part
    assert "gives one figure for this and others together: 20 killed." in part
    (figure,) = (f for f in lines(call("list", book, "figures")[1]) if f["low"] == 20)
    assert "of several attacks together" in call("trace", book, figure["id"])[1]
    (total,) = lines(call("totals", book, "--json")[1])
    assert [(one["low"], len(one["parts"])) for one in total["beside"]] == [(20, 3)]
