"""What a check of a book can find."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Problem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong: which record or file, and what is wrong with it."""

    record: str
    message: str

    def __str__(self) -> str:
        return f"{self.record}: {self.message}"
