"""Keys, terms, codes and rooms in the documentation are those of the code."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from docpages import DOCS, ROOT, first_column, section

from harmledger import errors
from harmledger.assessments.schema import CONDITIONS, VALUES
from harmledger.decisions import CLAIM_FIELDS, FIGURE_FIELDS
from harmledger.incidents import STEPS
from harmledger.records import Actor, Basis, Claim, Population, Speaker, When, Where
from harmledger.vocabulary import load

CLAIMS = DOCS / "claims.md"
CODE = ROOT / "src" / "harmledger"


@pytest.mark.parametrize(
    ("heading", "record"),
    [
        ("The keys, in order", Claim),
        ("population", Population),
        ("speaker", Speaker),
        ("when", When),
        ("where", Where),
        ("basis", Basis),
        ("actor", Actor),
    ],
)
def test_keys_are_the_fields_in_order(heading: str, record: type) -> None:
    rows = [row for row in first_column(section(CLAIMS, heading)) if row.isidentifier()]
    assert rows == [field.name for field in fields(record)]


def _statuses() -> list[str]:
    from harmledger.claims.words.people import _STATUSES

    return [*_STATUSES, "mixed"]


@pytest.mark.parametrize(
    ("heading", "terms"),
    [
        ("Measures", list(load("en", "measures").ids())),
        ("Qualifiers", [*load("en", "quantities").ids(), "between"]),
        ("Statuses", _statuses()),
        ("Stances", list(VALUES["stances"])),
        ("Kinds of speakers", list(load("en", "source_kinds").ids())),
        ("Scopes", ["event", "cumulative"]),
        ("Phases", [*load("en", "statements")["phase"].data]),
    ],
)
def test_terms_are_the_vocabulary(heading: str, terms: list[str]) -> None:
    assert sorted(first_column(section(CLAIMS, heading))) == sorted(terms)


def _codes() -> Iterator[str]:
    """Every code with which the program leaves out an input."""
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = {"InputRefused": 0, "refuse": 1}.get(node.func.id)
                given = node.args[place : place + 1] if place is not None else []
                if node.func.id == "Refusal":
                    given = [word.value for word in node.keywords if word.arg == "code"]
                for code in given:
                    if isinstance(code, ast.Constant):
                        yield str(code.value)


def test_refusal_codes_are_documented() -> None:
    found = set(_codes())
    assert len(found) > 20
    assert set(first_column(section(DOCS / "formats.md", "What is left out, by code"))) == found


def _error_codes() -> set[str]:
    # cli/main.py gives these by itself: any other exception, and what the system refused.
    main = (CODE / "cli/main.py").read_text(encoding="utf-8")
    found = set(re.findall(r'^ +code="([a-z-]+)",$', main, re.M))
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and any(
                isinstance(base, ast.Name) and base.id in {"HarmledgerError", "Exception"}
                for base in node.bases
            ):
                found |= {
                    str(line.value.value)
                    for line in node.body
                    if isinstance(line, ast.Assign)
                    and isinstance(line.targets[0], ast.Name)
                    and line.targets[0].id == "code"
                    and isinstance(line.value, ast.Constant)
                }
    return found


def test_error_codes_are_documented() -> None:
    found = _error_codes()
    assert errors.BookBusy.code in found
    assert set(first_column(section(DOCS / "commands.md", "Errors"))) == found


def test_rooms_are_the_layers_of_the_import_contract() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    level = {
        room: -at for at, layer in enumerate(layers) for room in re.split(r"\s*[:|]\s*", layer)
    }
    rooms = re.findall(r"^### `(\w+)`$", section(DOCS / "architecture.md", "Rooms"), re.M)
    assert sorted(rooms) == sorted(level)
    assert rooms == sorted(rooms, key=level.__getitem__), "from the bottom up"


def test_folders_of_claims_stand_in_the_order_of_their_contract() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][1]["layers"]
    folders = [layer for layer in reversed(layers) if (CODE / "claims" / layer).is_dir()]
    text = section(DOCS / "architecture.md", "Inside `claims`")
    assert re.findall(r"^[|] `(\w+)`", text, re.M) == folders


def test_every_room_has_two_sentences_and_its_public_names() -> None:
    text = section(DOCS / "architecture.md", "Rooms")
    for room, body in re.findall(r"^### `(\w+)`\n(.*?)(?=^### |\Z)", text, re.M | re.S):
        init = CODE / room / "__init__.py"
        public = ast.literal_eval(_all_of(init))
        sentences, _, listed = body.partition("\nPublic: ")
        # A full stop inside code ends no sentence.
        plain = re.sub(r"`[^`]*`", "code", sentences)
        assert len(re.findall(r"[.](?:\s|$)", plain)) == 2, room
        assert re.findall(r"`([\w]+)`", listed) == public, room


def _all_of(init: Path) -> ast.expr:
    for node in ast.parse(init.read_text(encoding="utf-8")).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(target, ast.Name) and target.id == "__all__":
            return node.value
    raise AssertionError(init)


def test_the_fields_that_can_be_set_are_documented() -> None:
    text = section(DOCS / "decisions.md", "What can be decided")
    of_claim, of_figure = (
        re.findall(r"`(\w+)`", re.sub(r"\s+", " ", part).partition(".")[0])
        for part in text.partition("Fields of a claim that can be set:")[2].split(
            "Fields of a figure:"
        )
    )
    assert of_claim == list(CLAIM_FIELDS)
    assert of_figure == list(FIGURE_FIELDS)


def test_conditions_and_steps_of_methods_are_documented() -> None:
    text = section(DOCS / "methods.md", "A method of your own")
    steps = text.partition("Steps of `sort_out`:")[2].partition(".")[0]
    assert re.findall(r"`(\w+)`", steps) == list(STEPS)
    conditions = text.partition("Conditions of a grade:")[2].partition(".")[0]
    assert re.findall(r"`(\w+)`", conditions) == list(CONDITIONS)
