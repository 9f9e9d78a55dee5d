"""What the site needs of a book, and nothing else of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from harmledger.records import (
    Assessment,
    Claim,
    Correction,
    Counter,
    Family,
    Figure,
    Incident,
    Page,
    Refusal,
    Review,
    Text,
    Toll,
)

__all__ = ["BookLike"]


class BookLike(Protocol):
    """A source of records. Each call gives a fresh iterator; ``texts`` is walked thrice."""

    @property
    def path(self) -> Path: ...

    def pages(self) -> Iterator[Page]: ...

    def texts(self) -> Iterator[Text]: ...

    def families(self) -> Iterator[Family]: ...

    def claims(self) -> Iterator[Claim]: ...

    def counters(self) -> Iterator[Counter]: ...

    def incidents(self) -> Iterator[Incident]: ...

    def tolls(self) -> Iterator[Toll]: ...

    def assessments(self) -> Iterator[Assessment]: ...

    def figures(self) -> Iterator[Figure]: ...

    def reviews(self) -> Iterator[Review]: ...

    def corrections(self) -> Iterator[Correction]: ...

    def meta(self, name: str) -> str | None: ...

    def refusals(self) -> Iterator[Refusal]: ...
