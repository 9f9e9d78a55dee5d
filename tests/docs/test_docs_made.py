"""What the documentation shows of the program's output is the program's output."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import click
import msgspec
import pytest
from docpages import DOCS, ROOT, accept, fences, made, section

from harmledger.assessments import load_method, parse_method
from harmledger.assessments.rule_kinds import DOES, EXPLAINED
from harmledger.claims import extract
from harmledger.cli import main
from harmledger.cli.main import program
from harmledger.records import Claim
from harmledger.vocabulary import method_names

README = ROOT / "README.md"
STALE = "write it anew with: pytest tests/docs --accept-golden; then read the difference"


def _fenced(kind: str, content: str) -> str:
    return f"```{kind}\n{content.rstrip()}\n```\n"


def _help(command: str) -> str:
    # As a user sees it, in a process of its own: click keeps help options between calls.
    done = subprocess.run(
        [sys.executable, "-c", "from harmledger.cli import main; main()", command, "--help"],
        env={**os.environ, "COLUMNS": "90", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return _fenced("text", done.stdout.replace("Usage: -c ", "Usage: harmledger ", 1))


def _method(name: str) -> str:
    method = load_method(name)
    rows = ["| rule | mark | what it does |", "|---|---|---|"]
    rows += [f"| `{rule.id}` | {rule.mark} | {rule.explanation} |" for rule in method.rules]
    rows += ["", "| grade | given by | mark | when |", "|---|---|---|---|"]
    rows += [f"| {g.grade} | `{g.id}` | {g.mark} | {g.explanation} |" for g in method.grades]
    return "\n".join(rows) + "\n"


def _kinds_of_rules() -> str:
    rows = ["| does | keys | what it does |", "|---|---|---|"]
    for does, keys in DOES.items():
        named = ", ".join(
            f"`{key}`" + ("" if must else " (optional)") for key, must in keys.items()
        )
        rows.append(f"| `{does}` | {named or 'none'} | {EXPLAINED[does]} |")
    return "\n".join(rows) + "\n"


def _example() -> str:
    sentence, published = re.findall(r'"(.+?)"', fences(DOCS / "claims.md", "python")[0])[:2]
    claims = extract(sentence, published_at=published)
    shown = [json.dumps(msgspec.to_builtins(c), ensure_ascii=False, indent=1) for c in claims[:1]]
    return _fenced("json", "\n".join(_folded(one) for one in shown))


def _folded(shown: str) -> str:
    """The records inside a claim on one line each."""
    return re.sub(
        r"\{\n  .*?\n \}", lambda inner: re.sub(r"\n\s*", " ", inner[0]), shown, flags=re.S
    )


def _python() -> str:
    """What the first example in Python prints. The second needs a book."""
    said = io.StringIO()
    with redirect_stdout(said):
        exec(compile(fences(README, "python")[0], "README.md", "exec"), {})
    return _fenced("text", said.getvalue())


PARTS: dict[tuple[Path, str], Callable[[], str]] = {
    (README, "python"): _python,
    (DOCS / "claims.md", "example"): _example,
    **{(DOCS / "methods.md", name): (lambda name=name: _method(name)) for name in method_names()},
    (DOCS / "methods.md", "kinds of rules"): _kinds_of_rules,
    **{
        (DOCS / "commands.md", f"help {command}"): (lambda command=command: _help(command))
        for command in program.list_commands(click.Context(program))
    },
}


@pytest.mark.parametrize(("page", "part"), PARTS, ids=lambda value: str(value).rpartition("/")[2])
def test_made_part(page: Path, part: str, request: pytest.FixtureRequest) -> None:
    now = PARTS[page, part]()
    if request.config.getoption("--accept-golden"):
        accept(page, part, now)
    assert made(page)[part] == now, STALE


def test_no_made_part_is_left_unchecked() -> None:
    known = {*PARTS, (README, "demo")}
    assert {(page, part) for page in (README, *DOCS.rglob("*.md")) for part in made(page)} == known


def test_example_keys_are_the_claim_record() -> None:
    shown = made(DOCS / "claims.md")["example"].removeprefix("```json\n").removesuffix("```\n")
    assert list(json.loads(shown)) == list(Claim.__dataclass_fields__)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The demo's book and what the command said."""
    place = tmp_path_factory.mktemp("docs")
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        with redirect_stdout(said), pytest.raises(SystemExit) as left:
            main(["demo"])
    assert not left.value.code
    return place / "demo-book", said.getvalue()


def _excerpt(said: str) -> str:
    """The head of the demo's output, its first figure, and its end."""
    head, _, rest = said.partition("within the pages")
    _blocks, copies, figure, *_figures, end = rest.split("\n\n")
    return _fenced("text", f"{head}...\n\n{copies}\n\n{figure}\n...\n{end}")


def test_demo_in_readme(demo: tuple[Path, str], request: pytest.FixtureRequest) -> None:
    now = _excerpt(demo[1])
    if request.config.getoption("--accept-golden"):
        accept(README, "demo", now)
    assert made(README)["demo"] == now, STALE


def test_second_python_example_runs(
    demo: tuple[Path, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(demo[0].parent)
    code = fences(README, "python")[1]
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.count("\n") > 5
    assert "to_arrow" in code


def test_csv_columns_are_documented() -> None:
    from harmledger.exports import TABLES

    text = section(DOCS / "formats.md", "CSV files that come out")
    for columns, _rows in TABLES.values():
        assert [c for c in columns if f"`{c}`" not in text] == []


def test_the_example_of_a_method_of_ones_own_is_a_method() -> None:
    (shown,) = fences(DOCS / "methods.md", "toml")
    assert parse_method("own.toml", shown, own=True).id == "ours@1"
