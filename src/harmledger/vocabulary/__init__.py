"""Terms as data: TOML files, each with its explanation and source inside.

``load("en", "qualifiers")`` reads ``vocabulary/en/qualifiers.toml``; a language is added by
adding a folder, without code. A file has an ``[about]`` table (``explanation``, ``source``)
and ``[[term]]`` rows; every row has an ``id``, other keys are the file's own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from harmledger.errors import VocabularyProblem

__all__ = [
    "TOML_HINT",
    "Term",
    "Vocabulary",
    "alternatives",
    "data_file",
    "languages",
    "load",
    "method_file",
    "method_names",
    "parse",
]


#: What to look at where a file is no TOML.
TOML_HINT = (
    "at that place see that texts stand in quotes, brackets are closed, and no name stands twice"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A row: its id, what it means, where that comes from, and the file's own keys."""

    id: str
    explanation: str
    source: str
    data: dict[str, Any]

    def words(self, key: str) -> tuple[str, ...]:
        """The list of strings under ``key``; empty where the row has none."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise VocabularyProblem(f"{self.id}: {key} must be a list of strings")
        return tuple(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """A file of terms with what it is for."""

    name: str
    explanation: str
    source: str
    terms: tuple[Term, ...]

    def __getitem__(self, term_id: str) -> Term:
        for term in self.terms:
            if term.id == term_id:
                return term
        raise KeyError(term_id)

    def ids(self) -> tuple[str, ...]:
        """The ids of all terms, in file order."""
        return tuple(term.id for term in self.terms)


def _root() -> Traversable:
    return files("harmledger.vocabulary")


def parse(name: str, content: str) -> Vocabulary:
    """A vocabulary from TOML text; VocabularyProblem says which row is wrong and how."""
    try:
        raw = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise VocabularyProblem(f"{name}: not valid TOML: {error}", hint=TOML_HINT) from error
    about = raw.get("about")
    if not isinstance(about, dict) or not about.get("explanation"):
        raise VocabularyProblem(f"{name}: needs an [about] table with an explanation")
    source = str(about.get("source", ""))
    terms: list[Term] = []
    seen: set[str] = set()
    for number, row in enumerate(raw.get("term", []), start=1):
        term_id = row.get("id")
        if not isinstance(term_id, str) or not term_id:
            raise VocabularyProblem(f"{name}: term {number} has no id")
        if term_id in seen:
            raise VocabularyProblem(f"{name}: term id {term_id!r} stands twice")
        seen.add(term_id)
        data = {k: v for k, v in row.items() if k not in {"id", "explanation", "source"}}
        terms.append(
            Term(
                id=term_id,
                explanation=str(row.get("explanation", "")),
                source=str(row.get("source", source)),
                data=data,
            )
        )
    return Vocabulary(
        name=name, explanation=str(about["explanation"]), source=source, terms=tuple(terms)
    )


@cache
def load(folder: str, name: str) -> Vocabulary:
    """The vocabulary ``folder/name.toml``, e.g. ``load("en", "qualifiers")``."""
    path = _root() / folder / f"{name}.toml"
    if not path.is_file():
        raise VocabularyProblem(f"there is no vocabulary {folder}/{name}.toml")
    return parse(f"{folder}/{name}", path.read_text(encoding="utf-8"))


def data_file(folder: str, name: str) -> str:
    """The text of a data file beside the terms, e.g. ``data_file("en", "context.json")``."""
    path = _root() / folder / name
    if not path.is_file():
        raise VocabularyProblem(f"there is no data file {folder}/{name}")
    return path.read_text(encoding="utf-8")


@cache
def languages() -> tuple[str, ...]:
    """The language folders present: two-letter codes."""
    return tuple(sorted(p.name for p in _root().iterdir() if p.is_dir() and len(p.name) == 2))


def method_names() -> tuple[str, ...]:
    """All method files present, as ``name@version``."""
    folder = _root() / "methods"
    return tuple(
        sorted(p.name.removesuffix(".toml") for p in folder.iterdir() if p.name.endswith(".toml"))
    )


def method_file(name_and_version: str) -> str:
    """The TOML text of ``vocabulary/methods/<name@version>.toml``."""
    path = _root() / "methods" / f"{name_and_version}.toml"
    if "/" in name_and_version or not path.is_file():
        raise VocabularyProblem(
            f"there is no method {name_and_version!r}",
            hint="methods: " + ", ".join(method_names()),
        )
    return path.read_text(encoding="utf-8")


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, longest first, white space of any kind."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
