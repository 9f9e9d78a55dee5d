"""Checks a whole book: nothing missing, nothing altered, every figure derived again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import Any, cast

import msgspec

from harmledger.claims import EXTRACTOR
from harmledger.errors import VocabularyProblem
from harmledger.ledger import KINDS, Book, Kind, Record
from harmledger.ledger.kinds import DERIVED
from harmledger.pipeline.derive import derive
from harmledger.pipeline.making import claims_key, texts_key
from harmledger.pipeline.marks import Marks, digest, rows_part
from harmledger.pipeline.problem import Problem
from harmledger.pipeline.rules import book_method, own_and_decisions
from harmledger.pipeline.spans import claim_faults, range_faults, text_faults
from harmledger.pipeline.watch import Silent, Watcher
from harmledger.records import Claim, Correction, Decision, Page, Text
from harmledger.texts import CLEANER

__all__ = ["Problem", "verify"]

_CHUNK = 1 << 20
_ID = 12
_NAMES = {
    "pages": "page",
    "texts": "text",
    "families": "family",
    "claims": "claim",
    "counters": "counter",
    "incidents": "incident",
    "tolls": "toll",
    "assessments": "assessment",
    "figures": "figure",
    "decisions": "decision",
    "reviews": "review",
    "corrections": "correction",
}


@dataclass(slots=True)
class _Held:
    """What a book holds, by kind and id: the records that can be read, and their bytes.

    Marks are checked against the bytes as stored, not as this version would write them: a
    record may have gained a field since.
    """

    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    bodies: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def rows(self, name: str, records: list[Any]) -> str:
        """The digest that a mark keeps of these records."""
        return digest(self.bodies[name][record_id] for record_id in sorted(r.id for r in records))


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
    held = _Held()
    found = 0
    for problem in _stored(book, held, watcher):
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


def _stored(book: Book, held: _Held, watcher: Watcher) -> Iterator[Problem]:
    """What is wrong with the archive and with records as they stand; fills ``held``."""
    yield from _archive(book, watcher)
    watcher.stage("records", len(KINDS))
    for kind in KINDS:
        yield from _records(book, kind, held)
        watcher.step()
    yield from _texts(book, held)
    yield from _claims(book, held, watcher)


def _archive(book: Book, watcher: Watcher) -> Iterator[Problem]:
    ids = set(book.ids("pages"))
    files = list(book.archive.files())
    watcher.stage("archive", len(files))
    present = set()
    for path in files:
        name = f"archive/{path.relative_to(book.archive.folder).as_posix()}"
        page_id = book.archive.page_id(path)
        if page_id is None or page_id not in ids:
            yield Problem(record=name, message="belongs to no page of this book")
        else:
            present.add(page_id)
            if fault := _file_fault(path, page_id):
                yield Problem(record=name, message=fault)
        watcher.step()
    for page_id in sorted(ids - present):
        yield Problem(record=f"page {page_id[:_ID]}", message="its archived file is missing")


def _file_fault(path: Path, page_id: str) -> str | None:
    """What is wrong with the archived file of a page; None where its bytes are the page's."""
    if path.is_symlink():
        return "is a link; the archive holds the bytes themselves"
    total = hashlib.sha256()
    try:
        with path.open("rb") as file:
            for piece in iter(partial(file.read, _CHUNK), b""):
                total.update(piece)
    except OSError as error:
        return f"the file cannot be read: {error.strerror}"
    found = total.hexdigest()
    return None if found == page_id else f"the file was altered: its SHA-256 is now {found}"


def _records(book: Book, kind: Kind, held: _Held) -> Iterator[Problem]:
    records = held.records.setdefault(kind.name, {})
    bodies = held.bodies.setdefault(kind.name, {})
    for row in book.stored(kind.name):
        name = _name(kind.name, str(row[0]))
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
        for fault in range_faults(low, high, getattr(record, "best", None)):
            yield Problem(record=name, message=fault)


def _texts(book: Book, held: _Held) -> Iterator[Problem]:
    marks = book.made("texts")
    current = Marks(marks)
    refused = book.refused_subjects()
    by_page: dict[str, list[Text]] = {page_id: [] for page_id in held.records["pages"]}
    for record in held.records["texts"].values():
        text = cast("Text", record)
        if text.page_id in by_page:
            by_page[text.page_id].append(text)
        else:
            yield Problem(record=_name("texts", text.id), message="its page is missing")
        for fault in text_faults(text):
            yield Problem(record=_name("texts", text.id), message=fault)
    for page_id, texts in by_page.items():
        page = cast("Page", held.records["pages"][page_id])
        name = _name("pages", page_id)
        chosen = book.collected(page_id)
        if not chosen or chosen[0] != page:
            yield Problem(record=name, message="differs from where it was collected")
        if not current.current(page_id, texts_key(held.bodies["pages"][page_id])):
            message = _not_made("text was", page_id in marks, CLEANER)
            yield Problem(record=name, message=message)
        elif rows_part(marks[page_id]) != held.rows("texts", texts):
            yield Problem(record=name, message="its text was altered after it was made")
        elif not texts and page_id not in refused:
            yield Problem(record=name, message="it has no text, and no reason why is kept")


def _claims(book: Book, held: _Held, watcher: Watcher) -> Iterator[Problem]:
    marks = book.made("claims")
    current = Marks(marks)
    by_text: dict[str, list[Claim]] = {text_id: [] for text_id in held.records["texts"]}
    watcher.stage("claims", len(by_text))
    for record in held.records["claims"].values():
        claim = cast("Claim", record)
        name = _name("claims", claim.id)
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
        name = _name("texts", text_id)
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


def _derived(book: Book, held: _Held, watcher: Watcher) -> Iterator[Problem]:
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
            name = _name(kind_name, record_id)
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


def _name(kind: str, record_id: str) -> str:
    return f"{_NAMES[kind]} {record_id if len(record_id) <= 20 else record_id[:_ID]}"
