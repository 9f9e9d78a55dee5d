"""Which counter of the vocabulary a name means, in a report of this area."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from harmledger.counters.entries import Entry, entries
from harmledger.counters.words import codes_in, listed_words, name_words
from harmledger.records import Where

__all__ = ["Known", "known"]

_Words = frozenset[str]


class Known:
    """The vocabulary of counters, found by the words of names."""

    def __init__(self, rows: Sequence[Entry]) -> None:
        self._rows = rows
        self._exact: dict[_Words, Entry] = {}
        self._named: dict[str, list[tuple[_Words, Entry]]] = defaultdict(list)
        self._beside: dict[str, list[tuple[_Words, Entry]]] = defaultdict(list)
        self._generic: dict[_Words, list[Entry]] = defaultdict(list)
        named = [(name_words(name), row) for row in rows for name in (row.name, *row.names)]
        often = Counter(word for words, _ in named for word in words)
        for words, row in named:
            # A user's row stands behind the shipped ones: it takes the name over.
            self._exact[words] = row
            # By its rarest word, so that few names are looked at.
            self._named[min(words, key=lambda w: (often[w], w))].append((words, row))
        for row in rows:
            cores = [name_words(name) for name in (*row.heads, *row.generic)]
            for qualifier in row.qualifiers:
                first = min(name_words(qualifier))
                self._beside[first].extend((core, row) for core in cores)
            for words in {name_words(name) for name in row.generic}:
                self._generic[words].append(row)

    def meant_by(self, words: _Words) -> Entry | None:
        """The counter that a name means in any report; None where none or several fit."""
        exact = self._exact.get(words)
        if exact is not None:
            return exact
        fitting: dict[Entry, int] = {}
        for word in words:
            for core, row in self._named.get(word, ()):
                if core <= words and _says_nothing(words - core, row):
                    fitting[row] = max(fitting.get(row, 0), len(core))
            for core, row in self._beside.get(word, ()):
                if core <= words and _qualified(words - core, row):
                    fitting[row] = max(fitting.get(row, 0), len(core))
        most = max(fitting.values(), default=0)
        best = [row for row, size in fitting.items() if size == most]
        return best[0] if len(best) == 1 else None

    def generic(self, words: _Words) -> list[Entry]:
        """The counters that a generic name may mean."""
        rows = self._generic.get(words, [])
        if not rows:
            fillers = listed_words("fillers")
            rows = self._generic.get(words - fillers, []) if words - fillers else []
        return rows

    @staticmethod
    def meant_in(
        rows: Sequence[Entry], place: Where | None, others: Iterable[Where]
    ) -> Entry | None:
        """The one of these counters (:meth:`generic`) that is meant where harm was done here.

        ``place``: the claim's; ``others``: those of its whole text, asked only where the
        claim's own does not tell, and then all of them must lie in the counter's area.
        """
        if place is not None:
            inside = [row for row in rows if row.holds_in(place)]
            if inside:
                return inside[0] if len(inside) == 1 else None
            if place.country is not None:
                return None
        around = list(others)
        inside = []
        for row in rows:
            told = [holds for one in around if (holds := row.holds_in(one)) is not None]
            if told and all(told):
                inside.append(row)
        return inside[0] if len(inside) == 1 else None


def _says_nothing(rest: _Words, row: Entry) -> bool:
    """Whether the words beside a name leave it the same: "Norway-based", "rights group"."""
    based = "based" in rest
    rest -= listed_words("fillers") | _qualifiers(row)
    return not rest or (based and all(word.startswith("country") for word in rest))


def _qualified(rest: _Words, row: Entry) -> bool:
    """Whether the words beside a head say that this one is meant, and nothing else."""
    if not any(name_words(qualifier) <= rest for qualifier in row.qualifiers):
        return False
    rest -= listed_words("fillers") | _qualifiers(row)
    return not rest or (codes_in(rest) <= row.countries and rest <= _country_words(row))


@cache
def _qualifiers(row: Entry) -> _Words:
    return frozenset(word for one in row.qualifiers for word in name_words(one))


@cache
def _country_words(row: Entry) -> _Words:
    return frozenset(f"country{code.lower()}" for code in row.countries)


@cache
def known(own: str = "") -> Known:
    """The shipped vocabulary, with the rows of ``own`` (the text of a user's file)."""
    return Known(entries(own))
