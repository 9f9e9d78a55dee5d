"""The vocabulary of counters: shipped rows and those of users, read and checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from harmledger.counters.words import country_name
from harmledger.errors import VocabularyProblem, did_you_mean
from harmledger.records import Where
from harmledger.vocabulary import TOML_HINT, Term, load, parse

__all__ = ["Entry", "entries"]

_LISTS = ("names", "heads", "generic", "qualifiers", "countries", "places", "each")
_KEYS = ("id", "name", "kind", *_LISTS, "explanation", "source")
_FILE = "counters"


# Compared by identity: rows are keys of many look-ups, and each is made once.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """A counter that reports cite. What each list is for stands in ``known_counters.toml``."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    heads: tuple[str, ...]
    generic: tuple[str, ...]
    qualifiers: tuple[str, ...]
    countries: frozenset[str]
    places: tuple[str, ...]
    explanation: str
    source: str

    def holds_in(self, place: Where) -> bool | None:
        """Whether the place lies in the counter's area; None where that cannot be told."""
        names = " ".join(part for part in (place.name, place.within) if part).casefold()
        if self.places:
            pattern = "|".join(map(re.escape, self.places))
            if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", names):
                return True
            return None if place.country is None or place.country in self.countries else False
        return None if place.country is None else place.country in self.countries


@cache
def entries(own: str = "") -> tuple[Entry, ...]:
    """The shipped rows, with those of ``own`` (the text of a user's file) beside them.

    A row of a user's file replaces the shipped one of the same id. VocabularyProblem says
    which row is wrong and how.
    """
    shipped = {e.id: e for term in load("en", "known_counters").terms for e in _entries(term)}
    if own:
        _check_file(own)
        for term in parse(_FILE, own).terms:
            shipped.update({entry.id: entry for entry in _entries(term)})
    return tuple(shipped.values())


def _check_file(content: str) -> None:
    import tomllib

    try:
        raw = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise VocabularyProblem(f"{_FILE}: not valid TOML: {error}", hint=TOML_HINT) from error
    _known(_FILE, raw, ("about", "term"))
    if not isinstance(raw.get("term", []), list):
        raise VocabularyProblem(f"{_FILE}: write [[term]] for each counter")
    for row in raw.get("term", []):
        if not isinstance(row, dict):
            raise VocabularyProblem(f"{_FILE}: write [[term]] for each counter")
        _known(f"{_FILE}: counter {row.get('id', 'without an id')!r}", row, _KEYS)


def _known(where: str, found: Mapping[str, Any], keys: Collection[str]) -> None:
    for key in found:
        if key not in keys:
            raise VocabularyProblem(
                f"{where}: unknown key {key!r}{did_you_mean(key, keys)}",
                hint="keys: " + ", ".join(keys),
            )


def _entries(term: Term) -> Iterator[Entry]:
    """One counter, or with ``each`` one for each of those countries."""
    where = f"{_FILE}: counter {term.id!r}"
    _known(where, term.data, _KEYS)
    lists = {key: _list(where, term, key) for key in _LISTS}
    name, kind = (_string(where, term, key) for key in ("name", "kind"))
    kinds = load("en", "source_kinds").ids()
    if kind not in kinds:
        raise VocabularyProblem(
            f"{where}: kind = {kind!r} is not known{did_you_mean(kind, kinds)}",
            hint="kinds: " + ", ".join(kinds),
        )
    if not any(lists[key] for key in ("names", "heads", "generic")):
        raise VocabularyProblem(f"{where}: needs names, heads or generic")
    known = load("en", "countries").ids()
    for code in (*lists["countries"], *lists["each"]):
        if code not in known:
            raise VocabularyProblem(
                f"{where}: {code!r} is no country of the list", hint="codes: " + ", ".join(known)
            )
    if lists["heads"] and not lists["qualifiers"] and not lists["each"]:
        raise VocabularyProblem(f"{where}: heads need qualifiers that say which one is meant")
    if lists["generic"] and not (lists["countries"] or lists["places"] or lists["each"]):
        raise VocabularyProblem(f"{where}: generic names need an area: countries or places")
    for code in lists["each"] or ("",):
        country = country_name(code) if code else ""
        adjective = country_name(code, "adjective") if code else ""
        yield Entry(
            id=f"{term.id}_{code.lower()}" if code else term.id,
            name=name.replace("{country}", country).replace("{adjective}", adjective),
            kind=kind,
            names=lists["names"],
            heads=lists["heads"],
            generic=lists["generic"],
            qualifiers=(*lists["qualifiers"], *([country] if code else ())),
            countries=frozenset(lists["countries"]) | ({code} if code else frozenset()),
            places=tuple(place.casefold() for place in lists["places"]),
            explanation=term.explanation,
            source=term.source,
        )


def _string(where: str, term: Term, key: str) -> str:
    value = term.data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise VocabularyProblem(f"{where}: the key {key!r} is missing or no words in quotes")
    return value


def _list(where: str, term: Term, key: str) -> tuple[str, ...]:
    value = term.data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise VocabularyProblem(f"{where}: {key} must be a list of words in quotes")
    return tuple(value)
