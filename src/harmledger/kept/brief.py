"""Records of which only what is asked of all of them was read; the rest when somebody asks.

A large book has some hundred thousand claims, and a stage that goes over all of them asks little of
most: whose they are, and who said it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import msgspec

from harmledger.kept.kept import digest
from harmledger.records import Speaker

__all__ = ["Brief", "ClaimBrief", "TextBrief", "digest_of", "whole"]

_T = TypeVar("_T")


class Brief(msgspec.Struct, eq=False, kw_only=True):
    """Stands for a record, and answers all that can be asked of it.

    ``digest``: the hash of all that the record says; ``read``: gives the record.
    """

    id: str
    digest: bytes = b""
    read: Callable[[Any], Any] | None = None

    def __getattr__(self, name: str) -> Any:
        if self.read is None or name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.read(self), name)


class TextBrief(Brief, eq=False, kw_only=True):
    """Stands for a text."""

    page_id: str
    document: str
    published_at: str | None = None


class ClaimBrief(Brief, eq=False, kw_only=True):
    """Stands for a claim."""

    text_id: str
    document: str
    start: int
    end: int
    measure: str
    scope: str
    stance: str
    speaker: Speaker | None


def whole(record: _T) -> _T:
    """The record itself, for who asks much of it."""
    if isinstance(record, Brief) and record.read is not None:
        return cast("_T", record.read(record))
    return record


def digest_of(record: object) -> bytes:
    """A hash of all that the record says."""
    return record.digest if isinstance(record, Brief) else digest(record)
