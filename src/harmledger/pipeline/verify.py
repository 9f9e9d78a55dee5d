"""Checks a whole book: nothing missing, nothing altered, every figure derived again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, cast

from harmledger.errors import VocabularyProblem
from harmledger.ledger import DERIVED, Book
from harmledger.pipeline.derive import derive
from harmledger.pipeline.held import Held, name_of
from harmledger.pipeline.problem import Problem
from harmledger.pipeline.rules import book_method, own_and_decisions
from harmledger.pipeline.stored import stored_faults
from harmledger.pipeline.watch import Silent, Watcher
from harmledger.records import Claim, Text

__all__ = ["Problem", "verify"]


def verify(book: Book, progress: Watcher | None = None) -> Iterator[Problem]:
    """Everything that is wrong with a book, in a stable order; nothing where it is sound.

    Rehashes every archived file, reads every record, slices every span again, compares every
    row with what it was made from, and derives families, incidents, tolls, assessments and
    figures again from the texts and claims that are stored.
    """
    watcher = progress or Silent()
    unsound = list(book.integrity())
    if unsound:
        yield from (Problem(record="ledger.db", message=line) for line in unsound)
        return
    held = Held()
    found = 0
    for problem in stored_faults(book, held, watcher):
        found += 1
        yield problem
    try:
        yield from _derived(book, held, watcher)
    except Exception as error:
        if not found:
            raise
        # The stages may rely on records that agree with each other; these do not.
        message = f"cannot be derived again from damaged records ({type(error).__name__})"
        yield Problem(record="figures", message=message)


def _derived(book: Book, held: Held, watcher: Watcher) -> Iterator[Problem]:
    method = book.meta("method")
    if method is None:
        yield Problem(record="book", message="no figures were derived yet; run the input again")
        return
    texts = [cast("Text", record) for record in held.records["texts"].values()]
    claims = [cast("Claim", record) for record in held.records["claims"].values()]
    try:
        rules = book_method(book, method)
        derived = derive(texts, claims, rules, watcher, *own_and_decisions(book))
    except VocabularyProblem as error:
        yield Problem(record="book", message=f"its figures cannot be derived: {error.message}")
        return
    for kind_name in DERIVED:
        again = {record.id: record for record in derived.of(kind_name)}
        stored = held.records[kind_name]
        for record_id in sorted(again.keys() | stored.keys()):
            name = name_of(kind_name, record_id)
            if record_id not in stored:
                yield Problem(record=name, message="follows from the claims but is missing")
            elif record_id not in again:
                yield Problem(record=name, message="does not follow from the claims")
            else:
                yield from _differences(name, stored[record_id], again[record_id])


def _differences(name: str, stored: Any, again: Any) -> Iterator[Problem]:
    for part in fields(again):
        has, should = getattr(stored, part.name), getattr(again, part.name)
        if has != should:
            message = f"{part.name} is {_short(has)}; the claims give {_short(should)}"
            yield Problem(record=name, message=message)


def _short(value: object) -> str:
    shown = "unknown" if value is None else repr(value)
    return shown if len(shown) <= 80 else shown[:77] + "..."
