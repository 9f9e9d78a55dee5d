"""HTML entities that a careless page left in its text: "killed&nbsp;in Gao", "&quot;Nine died"."""

from __future__ import annotations

import re
from html import unescape

__all__ = ["without_entities"]

#: The longest such name is 24 letters long; those of text are short.
_ENTITY = re.compile(r"&(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,4}|[A-Za-z]{2,8});")


def without_entities(raw: str) -> str:
    """``raw`` with each entity as its character behind blanks, so that all offsets stay."""
    return _ENTITY.sub(_plain, raw) if "&" in raw else raw


def _plain(entity: re.Match[str]) -> str:
    told = unescape(entity[0])
    if told.isspace():
        return " " * len(entity[0])
    # What is no entity stays.
    return told.rjust(len(entity[0])) if len(told) == 1 and told.isprintable() else entity[0]
