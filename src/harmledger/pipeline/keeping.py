"""What follows from a book's texts and claims, kept in the book: all of it replaced together."""

from __future__ import annotations

from harmledger.families import Verdicts
from harmledger.ledger import Book
from harmledger.ledger.kinds import DERIVED
from harmledger.pipeline.code import code_of
from harmledger.pipeline.derive import Derived, derive
from harmledger.pipeline.rules import book_method, derivation_key, own_and_decisions
from harmledger.pipeline.watch import Watcher

__all__ = ["keep_derived", "put_derived"]

#: The rooms whose code decides what two texts are to each other, and where a book keeps it.
_OF_VERDICTS = ("families", "records", "vocabulary")
_VERDICTS = "family_verdicts"


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
        put_derived(book, derived, method, key)
        book.writer.set_meta(_VERDICTS, verdicts.written(code))
    return True


def put_derived(book: Book, derived: Derived, method: str, key: str) -> None:
    """Replace what was derived, inside a transaction of the caller; ``key``: what it rests on."""
    writer = book.writer
    for name in DERIVED:
        writer.replace(name, derived.of(name))
    writer.set_meta("method", method)
    writer.set_meta("derived_from", key)
