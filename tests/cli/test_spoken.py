"""What the library says of its parameters and calls is said as options and commands."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import harmledger
from harmledger.cli.spoken import in_options

CODE = Path(harmledger.__file__).parent


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        ("set both, such as `low=20` `high=22`", "set both, such as --set low=20 --set high=22"),
        ("set it too: `speaker=NAME`", "set it too: --set speaker=NAME"),
        ("name the field with `text_field`", "name the field with --text-field"),
        ("give another name with `book`", "give another name with --book"),
        ("name a smaller part with `other`", "name a smaller part with --with"),
        ("try with fewer `processes`", "try with fewer --processes"),
        (
            "`book.decisions()` shows them; undo one with `undo`",
            "`harmledger list BOOK decisions` shows them; undo one with --verdict undo",
        ),
        ("`book.get('59d9a5')` shows it", "`harmledger show BOOK 59d9a5` shows it"),
        ("`restore(book, '59d9a5')`", "`harmledger withdraw BOOK 59d9a5 --undo --why TEXT`"),
        ("make one with `run(paths, book)`", "make one with `harmledger run PATH... --book DIR`"),
        ("`verify(book)` lists more", "`harmledger verify BOOK` lists more"),
        ("see `README.md`; give the id", "see `README.md`; give the id"),
        ("", ""),
    ],
)
def test_hints_in_options(hint: str, words: str) -> None:
    assert in_options(hint) == words


def _said(module: Path) -> Iterator[str]:
    """The words of a module that are no docstring."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    silent = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            yield node.value


def test_only_the_command_line_speaks_of_options_and_commands() -> None:
    spoken = re.compile(r"(?:^|[\s`])--[a-z]|`harmledger ")
    found = {
        (module.relative_to(CODE).as_posix(), words)
        for module in CODE.rglob("*.py")
        if module.relative_to(CODE).parts[0] != "cli"
        for words in _said(module)
        if spoken.search(words)
    }
    assert not found
