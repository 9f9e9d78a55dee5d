"""A book's own vocabulary of counters: a file that a user writes, checked before it is kept."""

from __future__ import annotations

from pathlib import Path

from harmledger.counters import entries
from harmledger.errors import UsageProblem, VocabularyProblem

__all__ = ["read_own"]

#: Bytes; a vocabulary of ten thousand counters is smaller.
_MOST = 8 << 20


def read_own(path: Path) -> str:
    """The text of the file. UsageProblem where it cannot be read, VocabularyProblem with the
    file, the row and the mistake where it is no vocabulary of counters."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
        text = content.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageProblem(f"{path}: the file of counters cannot be read: {why}") from error
    if len(content) > _MOST:
        raise UsageProblem(f"{path}: the file of counters is larger than {_MOST >> 20} MiB")
    try:
        entries(text)
    except VocabularyProblem as error:
        raise VocabularyProblem(f"{path}: {error.message}", hint=error.hint) from error
    return text
