"""Tables begin with what most tell of; JSON Lines keep the order of the book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from harmledger import Book
from harmledger.cli.ordering import for_people, order_of
from harmledger.cli.rows import TABLES
from harmledger.pipeline import run
from harmledger.records import Figure, Incident, Toll

REPORTS = {
    "a": "Three people were killed in a fire in Herat on 9 May 2014, the mayor said.",
    "b": "Four people were killed and two injured by a bomb in Kabul on 2 May 2014, police said.",
    "c": "A bomb killed four people in Kabul on 2 May 2014. A nurse said that five were injured.",
    "d": "Several people were killed in Kabul on 2 May 2014, doctors said. The army denied it.",
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("ordered")
    (place / "in").mkdir()
    for name, words in REPORTS.items():
        (place / "in" / f"{name}.txt").write_text(words, encoding="utf-8")
    run([place / "in"], place / "book")
    return place / "book"


def test_the_best_supported_incident_is_first(book: Path) -> None:
    with Book(book) as held:
        found: list[Incident] = for_people("incidents", held.incidents())
    assert [len(one.reports) for one in found] == sorted(
        (len(one.reports) for one in found), reverse=True
    )
    assert found[0].title.startswith("Kabul")
    assert TABLES["incidents"][1](found[0])[1:3] == ["2 May 2014", "Kabul"]


def test_the_figures_of_one_incident_stand_together_the_killed_first(book: Path) -> None:
    with Book(book) as held:
        found: list[Figure] = for_people("figures", reversed(list(held.figures())))
    subjects = [one.subject for one in found]
    first_seen = list(dict.fromkeys(subjects))
    assert subjects == [s for s in first_seen for other in subjects if other == s]
    assert found[0].measure == "killed"
    assert "Kabul" in found[0].statement


def test_what_has_no_order_of_its_own_keeps_the_books() -> None:
    assert for_people("pages", ["b", "a"]) == ["b", "a"]


def test_the_gravest_harm_comes_first_and_an_unknown_measure_last() -> None:
    assert sorted(["arms", "stolen", "detained", "injured", "killed"], key=order_of) == [
        *("killed", "injured", "detained", "arms", "stolen"),
    ]


def test_a_row_has_the_statement_without_its_notes(book: Path) -> None:
    with Book(book) as held:
        rows = [TABLES["figures"][1](figure) for figure in held.figures()]
    words = [row[1] for row in rows]
    assert not [one for one in words if "independent origin" in one or "airwars" in one]
    assert any(" reported killed in Kabul on 2 May 2014" in one for one in words)


def test_a_toll_names_its_counter_once() -> None:
    toll = Toll(
        id="t", title="", counter="The Board", measure="killed",
        definition="people killed, area not stated, as counted by The Board",
        status=None, where=None, points=(), claims=(),
    )  # fmt: skip
    assert TABLES["tolls"][1](toll)[1:3] == ["The Board", "people killed, area not stated"]


def test_a_limit_of_json_keeps_the_books_order(
    call: Callable[..., tuple[int, str, str]], book: Path
) -> None:
    every = call("list", book, "figures")[1].splitlines()
    assert call("list", book, "figures", "--limit", 1)[1].splitlines() == every[:1]
