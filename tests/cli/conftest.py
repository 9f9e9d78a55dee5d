"""The program as a user calls it, and a book to call it on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from harmledger.cli import main

Called = tuple[int, str, str]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., Called]:
    """Runs the program in this process: exit status, stdout, stderr."""

    def run(*arguments: object) -> Called:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return int(left.value.code or 0), said.out, said.err

    return run


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports that can be read."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "bridge.txt").write_text(
        "At least 12 people were killed in an air strike on a bridge near Kunduz on 3 October "
        "2015, the health ministry said. It said that 30 people were injured.\n"
    )
    (folder / "rows.jsonl").write_text(
        '{"name": "r1", "day": "2015-10-05", "body": "The monitor said 19 people were killed in '
        'Ghazni on 2 October. [red]Amina Karimi[/red] was among them."}\n'
    )
    return folder


@pytest.fixture(scope="session")
def book(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished book with its site. Not to be changed."""
    path = tmp_path_factory.mktemp("cli") / "book"
    fields = ["--text-field", "body", "--id-field", "name", "--published-field", "day"]
    with pytest.raises(SystemExit) as left:
        main(["run", str(reports), "--book", str(path), "--site", *fields])
    assert not left.value.code
    return path
