"""Figures, titles and zeros in plain English."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builders import claim, text
from harmledger import Book
from harmledger.figures.beside import _fuller, inside
from harmledger.figures.nouns import subject_of
from harmledger.pipeline import run, trace

REPORT = """A bomb in Herat killed 4 people and injured six policemen on 9 May 2014, police said.

None were killed in Herat on 9 May 2014, the mayor said. No one was killed, A Clerk said.
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("plain")
    (place / "a.txt").write_text(REPORT, encoding="utf-8")
    run([place / "a.txt"], place / "book")
    return place / "book"


def test_nobody_is_said_in_one_word_and_a_sex_in_another(book: Path) -> None:
    with Book(book) as held:
        said = " ".join(figure.statement for figure in held.figures())
        lines = [line for figure in held.figures() for line in trace(held, figure.id)]
    assert "no one was killed" in said
    assert "no None" not in said
    assert "no no one" not in said.casefold()
    assert "6 police officers were injured in Herat on 9 May 2014" in said
    assert any("It was said by a Clerk" in line for line in lines)


@pytest.mark.parametrize(
    ("name", "full", "words"),
    [
        ("The spokesman", "spokesman for the Herat police", "the spokesman for the Herat police"),
        ("Ruiz", "Ana Ruiz, the mayor", "Ruiz (Ana Ruiz, the mayor)"),
    ],
)
def test_a_fuller_name_takes_the_place_of_its_beginning(name: str, full: str, words: str) -> None:
    assert inside(_fuller(name, full)) == words


@pytest.mark.parametrize(
    ("role", "status", "said"),
    [
        ("policemen", "police", "3 police officers were"),
        ("fishermen", "unstated", "3 people were"),
        ("men", "unstated", "3 men or boys were"),
        ("young men", "unstated", "3 men or boys were"),
    ],
)
def test_the_name_of_a_trade_tells_no_sex(role: str, status: str, said: str) -> None:
    one = claim(3, 3, text(REPORT, "a"), status=status, role=role)
    assert one.population is not None
    one = replace(one, population=replace(one.population, sex="male"))
    words = subject_of("killed", "people", None if status == "unstated" else status, [one])
    assert f"3 {words.many} were" == said
