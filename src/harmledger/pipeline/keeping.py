"""What follows from a book's texts and claims, kept in the book: all of it replaced together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from harmledger.assessments import Method
from harmledger.kept import Kept
from harmledger.ledger import DERIVED, Book
from harmledger.pipeline.code import code_of
from harmledger.pipeline.derive import Derived, derive
from harmledger.pipeline.marks import digest
from harmledger.pipeline.rules import ROOMS, book_method, derivation_key, own_and_decisions
from harmledger.pipeline.uncollected import uncollected
from harmledger.pipeline.watch import Watcher
from harmledger.records import Claim, Decision, Text

__all__ = ["derive_sparing", "keep_derived", "put_derived", "said_in"]


def _what_is_kept(book: Book) -> Kept:
    """What was worked out by this very code. More is added while a run goes on: what a killed
    run leaves behind is as true as the rest."""

    def store(new: Mapping[tuple[str, bytes], bytes]) -> None:
        with book.writer.transaction():
            book.writer.shelve(new)

    return Kept(book.kept, code_of(*ROOMS), store, book.shelf, book.row)


@dataclass(frozen=True, slots=True)
class Said:
    """What stands for the texts and claims of a book, and a hash of all that they say."""

    texts: Sequence[Text]
    claims: Sequence[Claim]
    key: str


@uncollected()
def said_in(book: Book) -> Said:
    """The texts and claims of a book that is open for writing."""

    def keep(briefs: Iterable[tuple[str, bytes]]) -> None:
        with book.writer.transaction():
            book.writer.tell(briefs)

    texts, claims = book.said(keep)
    key = digest(sorted(one.digest for said in (texts, claims) for one in said))
    return Said(cast("list[Text]", texts), cast("list[Claim]", claims), key)


def derive_sparing(
    book: Book,
    said: Said,
    rules: Method,
    watcher: Watcher,
    own: str,
    decisions: Iterable[Decision],
) -> tuple[Derived, Kept]:
    """What follows from the book and these decisions, and what the book is to keep of the work."""
    kept = _what_is_kept(book)
    return derive(said.texts, said.claims, rules, watcher, own, decisions, kept), kept


@uncollected()
def keep_derived(book: Book, method: str, watcher: Watcher) -> bool:
    """Derive and replace in one transaction; False where nothing it rests on has changed."""
    said = said_in(book)
    key = derivation_key(book, method, said.key)
    if book.meta("derived_from") == key:
        return False
    rules = book_method(book, method)
    own, decisions = own_and_decisions(book)
    derived, kept = derive_sparing(book, said, rules, watcher, own, decisions)
    with book.writer.transaction():
        put_derived(book, derived, method, key, kept)
    return True


@uncollected()
def put_derived(book: Book, derived: Derived, method: str, key: str, kept: Kept) -> None:
    """Replace what was derived, inside a transaction of the caller; ``key``: what it rests on."""
    writer = book.writer
    for name in DERIVED:
        writer.replace(name, derived.of(name))
    writer.keep(kept)
    writer.set_meta("method", method)
    writer.set_meta("derived_from", key)
