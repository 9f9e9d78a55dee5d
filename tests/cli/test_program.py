"""The program as a process: start, help, terminals, pipes, signals, bugs."""

from __future__ import annotations

import importlib
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from harmledger import __version__

Call = Callable[..., tuple[int, str, str]]

PROGRAM = [sys.executable, "-c", "from harmledger.cli import main; main()"]
COMMANDS = [
    "demo",
    "run",
    "claims",
    "families",
    "list",
    "show",
    "trace",
    "verify",
    "export",
    "publish",
]
HEAVY = ["spacy", "trafilatura", "lxml", "pypdfium2", "feedparser", "jinja2", "rich", "pyarrow"]


def test_help_names_every_command_and_loads_nothing_heavy() -> None:
    code = (
        "import sys, atexit; from harmledger.cli import main; "
        f"atexit.register(lambda: print([m for m in {HEAVY} if m in sys.modules], "
        "file=sys.stderr)); main(['--help'])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert all(re.search(rf"^  {name} ", ran.stdout, re.M) for name in COMMANDS)
    assert ran.stderr.strip() == "[]"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(call: Call, command: str) -> None:
    status, out, _err = call(command, "--help")
    assert status == 0
    assert out.startswith("Usage: harmledger " + command)


def test_version(call: Call) -> None:
    assert call("--version") == (0, f"harmledger {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["claims"],
        ["run", "x"],
        ["list", "b", "rumours"],
        ["list", "b", "claims", "--limit", "-1"],
        ["claims", "x", "--input-format", "xml"],
        ["export", "b"],
        ["export", "b", "--to", "xls"],
    ],
)
def test_wrong_usage_is_one_line_a_hint_and_status_2(call: Call, arguments: list[str]) -> None:
    status, out, err = call(*arguments)
    assert (status, out) == (2, "")
    first, second = err.splitlines()
    assert first.startswith("harmledger: [usage] ")
    assert second.startswith("hint: ")


def test_without_a_command_the_whole_help_is_shown(call: Call) -> None:
    status, out, err = call()
    assert (status, out) == (2, "")
    assert err.startswith("Usage: harmledger ")
    assert all(re.search(rf"^  {name} ", err, re.M) for name in COMMANDS)


@pytest.mark.parametrize("arguments", [["claims", ""], ["run", "x", "--book", ""], ["verify", ""]])
def test_an_empty_path_is_not_the_current_folder(call: Call, arguments: list[str]) -> None:
    status, out, err = call(*arguments)
    assert (status, out) == (2, "")
    assert "a path is empty; for this folder give a dot" in err


def test_what_a_path_that_is_no_book_is(call: Call, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "there is no such folder" in call("verify", tmp_path / "none")[2]
    assert "this is a file; a book is a folder" in call("verify", tmp_path / "file")[2]
    assert "this folder is not a book" in call("verify", tmp_path)[2]
    err = call("run", "x", "--book", tmp_path / "file")[2]
    assert "this is a file; a book is a folder" in err


def test_a_fault_of_the_system_is_no_bug(
    call: Call, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_anything: object) -> None:
        raise OSError(28, "No space left on device", "x.part")

    monkeypatch.setattr(importlib.import_module("harmledger.pipeline"), "trace", full)
    status, _out, err = call("trace", book, "abcdefgh")
    assert status == 1
    assert err.startswith("harmledger: [system] x.part: No space left on device\nhint: ")


@pytest.mark.parametrize("command", ["list", "show", "trace", "verify", "export"])
def test_a_folder_that_is_no_book(call: Call, tmp_path: Path, command: str) -> None:
    more = {"list": ["claims"], "show": ["abcdefgh"], "trace": ["abcdefgh"], "export": ["--to=csv"]}
    status, out, err = call(command, tmp_path / "none", *more.get(command, []))
    assert (status, out) == (2, "")
    assert err.startswith("harmledger: [no-book] ")
    assert err.splitlines()[1].startswith("hint: ")


def test_a_bug_is_one_line_and_its_traceback_can_be_asked_for(
    call: Call, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_anything: object) -> None:
        raise RuntimeError("the moon\nis full")

    # The package's own name is the function, so the module is asked for by name.
    monkeypatch.setattr(importlib.import_module("harmledger.pipeline"), "trace", broken)
    monkeypatch.delenv("HARMLEDGER_TRACEBACK", raising=False)
    status, _out, err = call("trace", book, "abcdefgh")
    assert status == 1
    first, second = err.splitlines()
    assert "this is a bug in harmledger: RuntimeError: the moon is full" in first
    assert "HARMLEDGER_TRACEBACK=1" in second
    monkeypatch.setenv("HARMLEDGER_TRACEBACK", "1")
    from harmledger.cli import main

    with pytest.raises(RuntimeError, match="moon"):
        main(["trace", str(book), "abcdefgh"])


def test_stopping_is_one_line(
    call: Call, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_anything: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(importlib.import_module("harmledger.pipeline"), "run", stopped)
    status, out, err = call("run", reports, "--book", tmp_path / "b")
    assert (status, out) == (130, "")
    assert err == "harmledger: stopped; run the same command to go on\n"


def test_only_a_run_can_be_gone_on_with(
    call: Call, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_anything: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(importlib.import_module("harmledger.pipeline"), "trace", stopped)
    assert call("trace", book, "abcdefgh") == (130, "", "harmledger: stopped\n")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")
def test_a_real_interrupt_leaves_a_book_that_goes_on(reports: Path, tmp_path: Path) -> None:
    # Waits in the middle of the run, so that the signal meets it there on any machine.
    code = (
        # A process started in the background may have been told to ignore it.
        "import signal, time\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from harmledger.cli import main\nfrom harmledger.pipeline import run as _\n"
        "from importlib import import_module\nmodule = import_module('harmledger.pipeline.run')\n"
        "def slow(*_a):\n    print('here', flush=True)\n    time.sleep(60)\n"
        "module.make_claims = slow\nmain()"
    )
    asked = ["run", str(reports / "bridge.txt"), "--book", str(tmp_path / "b")]
    with subprocess.Popen(
        [sys.executable, "-c", code, *asked],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert err == "harmledger: stopped; run the same command to go on\n"
    again = subprocess.run([*PROGRAM, *asked], capture_output=True, text=True, check=True)
    assert "0 new, 1 known before" in again.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX systems")
def test_a_reader_that_leaves_early_is_no_error(book: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "export", str(book), "--to", "csv", "--table", "claims"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX systems")
@pytest.mark.parametrize("colour", [True, False])
def test_a_table_on_a_terminal_and_no_colour_where_none_is_wanted(book: Path, colour: bool) -> None:
    out = _on_a_terminal(["list", str(book), "claims"], colour=colour)
    assert "speaker" in out
    assert "─" in out
    assert "At least 12" in out
    # A report's own brackets are shown, not obeyed.
    assert "\x1b[31m" not in out
    assert _on_a_terminal(["list", str(book), "claims", "--json"], colour=colour).startswith("{")


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX systems")
@pytest.mark.parametrize("kind", ["texts", "claims", "incidents", "assessments", "figures"])
def test_words_of_a_table_are_whole_in_80_columns(book: Path, kind: str) -> None:
    out = _on_a_terminal(["list", str(book), kind], colour=False, columns=80)
    out = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert max(map(len, out.splitlines())) <= 80
    whole = {
        "texts": ["2015-10-05"],
        "claims": ["killed", "injured", "unstated"],
        "incidents": ["October", "2015", "killed"],
        "assessments": ["incident", "killed", "airwars@1"],
        "figures": ["killed", "injured", "draft"],
    }
    assert [word for word in whole[kind] if word not in out] == []


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX systems")
def test_json_cannot_act_on_a_terminal_and_says_the_same(call: Call, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(
        '{"id": "a\u202eb", "text": "Ten people\u202e were killed in Kunduz.", "url": "x"}',
        encoding="utf-8",
    )
    _status, out, _err = call("claims", tmp_path / "rows.jsonl")
    assert "\u202e" not in out
    assert json.loads(out)["document"] == "a\u202eb"


def _on_a_terminal(arguments: list[str], *, colour: bool, columns: int = 200) -> str:
    import pty

    ours, theirs = pty.openpty()
    variables = {**os.environ, "TERM": "xterm", "COLUMNS": str(columns), "LINES": "50"}
    variables.pop("NO_COLOR", None)
    if not colour:
        variables["NO_COLOR"] = "1"
    process = subprocess.Popen(
        [*PROGRAM, *arguments], stdout=theirs, stderr=subprocess.PIPE, env=variables
    )
    os.close(theirs)
    parts = []
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        parts.append(part)
    os.close(ours)
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0
    out = b"".join(parts).decode()
    assert colour or not re.search(r"\x1b\[[0-9;]*3[0-7]m", out)
    return out


def test_output_is_utf8_whatever_the_surroundings_say(reports: Path, tmp_path: Path) -> None:
    report = tmp_path / "é.txt"
    report.write_text("Fünf: five people were killed in Kraków, the «ministry» said.")
    variables = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    ran = subprocess.run(
        [*PROGRAM, "claims", str(report)], capture_output=True, env=variables, check=False
    )
    assert ran.returncode == 0
    assert '"document":"é.txt"' in ran.stdout.decode("utf-8")


def test_the_package_can_be_run_where_the_program_is_not_on_the_path() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "harmledger", "--version"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout == f"harmledger {__version__}\n"
