"""Everything that follows from texts and claims: made anew together, kept together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from harmledger.assessments import assess, load_method, origins_of
from harmledger.counters import find_counters
from harmledger.families import Verdicts, find_families
from harmledger.figures import make_figures
from harmledger.incidents import find_incidents
from harmledger.ledger import Book, Record
from harmledger.ledger.kinds import DERIVED
from harmledger.pipeline.code import code_of
from harmledger.pipeline.marks import digest
from harmledger.pipeline.watch import Silent, Watcher
from harmledger.records import (
    Assessment,
    Claim,
    Counter,
    Decision,
    Family,
    Figure,
    Incident,
    Text,
    Toll,
)
from harmledger.tolls import find_tolls

__all__ = ["Derived", "derive", "keep_derived"]

#: The rooms whose code decides what follows from texts and claims.
_ROOMS = (
    "families",
    "counters",
    "incidents",
    "tolls",
    "assessments",
    "figures",
    "records",
    "vocabulary",
)


#: The rooms whose code decides what two texts are to each other, and where a book keeps it.
_OF_VERDICTS = ("families", "records", "vocabulary")
_VERDICTS = "family_verdicts"


_Subject = TypeVar("_Subject", Incident, Toll)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What follows from a set of texts and claims under one method."""

    families: tuple[Family, ...]
    counters: tuple[Counter, ...]
    incidents: tuple[Incident, ...]
    tolls: tuple[Toll, ...]
    assessments: tuple[Assessment, ...]
    figures: tuple[Figure, ...]

    def of(self, name: str) -> Sequence[Record]:
        """The records of a derived kind."""
        by_name: dict[str, Sequence[Record]] = {
            "families": self.families,
            "counters": self.counters,
            "incidents": self.incidents,
            "tolls": self.tolls,
            "assessments": self.assessments,
            "figures": self.figures,
        }
        return by_name[name]


def derive(
    texts: Iterable[Text],
    claims: Iterable[Claim],
    method: str,
    watcher: Watcher | None = None,
    own: str = "",
    decisions: Iterable[Decision] = (),
    verdicts: Verdicts | None = None,
) -> Derived:
    """Families, counters, incidents, tolls, assessments and figures, from these alone.

    ``method`` is a name or ``name@version``; ``own``: the text of the book's own vocabulary of
    counters; ``decisions``: what people decided of names. The result does not depend on what
    was derived before, so that it can be made again and compared; ``verdicts``, what pairs of
    texts were found to be, only spare work.
    """
    watcher = watcher or Silent()
    watcher.stage("figures", len(DERIVED))
    texts = tuple(texts)
    claims = tuple(claims)
    families = tuple(find_families(texts, verdicts))
    watcher.step()
    counters = find_counters(claims, families, texts, own, decisions)
    watcher.step()
    by_id = {claim.id: claim for claim in claims}

    def counted(subject: _Subject) -> _Subject:
        own = [by_id[one] for one in subject.claims if one in by_id]
        number = len(origins_of(own, families, counters))
        return replace(subject, independent_origins=number)

    incidents = tuple(map(counted, find_incidents(texts, claims, families)))
    watcher.step()
    tolls = tuple(map(counted, find_tolls(texts, claims, families, counters)))
    watcher.step()
    rules = load_method(method)
    judged = tuple(map(counters.as_known, claims))
    assessments = tuple(assess(incidents, tolls, judged, families, rules, counters))
    watcher.step()
    figures = tuple(make_figures(assessments, incidents, tolls, judged, texts, counters.counters))
    watcher.step()
    return Derived(
        families=families,
        counters=tuple(counters.counters.values()),
        incidents=incidents,
        tolls=tolls,
        assessments=assessments,
        figures=figures,
    )


def keep_derived(book: Book, method: str, watcher: Watcher) -> bool:
    """Derive and replace in one transaction; False where nothing it rests on has changed."""
    key = derivation_key(book, method)
    if book.meta("derived_from") == key:
        return False
    code = code_of(*_OF_VERDICTS)
    verdicts = Verdicts.read(book.meta(_VERDICTS), code)
    derived = derive(
        book.texts(), book.claims(), method, watcher, *own_and_decisions(book), verdicts
    )
    writer = book.writer
    with writer.transaction():
        for name in DERIVED:
            writer.replace(name, derived.of(name))
        writer.set_meta("method", method)
        writer.set_meta("derived_from", key)
        writer.set_meta(_VERDICTS, verdicts.written(code))
    return True


def own_and_decisions(book: Book) -> tuple[str, tuple[Decision, ...]]:
    """The book's own vocabulary of counters (empty where it has none) and its decisions."""
    return book.meta("counters") or "", tuple(book.decisions())


def derivation_key(book: Book, method: str) -> str:
    """A hash of all that derived records follow from: texts, claims, decisions, method,
    the book's own vocabulary and code."""
    rows = (body for name in ("texts", "claims", "decisions") for _id, body in book.rows(name))
    own = (book.meta("counters") or "").encode()
    return digest([method.encode(), own, code_of(*_ROOMS).encode(), digest(rows).encode()])
