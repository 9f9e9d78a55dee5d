"""A book that grows: what a run says of the method, of edited files and of figures that moved."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

Called = tuple[int, str, str]
Call = Callable[..., Called]

FIRST = (
    "Bridge struck near Kunduz\n\n3 October 2015\n\nAt least 12 people were killed in an air "
    "strike on a bridge near Kunduz on 3 October 2015, the health ministry said.\n"
)
SECOND = (
    "Toll rises\n\n4 October 2015\n\nThe Red Cross said that 19 people were killed in the air "
    "strike on the bridge near Kunduz on 3 October 2015.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "first.txt").write_text(FIRST)
    return reports


def test_figures_that_more_reports_move_are_told(call: Call, folder: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    assert "moved" not in call("run", folder, "--book", book)[2]
    (folder / "second.txt").write_text(SECOND)
    said = call("run", folder, "--book", book)[2]
    assert "of the figures before, 1 moved:" in said
    assert "12 or more, 1 origin" in said
    assert "-> " in said
    assert "moved" not in call("run", folder, "--book", book)[2], "nothing to change"


def test_a_book_keeps_its_method(call: Call, folder: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    call("run", folder, "--book", book, "--method", "ucdp")
    said = call("run", folder, "--book", book)[2]
    assert "(nothing to change)" in said
    assert "method:" not in said
    said = call("run", folder, "--book", book, "--method", "airwars")[2]
    assert "method: airwars, before ucdp; every figure was made anew" in said
    assert f"harmledger assess {book} --method ucdp --compare airwars" in said


def test_an_edited_file_is_told_with_the_way_to_take_out_the_older_one(
    call: Call, folder: Path, tmp_path: Path
) -> None:
    book = tmp_path / "book"
    call("run", folder, "--book", book)
    (folder / "first.txt").write_text(FIRST.replace("12", "13"))
    said = call("run", folder, "--book", book)[2]
    assert "changed since an earlier run: 1 input" in said
    line = next(line for line in said.splitlines() if "first.txt: harmledger withdraw" in line)
    page = line.split(f"withdraw {book} ")[1].split()[0]
    assert call("withdraw", book, page, "--by", "Rosa", "--why", "edited")[0] == 0
    figures = call("list", book, "figures", "--json")[1]
    assert '"low":13' in figures
    assert '"low":12' not in figures
    assert "changed since" not in call("run", folder, "--book", book)[2]


def test_rows_that_only_moved_are_not_told_as_edited(
    call: Call, folder: Path, tmp_path: Path
) -> None:
    book, rows = tmp_path / "book", folder / "rows.jsonl"
    rows.write_text('{"id": "a", "text": "Nine people were killed in Ghazni on 2 May 2015."}\n')
    call("run", rows, "--book", book)
    above = '{"id": "b", "text": "Four people were killed in Herat on 9 May 2015."}\n'
    rows.write_text(above + rows.read_text())
    assert "changed since" not in call("run", rows, "--book", book)[2]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("lst",), "'lst'; did you mean 'list'?"),
        (("list", "BOOK", "figure"), "; did you mean 'figures'?"),
        (("list", "BOOK", "claims", "--place", "Kundus"), "; did you mean 'Kunduz'?"),
        (("totals", "BOOK", "--place", "Kundus"), "; did you mean 'Kunduz'?"),
        (("totals", "BOOK", "--place", "Narnia"), "counted so\n"),
    ],
)
def test_a_word_nearly_right_is_named(
    call: Call, book: Path, words: tuple[str, ...], meant: str
) -> None:
    said = call(*(book if word == "BOOK" else word for word in words))[2]
    assert meant in said


def test_a_country_is_a_place_by_name_and_by_code(call: Call, book: Path) -> None:
    for place in ("Afghanistan", "AF", "Kunduz"):
        assert call("list", book, "incidents", "--place", place, "--json")[1], place
        assert "killed" in call("totals", book, "--place", place, "--json")[1], place


def test_commands_that_are_told_can_be_pasted(call: Call, folder: Path, tmp_path: Path) -> None:
    book = tmp_path / "my book"
    said = call("run", folder, "--book", book)[2]
    line = next(line for line in said.splitlines() if line.startswith("next: "))
    words = shlex.split(line.removeprefix("next: ").split(";")[0])
    assert words == ["harmledger", "list", str(book), "figures"]
    assert call(*words[1:])[0] == 0


def test_a_low_of_one_report_alone_is_looked_at_first(
    call: Call, folder: Path, tmp_path: Path
) -> None:
    book = tmp_path / "book"
    day = "were killed in the air strike on the bridge near Kunduz on 3 October 2015"
    for name, words in (
        ("second", f"The Red Cross said that 19 people {day}, its figure of the day."),
        ("third", f"A monitor said on Monday in a long statement that 17 people {day}."),
        ("fourth", f"In a market nothing was sold, a trader said. 4 people {day}."),
    ):
        (folder / f"{name}.txt").write_text(f"Report {name}\n\n5 October 2015\n\n{words}\n")
    said = call("run", folder, "--book", book, "--site")[2]
    assert "figures --edges" in said
    assert "1 figure rests at its low or high on one origin alone" in said
    listed = call("list", book, "figures", "--edges", "--json")[1].splitlines()
    (figure,) = [json.loads(line) for line in listed]
    (edge,) = figure["edges"]
    assert (edge["bound"], edge["value"]) == ("low", 4)
    assert edge["sentence"] in figure["statement"]
    told = call("trace", book, figure["id"])[1]
    assert "To look at first: the sentence of claim" in told
    assert call("verify", book)[0] == call("verify", book / "site")[0] == 0
    page = next((book / "site" / "incidents").glob("*.html")).read_text()
    assert "look first: its low rests on one origin" in page
    given = ("--verdict", "edit", "--set", "low=12", "--by", "A", "--why", "4 are of the market")
    call("decide", book, figure["id"], *given)
    assert "no figures fit --edges" in call("list", book, "figures", "--edges")[2]
    assert "--edges: claims have no edges" in call("list", book, "claims", "--edges")[2]


def test_what_makes_no_incident_is_named_with_its_place(
    call: Call, folder: Path, tmp_path: Path
) -> None:
    (folder / "floods.txt").write_text(
        "Shelling of Herat\n\n5 October 2015\n\nIn recent days the shelling displaced 1,200 "
        "people, the mayor said. Police seized 40 rifles in Herat on Monday.\n"
    )
    book = tmp_path / "book"
    call("run", folder, "--book", book)
    told = call("totals", book, "--measure", "displaced")[2]
    assert "no claim of it has the day and place of an event; 1 claim of it" in told
    assert f"list {book} claims --measure displaced" in told
    assert "1,200" in call("list", book, "claims", "--measure", "displaced", "--json")[1]
    told = call("totals", book, "--measure", "arms")[2]
    assert "it is counted by no incident; 1 claim of it" in told
    assert call("totals", book, "--measure", "missing")[2].strip().endswith("is counted so")
