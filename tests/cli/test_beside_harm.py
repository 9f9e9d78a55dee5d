"""Who fled, what was destroyed and which aid came, from reports to figures, by all commands."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., tuple[int, str, str]]

REPORTS = {
    "wire": (
        "1953-02-20",
        "The flood of 1 February 1953 killed 1,836 people in Zeeland, the interior ministry said. "
        "It drove 72,000 people from their homes. The ministry said that 3,000 houses were "
        "destroyed and 43,000 houses damaged in the flood.",
    ),
    "fund": (
        "1953-04-02",
        "About 70,000 people were evacuated in Zeeland after the flood of 1 February 1953, the "
        "Relief Fund said.",
    ),
    "train": (
        "1979-11-11",
        "More than 200,000 people were evacuated in Mississauga after a freight train with "
        "chlorine was derailed on Saturday, 10 November, police said.",
    ),
    "axle": (
        "1980-12-02",
        "The inquiry found that 218,000 people left their homes in Mississauga after the "
        "derailment of 10 November 1979, which a hot axle bearing had caused.",
    ),
    "convoy": (
        "1993-03-12",
        "A convoy of 24 trucks brought 200 tonnes of flour to Tuzla on 11 March 1993, the Relief "
        "Fund said.",
    ),
    "city": (
        "1993-06-16",
        "A shell killed four people in Sarajevo on Tuesday, doctors said. The mayor said that 42 "
        "trucks of aid entered Sarajevo on Tuesday, against 60 on Monday.",
    ),
}


@pytest.fixture
def book(call: Call, tmp_path: Path) -> Path:
    rows = [
        {"id": name, "date": day, "text": words, "publisher": f"The {name}"}
        for name, (day, words) in REPORTS.items()
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    made = tmp_path / "book"
    assert call("run", path, "--book", made, "--site")[0] == 0
    return made


def rows_of(call: Call, book: Path, kind: str, *more: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in call("list", book, kind, "--json", *more)[1].splitlines()]


def figures(call: Call, book: Path) -> dict[str, tuple[int | None, int | None]]:
    names = {one["id"]: one["title"].split(",")[0] for one in rows_of(call, book, "incidents")}
    return {
        " ".join(filter(None, (names[f["subject"]], f["measure"], f["unit"], f["phase"]))): (
            f["low"],
            f["high"],
        )
        for f in rows_of(call, book, "figures")
    }


def test_each_event_has_what_it_did_beside_harm(call: Call, book: Path) -> None:
    assert figures(call, book) == {
        "Zeeland killed people": (1836, 1836),
        "Zeeland displaced people": (70_000, 72_000),
        "Zeeland damaged houses destroyed": (3000, 3000),
        "Zeeland damaged houses damaged": (43_000, 43_000),
        "Mississauga displaced people": (200_000, 218_000),
        "Tuzla aid trucks delivered": (24, 24),
        "Tuzla aid tonnes delivered": (200, 200),
        "Sarajevo killed people": (4, 4),
    }


def test_all_commands_agree_about_it(call: Call, book: Path, tmp_path: Path) -> None:
    assert call("verify", book)[0] == call("verify", book / "site")[0] == 0
    found = rows_of(call, book, "incidents", "--measure", "displaced")
    assert {one["title"] for one in found} == {
        "Mississauga, 10 November 1979: people displaced",
        "Zeeland, 1 February 1953: people killed and displaced, buildings damaged, "
        "buildings destroyed",
    }
    told = call("totals", book, "--measure", "damaged", "--json")[1].splitlines()
    assert [(one["unit"], one["phase"]) for one in map(json.loads, told)] == [
        ("houses", "damaged"),
        ("houses", "destroyed"),
    ]
    pages = "".join(page.read_text() for page in (book / "site").rglob("*.html"))
    assert "displaced" in pages
    assert "3,000 houses were destroyed" in pages
    flood = next(
        p for p in (book / "site" / "incidents").iterdir() if "interior ministry" in p.read_text()
    )
    words = flood.read_text()
    assert words.index("were killed in Zeeland") < words.index("were reported displaced in Zeeland")
    call("export", book, "--to", "csv", "-o", tmp_path / "out")
    with (tmp_path / "out" / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        phases = {row["phase"] for row in csv.DictReader(file) if row["measure"] == "damaged"}
    assert phases == {"damaged", "destroyed"}
    compared = call("assess", book, "--method", "airwars", "--compare", "ucdp", "--json")[1]
    measures = {json.loads(line)["measure"] for line in compared.splitlines()}
    assert measures == {"killed", "displaced", "damaged", "aid"}


def test_a_source_that_falls_and_a_person_who_decides_move_it(call: Call, book: Path) -> None:
    call("withdraw", book, "fund", "--why", "copied from a list of another year")
    assert figures(call, book)["Zeeland displaced people"] == (72_000, 72_000)
    fled = next(f for f in rows_of(call, book, "figures") if f["low"] == 72_000)
    given = ("--verdict", "edit", "--set", "low=71000", "--by", "A", "--why", "counted again")
    assert call("decide", book, fled["id"], *given)[0] == 0
    assert figures(call, book)["Zeeland displaced people"] == (71_000, 72_000)
    one, other = (
        next(i["id"] for i in rows_of(call, book, "incidents") if i["title"].startswith(name))
        for name in ("Zeeland", "Mississauga")
    )
    put = ("--verdict", "merge", "--with", other, "--by", "A", "--why", "to see what is kept")
    assert call("decide", book, one, *put)[0] == 0
    held = figures(call, book)
    assert held["Zeeland killed people"] == (1836, 1836)
    assert held["Zeeland damaged houses destroyed"] == (3000, 3000)
    assert call("verify", book)[0] == 0


def test_a_book_that_grows_is_as_one_made_at_once(call: Call, book: Path, tmp_path: Path) -> None:
    grown = tmp_path / "grown"
    for name in sorted(REPORTS):
        day, words = REPORTS[name]
        row = {"id": name, "date": day, "text": words, "publisher": f"The {name}"}
        path = tmp_path / "one.jsonl"
        path.write_text(json.dumps(row))
        call("run", path, "--book", grown)
    for kind in ("incidents", "assessments", "figures"):
        assert rows_of(call, grown, kind) == rows_of(call, book, kind), kind
