"""Everything that follows from texts and claims: made anew together, kept together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from harmledger.assessments import Method, assess, load_method, origins_of, parse_method
from harmledger.counters import find_counters
from harmledger.decisions import (
    Fallen,
    Groups,
    JudgedClaims,
    about,
    bearing,
    judge_claims,
    noted_assessments,
    noted_figures,
    regroup,
    settle,
    withdrawn,
)
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
    Review,
    Text,
    Toll,
)
from harmledger.tolls import find_tolls

__all__ = [
    "Base",
    "Derived",
    "book_method",
    "derive",
    "keep_derived",
    "put_derived",
    "standing_base",
]

#: The rooms whose code decides what follows from texts and claims.
_ROOMS = (
    "families",
    "counters",
    "incidents",
    "tolls",
    "assessments",
    "figures",
    "decisions",
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
    reviews: tuple[Review, ...] = ()

    def of(self, name: str) -> Sequence[Record]:
        """The records of a derived kind."""
        by_name: dict[str, Sequence[Record]] = {
            "families": self.families,
            "counters": self.counters,
            "incidents": self.incidents,
            "tolls": self.tolls,
            "assessments": self.assessments,
            "figures": self.figures,
            "reviews": self.reviews,
        }
        return by_name[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """Texts and claims without withdrawn pages. ``read``: the claims as read, by id;
    ``judged``: as they count."""

    texts: tuple[Text, ...]
    read: Mapping[str, Claim]
    judged: JudgedClaims
    fallen: Fallen


def standing_base(
    texts: Iterable[Text], claims: Iterable[Claim], decisions: Iterable[Decision]
) -> Base:
    """What counts, by the decisions in force about pages and claims."""
    decisions = tuple(decisions)
    every, said = tuple(texts), tuple(claims)
    fallen = withdrawn(every, about(decisions, "page"))
    read = {claim.id: claim for claim in said if claim.text_id not in fallen.texts}
    gone = {claim.id for claim in said if claim.text_id in fallen.texts}
    return Base(
        texts=tuple(text for text in every if text.id not in fallen.texts),
        read=read,
        judged=judge_claims(read.values(), about(decisions, "claim"), gone),
        fallen=fallen,
    )


def derive(
    texts: Iterable[Text],
    claims: Iterable[Claim],
    method: str | Method,
    watcher: Watcher | None = None,
    own: str = "",
    decisions: Iterable[Decision] = (),
    verdicts: Verdicts | None = None,
) -> Derived:
    """Families, counters, incidents, tolls, assessments, figures and reviews, from these alone.

    ``method``: one, or its name or ``name@version``; ``own``: the text of the book's own
    vocabulary of counters; ``decisions``: what people decided. The result does not depend on
    what was derived before, so that it can be made again and compared; ``verdicts``, what
    pairs of texts were found to be, only spare work.
    """
    watcher = watcher or Silent()
    watcher.stage("figures", len(DERIVED))
    decisions = tuple(decisions)
    base = standing_base(texts, claims, decisions)
    texts, judged = base.texts, base.judged
    families = tuple(find_families(texts, verdicts))
    watcher.step()
    counters = find_counters(judged.claims, families, texts, own, decisions)
    watcher.step()
    by_id = {claim.id: claim for claim in judged.claims}

    def counted(subject: _Subject) -> _Subject:
        own = [by_id[one] for one in subject.claims if one in by_id]
        number = len(origins_of(own, families, counters))
        return replace(subject, independent_origins=number)

    found = find_incidents(texts, judged.claims, families)
    grouped = regroup(found, judged.claims, about(decisions, "incident"))
    incidents = tuple(map(counted, grouped.incidents))
    watcher.step()
    tolls = tuple(map(counted, find_tolls(texts, judged.claims, families, counters)))
    watcher.step()
    known = tuple(map(counters.as_known, judged.claims))
    rules = method if isinstance(method, Method) else load_method(method)
    settled = settle(
        assess(incidents, tolls, known, families, rules, counters),
        lambda made: make_figures(made, incidents, tolls, known, texts, counters.counters),
        Groups((*incidents, *tolls)),
        about(decisions, "assessment", "figure"),
    )
    watcher.step()
    reviews = (*base.fallen.reviews, *judged.reviews, *grouped.reviews, *settled.reviews)
    notes = bearing(settled.assessments, base.read, judged.reviews)
    assessments = tuple(noted_assessments(settled.assessments, base.read, notes))
    figures = tuple(noted_figures(settled.figures, notes, grouped.decisions))
    watcher.step()
    watcher.step()
    return Derived(
        families=families,
        counters=tuple(counters.counters.values()),
        incidents=incidents,
        tolls=tolls,
        assessments=assessments,
        figures=figures,
        reviews=reviews,
    )


def keep_derived(book: Book, method: str, watcher: Watcher) -> bool:
    """Derive and replace in one transaction; False where nothing it rests on has changed."""
    key = derivation_key(book, method)
    if book.meta("derived_from") == key:
        return False
    code = code_of(*_OF_VERDICTS)
    verdicts = Verdicts.read(book.meta(_VERDICTS), code)
    rules = book_method(book, method)
    derived = derive(
        book.texts(), book.claims(), rules, watcher, *own_and_decisions(book), verdicts
    )
    with book.writer.transaction():
        put_derived(book, derived, method)
        book.writer.set_meta(_VERDICTS, verdicts.written(code))
    return True


def put_derived(book: Book, derived: Derived, method: str) -> None:
    """Replace what was derived, inside a transaction of the caller."""
    writer = book.writer
    for name in DERIVED:
        writer.replace(name, derived.of(name))
    writer.set_meta("method", method)
    writer.set_meta("derived_from", derivation_key(book, method))


def book_method(book: Book, name: str) -> Method:
    """A method of the package, or one that the book keeps the text of. VocabularyProblem."""
    text = book.meta(f"method {name}")
    return parse_method(name, text) if text else load_method(name)


def own_and_decisions(book: Book) -> tuple[str, tuple[Decision, ...]]:
    """The book's own vocabulary of counters (empty where it has none) and its decisions."""
    return book.meta("counters") or "", tuple(book.decisions())


def derivation_key(book: Book, method: str) -> str:
    """A hash of all that derived records follow from: texts, claims, decisions, method,
    the book's own vocabulary and code."""
    rows = (body for name in ("texts", "claims", "decisions") for _id, body in book.rows(name))
    own = (book.meta("counters") or "").encode()
    rules = (book.meta(f"method {method}") or "").encode()
    return digest([method.encode(), rules, own, code_of(*_ROOMS).encode(), digest(rows).encode()])
