"""Every command line in the documentation is one that the program understands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from docpages import DOCS, PAGES, ROOT, fences, made, name, section, spans, words

from harmledger.cli.main import program

_ENDS = {"|", ">", ">>", ";", "&&"}


def _lines() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for code in fences(page, "sh", "console"):
            for line in code.replace("\\\n", " ").splitlines():
                line = line.strip().removeprefix("$ ")
                if line.startswith("harmledger "):
                    yield page, line
        yield from ((page, span) for span in spans(page) if span.startswith("harmledger "))


def _arguments(line: str) -> list[str]:
    lexer = shlex.shlex(line, posix=True, punctuation_chars=";|>&")
    lexer.whitespace_split = True
    taken: list[str] = []
    for word in lexer:
        if word in _ENDS:
            break
        taken.append(word)
    return taken[1:]


LINES = sorted({(name(page), line) for page, line in _lines()})


def test_the_main_commands_are_shown() -> None:
    assert {_arguments(line)[0] for _, line in LINES} >= set(program.list_commands(_context()))


@pytest.mark.parametrize(("page", "line"), LINES)
def test_command_line_parses(page: str, line: str) -> None:
    command, *rest = _arguments(line)
    if command.startswith("-"):
        assert command in {"--help", "--version", "-h"}
        return
    found = program.get_command(_context(), command)
    assert found is not None, f"{page}: there is no command {command}"
    if not rest:
        return  # named in running text
    if "--help" in rest:
        with pytest.raises(click.exceptions.Exit):
            found.make_context(command, rest)
    else:
        found.make_context(command, rest)


def test_every_command_and_option_has_its_section() -> None:
    page = DOCS / "commands.md"
    for command in program.list_commands(_context()):
        assert f"help {command}" in made(page)
        assert section(page, command).strip()


def test_every_target_of_make_that_is_shown_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", words(ROOT / "Makefile"), re.M))
    shown = {
        match
        for page in PAGES
        for code in (*fences(page, "sh"), *spans(page))
        for match in re.findall(r"^make ([a-z]+)", code, re.M)
    }
    assert {"demo", "test"} <= shown <= targets


def _context() -> click.Context:
    return click.Context(program, info_name="harmledger")
