"""A book's own counters and method: files that a user writes, checked before they are kept."""

from __future__ import annotations

from pathlib import Path

from harmledger.assessments import Method, load_method, parse_method
from harmledger.counters import entries
from harmledger.errors import UsageProblem, VocabularyProblem
from harmledger.vocabulary import method_names

__all__ = ["read_method", "read_own"]

#: Bytes; a vocabulary of ten thousand counters is smaller.
_MOST = 8 << 20


def read_own(path: Path) -> str:
    """The text of the file. UsageProblem where it cannot be read, VocabularyProblem with the
    file, the row and the mistake where it is no vocabulary of counters."""
    text = _text(path, "counters")
    try:
        entries(text)
    except VocabularyProblem as error:
        raise VocabularyProblem(f"{path}: {error.message}", hint=error.hint) from error
    return text


def read_method(name: str) -> tuple[Method, str]:
    """A method by its name, or that of a user's file (``FILE.toml``) with the file's text.

    The text is empty for a method of the package. Errors: as :func:`read_own`; a file may not
    take the name and version of a method of the package.
    """
    if not name.endswith(".toml"):
        return load_method(name), ""
    text = _text(Path(name), "rules")
    method = parse_method(name, text, own=True)
    if method.id in method_names():
        raise VocabularyProblem(
            f"{name}: {method.id} is a method of this program",
            hint="give it another name or version in [about]",
        )
    return method, text


def _text(path: Path, what: str) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
        text = content.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        hint = "check the path and the permissions of the file"
        if what == "rules":
            hint += "; methods of the program: " + ", ".join(method_names())
        raise UsageProblem(
            f"{path}: the file of {what} cannot be read: {why}", hint=hint
        ) from error
    if len(content) > _MOST:
        raise UsageProblem(f"{path}: the file of {what} is larger than {_MOST >> 20} MiB")
    return text
