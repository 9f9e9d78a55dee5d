"""The methods that made the figures, read from their own files, in words."""

from __future__ import annotations

import tomllib
from typing import Any

from harmledger.errors import VocabularyProblem
from harmledger.site.shelf import Shelf
from harmledger.site.show import show
from harmledger.site.words import plain
from harmledger.vocabulary import method_file

__all__ = ["method_views"]

_APART = frozenset(("id", "explanation", "source", "name", "mark", "grade", "does", "step"))
#: What a method file's ``mark`` says about where a rule comes from.
_MARKS = {"S": "read in the source", "U": "not verified in the source"}


def method_views(shelf: Shelf) -> list[dict[str, Any]]:
    """Each method that was applied: what it says of itself, and its rules in file order."""
    views = []
    for name in sorted({assessment.method for assessment in shelf.assessments.values()}):
        view: dict[str, Any] = {"name": name, "about": None, "parts": []}
        views.append(view)
        try:
            data = tomllib.loads(shelf.own_methods.get(name) or method_file(name))
        except (VocabularyProblem, tomllib.TOMLDecodeError):
            continue
        about = data.pop("about", {})
        view["about"] = {key: value for key, value in about.items() if key != "name"}
        view["parts"] = [
            {"heading": show(f"{plain(key)}s".capitalize()), "rows": [_rule(row) for row in rows]}
            for key, rows in data.items()
            if isinstance(rows, list) and all(isinstance(row, dict) for row in rows)
        ]
    return views


def _rule(row: dict[str, Any]) -> dict[str, Any]:
    name = plain(str(row.get("grade") or row.get("name") or row.get("id") or "rule"))
    mark = str(row.get("mark", ""))
    source = ", ".join(part for part in (str(row.get("source", "")), _MARKS.get(mark, "")) if part)
    return {
        "name": show(name),
        "explanation": show(str(row.get("explanation", "no explanation"))),
        "source": show(source),
        "settings": {key: value for key, value in row.items() if key not in _APART},
    }
