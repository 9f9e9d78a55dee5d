"""Claims and figures as CSV."""

from __future__ import annotations

import csv
import dataclasses
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, kunduz, text, when
from harmledger.errors import UsageProblem
from harmledger.exports import (
    TABLES,
    WITHHELD,
    csv_lines,
    export_csv,
    restore_cell,
    tables,
)
from harmledger.ledger import Book
from harmledger.names import Names
from harmledger.pipeline import run
from harmledger.records import Assessment, Claim, Evidence, Figure, Origin, Text

BODY = (
    "At least 12 people were killed in Kunduz on 3 October, the ministry said. "
    "Among them were Amina Karimi and Yusuf Rahimi. Karimi was a nurse. No trucks entered."
)
TEXT = text(BODY, "a.html", published_at="2015-10-04", publisher="The Courier")
KILLED = claim(
    12,
    None,
    TEXT,
    quote="At least 12",
    qualifier="at_least",
    surface="people",
    speaker="the ministry",
    kind="authority",
    date=when("2015-10-03"),
    place=kunduz(),
    hedges=("reportedly", "unconfirmed"),
)
NAMED = claim(
    2,
    2,
    TEXT,
    quote="Amina Karimi and Yusuf Rahimi",
    surface="Amina Karimi and Yusuf Rahimi",
    named=True,
    part_of=KILLED.id,
)
TRUCKS = claim(
    0, 0, TEXT, quote="No trucks", measure="aid", phase="entered", unit="trucks", status=None
)
UNKNOWN = claim(None, None, TEXT, quote="people", measure="displaced")
CLAIMS = (KILLED, NAMED, TRUCKS, UNKNOWN)


def filled(path: Path, made: Text = TEXT, claims: tuple[Claim, ...] = CLAIMS) -> Book:
    """A book that holds a text, its claims, and a figure with its assessment."""
    assessment = Assessment(
        id="a1",
        subject="i1",
        subject_kind="incident",
        measure="killed",
        unit="people",
        status="civilian",
        method="airwars@1",
        low=12,
        best=None,
        high=None,
        grade="weak",
        independent_origins=1,
        origins=(Origin(name="the ministry", kind="authority", claims=(claims[0].id,)),),
        claims=(claims[0].id,),
        reasons=(),
    )
    links = tuple(
        Evidence(
            claim_id=one.id,
            text_id=made.id,
            page_id=made.page_id,
            document=made.document,
            start=one.start,
            end=one.end,
            quote=one.quote,
        )
        for one in claims[:2]
    )
    figure = Figure(
        id="f1",
        subject="i1",
        subject_kind="incident",
        assessment="a1",
        statement="At least 12 people, Amina Karimi among them, were killed.",
        measure="killed",
        unit="people",
        low=12,
        best=None,
        high=None,
        grade="weak",
        independent_origins=1,
        method="airwars@1",
        trace=links,
    )
    book = Book(path, create=True)
    with book.writer.transaction():
        book.writer.put("texts", [made])
        book.writer.put("claims", claims)
        book.writer.put("assessments", [assessment])
        book.writer.put("figures", [figure])
    return book


def rows(book: Book, table: str, **options: Any) -> list[dict[str, str]]:
    """The table as another program reads it."""
    written = "".join(csv_lines(book, table, **options))
    return list(csv.DictReader(io.StringIO(written, newline=""), strict=True))


@pytest.fixture
def book(tmp_path: Path) -> Any:
    with filled(tmp_path / "book") as made:
        yield made


def test_every_field_of_the_contract_is_a_column(book: Book) -> None:
    columns = list(rows(book, "claims")[0])
    for field in dataclasses.fields(Claim):
        if field.name in {"sentence_start", "sentence_end"}:
            continue  # their words stand in the column sentence
        assert field.name in columns or any(c.startswith(f"{field.name}_") for c in columns)


def test_a_claim_is_flat_and_the_unknown_is_empty_never_zero(book: Book) -> None:
    killed, people, named, trucks = rows(book, "claims")
    assert (killed["quote"], killed["low"], killed["high"]) == ("At least 12", "12", "")
    assert (killed["speaker_name"], killed["speaker_kind"]) == ("the ministry", "authority")
    assert (killed["when_start"], killed["where_lat"]) == ("2015-10-03", "36.73")
    assert killed["hedges"] == "reportedly; unconfirmed"
    assert killed["sentence"] == BODY[: BODY.index(" Among")]
    assert killed["published_at"] == "2015-10-04"
    assert (killed["page_id"], killed["text_id"]) == (TEXT.page_id, TEXT.id)
    assert (people["low"], people["high"]) == ("", "")
    assert (trucks["low"], trucks["high"], trucks["phase"]) == ("0", "0", "entered")
    assert trucks["population_status"] == ""
    assert named["part_of"] == KILLED.id


def test_a_figure_with_its_origins_and_claims(book: Book) -> None:
    (figure,) = rows(book, "figures")
    assert (figure["low"], figure["best"], figure["high"]) == ("12", "", "")
    assert figure["origins"] == "the ministry (authority)"
    assert figure["claims"] == f"{KILLED.id}; {NAMED.id}"
    assert (figure["grade"], figure["method"], figure["documents"]) == (
        "weak",
        "airwars@1",
        "a.html",
    )


def test_a_figure_has_when_and_where_and_what_to_know_before_adding_it(tmp_path: Path) -> None:
    reports = {
        "a": "Three villagers were killed by a bomb in Herat on 9 May 2014, the mayor said.",
        "b": "Dozens of people were injured by shelling in Ghazni on 2 June 2014, a nurse said.",
    }
    for name, words in reports.items():
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    run([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "book")
    with Book(tmp_path / "book") as made:
        rows = list(csv.DictReader(io.StringIO("".join(csv_lines(made, "figures")))))
    found = {(r["measure"], r["where_name"]): r for r in rows}
    killed, injured = found["killed", "Herat"], found["injured", "Ghazni"]
    assert (killed["when_start"], killed["when_end"]) == ("2014-05-09", "2014-05-09")
    assert (killed["where_country"], killed["where_precision"]) == ("AF", "city")
    assert killed["title"].startswith("Herat, 9 May 2014")
    assert (killed["words_only"], injured["words_only"]) == ("false", "true")
    assert {row["disputed"] for row in rows} == {"false"}


def test_names_are_withheld_wherever_they_stand_and_nothing_else_is(book: Book) -> None:
    whole = "".join("".join(csv_lines(book, table)) for table in TABLES)
    assert not {"Amina", "Karimi", "Yusuf", "Rahimi"} & set(whole.replace('"', " ").split())
    killed, _people, named, _trucks = rows(book, "claims")
    assert named["quote"] == named["population_surface"] == WITHHELD
    assert killed["quote"] == "At least 12"
    assert "Kunduz" in killed["sentence"]
    (figure,) = rows(book, "figures")
    assert figure["statement"] == f"At least 12 people, {WITHHELD} among them, were killed."


def test_names_are_kept_where_a_person_decides_so(book: Book) -> None:
    assert rows(book, "claims", names=True)[2]["quote"] == "Amina Karimi and Yusuf Rahimi"
    assert "Amina Karimi" in rows(book, "figures", names=True)[0]["statement"]


def test_a_document_whose_name_spells_a_victim_is_not_named(tmp_path: Path) -> None:
    made = dataclasses.replace(
        TEXT, document="nurse-karimi-killed.html", url="https://x.example/amina-karimi"
    )
    with filled(
        tmp_path / "b", made, (dataclasses.replace(NAMED, document=made.document),)
    ) as book:
        (row,) = rows(book, "claims")
        assert (row["document"], row["url"], row["text_id"]) == (WITHHELD, WITHHELD, TEXT.id)
        assert rows(book, "figures")[0]["documents"] == WITHHELD


def test_files_go_where_they_are_asked_for_and_have_the_same_bytes_twice(
    book: Book, tmp_path: Path
) -> None:
    written = export_csv(book, tmp_path / "new" / "out")
    assert [path.name for path in written] == ["claims.csv", "figures.csv"]
    before = [path.read_bytes() for path in written]
    assert [path.read_bytes() for path in export_csv(book, tmp_path / "new" / "out")] == before
    single = export_csv(book, tmp_path / "x.csv")
    assert [path.name for path in single] == ["x.csv", "x.figures.csv"]
    assert [path.read_bytes() for path in single] == before
    assert before[0].count(b"\r\n") == 5
    assert not list(tmp_path.rglob("*.part"))


def test_names_to_withhold_are_looked_for_once_for_all_tables(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = {name: "".join(csv_lines(book, name)) for name in TABLES}
    made = []

    class Counted(Names):
        def __init__(self, *given: Any, **options: Any) -> None:
            made.append(1)
            super().__init__(*given, **options)

    monkeypatch.setattr(tables, "Names", Counted)
    written = export_csv(book, tmp_path / "out")
    assert len(made) == 1
    assert {path.stem: path.read_bytes().decode() for path in written} == apart


def test_a_place_that_cannot_be_written_is_told(book: Book, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UsageProblem, match="this is a file"):
        export_csv(book, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_table_that_is_none(book: Book) -> None:
    with pytest.raises(UsageProblem, match="rumours"):
        list(csv_lines(book, "rumours"))


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.sampled_from(["", "=", "@", "\t", " =", "－", '"', "',"]),
    st.one_of(st.none(), st.integers(0, 10**6)),
)
def test_law_hostile_words_come_back_and_are_no_formula(
    tmp_path_factory: pytest.TempPathFactory, words: str, start: str, number: int | None
) -> None:
    body = start + words
    made = Text(id="t", page_id="p", document=body, text=body)
    one = claim(number, number, made, quote=body, at=0, surface=body, speaker=body)
    with filled(tmp_path_factory.mktemp("b") / "b", made, (one,)) as book:
        (row,) = rows(book, "claims")
    for column in ("document", "quote", "population_surface", "speaker_name", "sentence"):
        assert restore_cell(row[column]) == body
        assert row[column].lstrip()[:1] not in {"=", "+", "-", "@"}
    assert row["low"] == row["high"] == ("" if number is None else str(number))


def test_a_table_for_a_spreadsheet_has_a_mark_and_the_columns_that_are_read(tmp_path: Path) -> None:
    with filled(tmp_path / "book") as book:
        for table, (columns, _rows) in TABLES.items():
            whole = "".join(csv_lines(book, table, to_read=True))
            assert whole[0] == "\ufeff"
            (first, *_) = found = list(csv.DictReader(io.StringIO(whole[1:])))
            assert set(first) < set(columns)
            assert list(first)[-1] == "id"
            full = list(csv.DictReader(io.StringIO("".join(csv_lines(book, table)))))
            assert [{name: row[name] for name in first} for row in full] == found
        (path,) = export_csv(book, tmp_path / "x.csv", tables=["figures"], to_read=True)
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_ending_of_another_format_is_refused(tmp_path: Path) -> None:
    with filled(tmp_path / "book") as book, pytest.raises(UsageProblem, match=r"not \.xlsx"):
        export_csv(book, tmp_path / "figures.xlsx")
    assert not (tmp_path / "figures.xlsx").exists()
