"""Hints of the library in the words of the command line.

The library speaks of its own parameters, fields and calls, in backticks; here each is the option or
the command by which somebody at a terminal does the same.
"""

from __future__ import annotations

import re

__all__ = ["in_options"]

#: Parameters and what stands for them: ``text_field`` is --text-field.
_OPTIONS = {
    "book": "--book",
    "other": "--with",
    "processes": "--processes",
    "text_field": "--text-field",
    "undo": "--verdict undo",
}

#: Calls and the commands that do the same; the group is what is asked for.
_COMMANDS = (
    (r"book\.get\('([^'`]*)'\)", "`harmledger show BOOK {}`"),
    (r"book\.(\w+)\(\)", "`harmledger list BOOK {}`"),
    (r"restore\(book, '([^'`]*)'\)", "`harmledger withdraw BOOK {} --undo --why TEXT`"),
    (r"run\(paths, book\)", "`harmledger run PATH... --book DIR`"),
    (r"verify\(book\)", "`harmledger verify BOOK`"),
    # A field with its value: `low=22`.
    (r"(\w+=[^`]*)", "--set {}"),
)


def in_options(hint: str) -> str:
    """The hint with options and commands; what is none of the library's words stays as it is."""
    return re.sub(r"`([^`]*)`", lambda found: _said(found[1]), hint)


def _said(words: str) -> str:
    if words in _OPTIONS:
        return _OPTIONS[words]
    for call, command in _COMMANDS:
        if found := re.fullmatch(call, words):
            return command.format(*found.groups())
    return f"`{words}`"
