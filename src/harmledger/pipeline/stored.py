"""Checks of records as they stand: readable, unaltered, and each made from what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import msgspec

from harmledger.claims import EXTRACTOR
from harmledger.errors import BookDamaged
from harmledger.ledger import KINDS, Book, Kind
from harmledger.pipeline.archived import archive_faults
from harmledger.pipeline.held import Held, name_of
from harmledger.pipeline.making import claims_key, texts_key
from harmledger.pipeline.marks import Marks, rows_part
from harmledger.pipeline.problem import Problem
from harmledger.pipeline.spans import claim_faults, range_faults, text_faults
from harmledger.pipeline.watch import Watcher
from harmledger.records import Claim, Correction, Decision, Page, Text
from harmledger.texts import CLEANER

__all__ = ["stored_faults"]


def stored_faults(book: Book, held: Held, watcher: Watcher) -> Iterator[Problem]:
    """What is wrong with the archive and with records as they stand; fills ``held``."""
    yield from archive_faults(book, watcher)
    watcher.stage("records", len(KINDS))
    for kind in KINDS:
        yield from _records(book, kind, held)
        watcher.step()
    yield from _texts(book, held)
    yield from _claims(book, held, watcher)


def _records(book: Book, kind: Kind, held: Held) -> Iterator[Problem]:
    records = held.records.setdefault(kind.name, {})
    bodies = held.bodies.setdefault(kind.name, {})
    for row in book.stored(kind.name):
        name = name_of(kind.name, str(row[0]))
        body = cast("bytes", row[-1])
        try:
            record = kind.decode(body)
        except msgspec.DecodeError as error:
            yield Problem(record=name, message=f"the record cannot be read: {error}")
            continue
        if record.id != row[0]:
            yield Problem(record=name, message=f"the record inside says it is {record.id}")
            continue
        if kind.row(record)[:-1] != row[:-1]:
            yield Problem(record=name, message="its index columns do not agree with the record")
        records[record.id] = record
        bodies[record.id] = body
        low, high = getattr(record, "low", None), getattr(record, "high", None)
        if isinstance(record, Decision | Correction) and record.hashed != record.id:
            yield Problem(record=name, message="it was altered after it was made")
        if isinstance(record, Claim) and record.qualifier == "between" and high is not None:
            low = min(low, high) if low is not None else None  # "between 30 and 12", as it is told
        for fault in range_faults(low, high, getattr(record, "best", None)):
            yield Problem(record=name, message=fault)


def _texts(book: Book, held: Held) -> Iterator[Problem]:
    marks = book.made("texts")
    current = Marks(marks)
    refused = book.refused_subjects()
    by_page: dict[str, list[Text]] = {page_id: [] for page_id in held.records["pages"]}
    for record in held.records["texts"].values():
        text = cast("Text", record)
        if text.page_id in by_page:
            by_page[text.page_id].append(text)
        else:
            yield Problem(record=name_of("texts", text.id), message="its page is missing")
        for fault in text_faults(text):
            yield Problem(record=name_of("texts", text.id), message=fault)
    for page_id, texts in by_page.items():
        page = cast("Page", held.records["pages"][page_id])
        name = name_of("pages", page_id)
        if where := _collecting_fault(book, page):
            yield Problem(record=name, message=where)
        if not current.current(page_id, texts_key(held.bodies["pages"][page_id])):
            message = _not_made("text was", page_id in marks, CLEANER)
            yield Problem(record=name, message=message)
        elif rows_part(marks[page_id]) != held.rows("texts", texts):
            yield Problem(record=name, message="its text was altered after it was made")
        elif not texts and page_id not in refused:
            yield Problem(record=name, message="it has no text, and no reason why is kept")


def _collecting_fault(book: Book, page: Page) -> str | None:
    try:
        chosen = book.collected(page.id)
    except BookDamaged:
        return "the record of where it was collected cannot be read"
    return None if chosen[:1] == [page] else "differs from where it was collected"


def _claims(book: Book, held: Held, watcher: Watcher) -> Iterator[Problem]:
    marks = book.made("claims")
    current = Marks(marks)
    by_text: dict[str, list[Claim]] = {text_id: [] for text_id in held.records["texts"]}
    watcher.stage("claims", len(by_text))
    for record in held.records["claims"].values():
        claim = cast("Claim", record)
        name = name_of("claims", claim.id)
        if claim.text_id not in by_text:
            yield Problem(record=name, message="its text is missing")
            continue
        by_text[claim.text_id].append(claim)
        for fault in claim_faults(claim, cast("Text", held.records["texts"][claim.text_id])):
            yield Problem(record=name, message=fault)
        if claim.part_of is not None and claim.part_of not in held.records["claims"]:
            message = f"it is part of {claim.part_of}, which is missing"
            yield Problem(record=name, message=message)
    for text_id, claims in by_text.items():
        name = name_of("texts", text_id)
        if not current.current(text_id, claims_key(held.bodies["texts"][text_id])):
            message = _not_made("claims were", text_id in marks, EXTRACTOR)
            yield Problem(record=name, message=message)
        elif rows_part(marks[text_id]) != held.rows("claims", claims):
            message = "its claims were altered, added or removed after they were made"
            yield Problem(record=name, message=message)
        watcher.step()


def _not_made(what: str, is_marked: bool, maker: str) -> str:
    """Why there is no use in looking at what was made: there is nothing, or it is older."""
    if not is_marked:
        return f"its {what} not made yet: a run has not ended; run the input again"
    return f"its {what} not made by this program ({maker}); run the input again"
