"""The error tree: every failure a user can meet, with a code and a hint.

``HarmledgerError`` is the root. ``Refusal`` (in :mod:`harmledger.records`) is not an
error: it is the record of an input that was left out while the rest went on.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = [
    "BookBusy",
    "BookDamaged",
    "BookMissing",
    "HarmledgerError",
    "InputRefused",
    "NotFound",
    "UsageProblem",
    "VocabularyProblem",
    "did_you_mean",
]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'killed'?``, to stand behind a message; empty where no word is near."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


class HarmledgerError(Exception):
    """Root of the tree. ``code`` is stable, ``hint`` says what to do next.

    A hint names parameters, fields with their values and calls of the library in backticks; the
    command line says the option or command in their place (``cli/spoken.py``).
    """

    code = "error"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputRefused(HarmledgerError):
    """One input cannot be read. Raised inside a reader, turned into a Refusal at its edge."""

    def __init__(self, code: str, message: str, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.code = code


class BookMissing(HarmledgerError):
    """The folder is not a book."""

    code = "no-book"


class BookBusy(HarmledgerError):
    """Another process is writing this book."""

    code = "book-busy"


class BookDamaged(HarmledgerError):
    """The ledger cannot be read, or was written by a newer version."""

    code = "book-damaged"


class NotFound(HarmledgerError):
    """No record has this id."""

    code = "not-found"


class UsageProblem(HarmledgerError):
    """Arguments that do not fit together."""

    code = "usage"


class VocabularyProblem(HarmledgerError):
    """A vocabulary or method file has a mistake."""

    code = "vocabulary"
