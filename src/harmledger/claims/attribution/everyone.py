"""All whom a text names, and whom "the ministry", "the general" or a bare last name means there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import islice

from harmledger.claims.attribution.named import Named
from harmledger.claims.attribution.owned import sentence_ends
from harmledger.claims.attribution.spellings import generic_form, generic_sources
from harmledger.claims.attribution.standing_for import (
    is_antecedent,
    is_office,
    is_officer,
    longer_name,
    office_beside,
)
from harmledger.claims.words import gazetteer, lexicon
from harmledger.vocabulary import Term

__all__ = ["Everyone"]

#: What the model takes into a name where a page was copied.
_NO_NAME = frozenset("/@#—")
#: More full names than any report has that bare last names point back to.
MOST_FULL_NAMES = 1000
#: Names looked at for the body of "its spokesman".
_MOST_LOOKED_AT = 20
#: Words of a person's name with office and first name; what is longer is hardly one.
_LONG = 6


class Everyone:
    """All whom a text names, in text order. What was looked for once is not looked for again."""

    def __init__(self, text: str, named: Iterable[Named]) -> None:
        self._text = text
        self.named = sorted(named, key=lambda n: (n.start, n.name, n.entity))
        self._offices: dict[Named, str] = {}
        self._antecedents: dict[tuple[str, str], list[Named]] = {}
        self._persons: dict[str, list[Named]] = {}
        self._full: dict[str, Named] = {}
        for one in self.named:
            name = " " in one.name and _NO_NAME.isdisjoint(one.name)
            if name and len(self._full) < MOST_FULL_NAMES:
                self._full.setdefault(one.name, one)

    def _office(self, named: Named) -> str:
        if named not in self._offices:
            self._offices[named] = office_beside(self._text, named)
        return self._offices[named]

    def _fitting(self, form: str, term: Term, country: str = "") -> list[Named]:
        """Whom a generic source can stand for, in text order, of a country where one is told."""
        fitting = self._antecedents.get((form, country))
        if fitting is None:
            fitting = [
                n
                for n in self.named
                if (not country or country in n.name.casefold().split())
                and is_antecedent(form, term, n, self._office(n) if is_office(term) else "")
            ]
            self._antecedents[form, country] = fitting
        return fitting

    def antecedent(self, form: str, at: int) -> str | None:
        """Whom a generic source at ``at`` stands for: the last one before it that can be meant.

        Else the first one behind it: a headline names the source only later. None for another.
        """
        term, country = generic_sources().get(form), ""
        if term is None:
            # "The Afghan ministry", where that of another country is named too.
            country, _, form = form.partition(" ")
            term = generic_sources().get(form)
        if term is None or (country and country not in lexicon.words("people", "demonyms")):
            return None
        fitting = self._fitting(form, term, country)
        before = bisect_left(fitting, at, key=lambda named: named.start)
        if before:
            return fitting[before - 1].name
        behind = bisect_right(fitting, at, key=lambda named: named.start)
        return fitting[behind].name if behind < len(fitting) and not country else None

    def meant(self, name: str, at: int) -> str:
        """Whom a name at ``at`` stands for, if it is a generic one; else the name."""
        found = self.antecedent(generic_form(name), at)
        # "Governor Prado" before "the governor" may be "Ines Prado" before.
        return (self.person(found, at) or found) if found else name

    def owner(self, at: int) -> str | None:
        """The body that "its spokesman" at ``at`` speaks for: the last one named in the same
        sentence or the one before."""
        behind = bisect_left(self.named, at, key=lambda named: named.start)
        for named in islice(reversed(self.named[:behind]), _MOST_LOOKED_AT):
            if sentence_ends(self._text, named.start, at) > 1:
                return None
            name = named.name.casefold()
            if named.entity == "PERSON" or gazetteer.known_name(named.name) or is_officer(name):
                continue
            generic = generic_sources().get(name)
            if generic is None or generic.data.get("body"):
                return self.meant(named.name, named.start)
        return None

    def person(self, name: str, at: int) -> str | None:
        """The full name, told before, of a person given at ``at`` by the last word of it.

        First comes a name that is spelled alike, then one with more than ranks, then the longest.
        """
        words = name.split()
        if not words or len(words) > 2:
            return None
        if not words[-1][:1].isupper() and not words[-1].startswith(("al-", "el-")):
            return None
        if name not in self._persons:
            found = [(how, n) for n in self._full.values() if (how := longer_name(name, n.name))]
            found.sort(key=lambda one: (*one[0], -min(len(one[1].name.split()), _LONG)))
            self._persons[name] = [named for _, named in found]
        return next((full.name for full in self._persons[name] if full.start < at), None)
