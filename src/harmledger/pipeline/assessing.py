"""Another method over what a book holds: computed, and nothing of it kept."""

from __future__ import annotations

from collections.abc import Iterator

from harmledger.assessments import Method, assess, compare
from harmledger.counters import find_counters
from harmledger.decisions import bearing, noted_assessments
from harmledger.errors import UsageProblem
from harmledger.ledger import Book
from harmledger.pipeline.own import read_method
from harmledger.pipeline.rules import book_method, own_and_decisions
from harmledger.pipeline.standing import standing_base
from harmledger.records import Assessment, Comparison

__all__ = ["assess_book", "compare_methods", "method_named"]


def method_named(book: Book, name: str) -> Method:
    """A method of the package, one that the book keeps, or a user's ``FILE.toml``.

    Errors: VocabularyProblem, UsageProblem.
    """
    return book_method(book, name) if book.meta(f"method {name}") else read_method(name)[0]


def assess_book(book: Book, *methods: Method) -> list[list[Assessment]]:
    """What each method makes of the book's incidents and tolls, with claims as they count.

    Decisions about pages, claims, incidents and names hold; what a person set on an assessment
    or figure belongs to the book's own method and does not. Errors: UsageProblem for a book
    without figures.
    """
    if book.meta("method") is None:
        raise UsageProblem(
            f"{book.path}: no figures were derived yet", hint="run the input of the book again"
        )
    own, decisions = own_and_decisions(book)
    base = standing_base(book.texts(), book.claims(), decisions)
    families = tuple(book.families())
    counters = find_counters(base.judged.claims, families, base.texts, own, decisions)
    incidents, tolls = tuple(book.incidents()), tuple(book.tolls())
    made = []
    for method in methods:
        found = list(assess(incidents, tolls, base.judged.claims, families, method, counters))
        notes = bearing(found, base.read, base.judged.reviews)
        made.append(list(noted_assessments(found, base.read, notes)))
    return made


def compare_methods(book: Book, first: Method, second: Method) -> Iterator[Comparison]:
    """Two methods side by side, for all that either of them assesses."""
    ones, twos = assess_book(book, first, second)
    titles = {incident.id: incident.title for incident in book.incidents()}
    titles.update((toll.id, toll.title) for toll in book.tolls())
    yield from compare(first, second, ones, twos, titles)
