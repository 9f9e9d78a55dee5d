"""What a book's figures are made by: its method, its own words for counters, its decisions."""

from __future__ import annotations

from harmledger.assessments import Method, load_method, parse_method
from harmledger.ledger import Book, kind_named
from harmledger.pipeline.code import code_of
from harmledger.pipeline.marks import digest
from harmledger.records import Decision

__all__ = ["ROOMS", "book_method", "derivation_key", "own_and_decisions"]

#: The rooms whose code decides what follows from texts and claims and how it is stored: all that
#: ``derive`` imports, for a change of any of them may change a figure.
ROOMS = (
    "claims",
    "families",
    "counters",
    "incidents",
    "tolls",
    "assessments",
    "figures",
    "decisions",
    "ledger",
    "pipeline",
    "kept",
    "records",
    "wording",
    "dates",
    "places",
    "vocabulary",
    "errors",
)


def book_method(book: Book, name: str) -> Method:
    """A method of the package, or one that the book keeps the text of. VocabularyProblem."""
    text = book.meta(f"method {name}")
    return parse_method(name, text) if text else load_method(name)


def own_and_decisions(book: Book) -> tuple[str, tuple[Decision, ...]]:
    """The book's own vocabulary of counters (empty where it has none) and its decisions."""
    return book.meta("counters") or "", tuple(book.decisions())


def derivation_key(book: Book, method: str, said: str) -> str:
    """A hash of all that derived records follow from: texts and claims (``said``: a hash of them),
    decisions, method, the book's own vocabulary and code."""
    # Of hashes in their order, as the order in which rows lie in the ledger says nothing.
    rows = sorted(
        kind_named("decisions").digest(body) for _id, body in book.rows("decisions", ordered=False)
    )
    own = (book.meta("counters") or "").encode()
    rules = (book.meta(f"method {method}") or "").encode()
    return digest(
        [
            *(method.encode(), rules, own, code_of(*ROOMS).encode()),
            *(said.encode(), digest(rows).encode()),
        ]
    )
