"""Texts of pages and claims of texts: whatever is not up to date is made, the rest is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from harmledger.claims import EXTRACTOR, claims_or_refusals, in_processes, other_language
from harmledger.ledger import Book, kind_named
from harmledger.pipeline.code import code_of
from harmledger.pipeline.marks import Marks, digest, mark
from harmledger.pipeline.watch import Watcher
from harmledger.records import Capture, Claim, Page, Refusal, Text
from harmledger.texts import CLEANER, make_texts

__all__ = ["CLAIM_ROOMS", "TEXT_ROOMS", "claims_key", "make_claims", "make_page_texts", "texts_key"]

#: The rooms whose code decides what texts a page has, and what claims a text: all they import.
TEXT_ROOMS = ("texts", "pages", "records", "vocabulary", "errors")
CLAIM_ROOMS = ("claims", "places", "records", "vocabulary", "errors")

#: Texts, and pages, whose rows are written in one transaction.
BATCH = 64


def texts_key(page_body: bytes) -> str:
    """What the texts of a page are made from: the page as noted, the cleaner and its words."""
    return digest([page_body, CLEANER.encode(), code_of(*TEXT_ROOMS).encode()])


def claims_key(text_body: bytes) -> str:
    """What the claims of a text are made from: the text, the extractor and its words."""
    return digest([text_body, EXTRACTOR.encode(), code_of(*CLAIM_ROOMS).encode()])


def make_page_texts(book: Book, watcher: Watcher) -> int:
    """Make the texts of every page that has none from this cleaner; how many pages that were.

    The bytes come from the archive, so pages of earlier runs are redone with a new cleaner.
    """
    marks = Marks(book.made("texts"))
    keys = {page_id: texts_key(body) for page_id, body in book.rows("pages")}
    stale = [page_id for page_id, key in keys.items() if not marks.current(page_id, key)]
    watcher.stage("texts", len(stale))
    for start in range(0, len(stale), BATCH):
        batch = [(i, _texts_of(book, i)) for i in stale[start : start + BATCH]]
        with book.writer.transaction():
            for page_id, made in batch:
                _keep_texts(book, page_id, keys[page_id], made)
        watcher.step(len(batch))
    return len(stale)


def _texts_of(book: Book, page_id: str) -> list[Text | Refusal]:
    page = cast("Page", book.one("pages", page_id))
    return list(make_texts([Capture(page=page, content=book.content(page_id))]))


def _keep_texts(book: Book, page_id: str, key: str, made: list[Text | Refusal]) -> None:
    writer = book.writer
    texts = [item for item in made if isinstance(item, Text)]
    kept = {text.id for text in texts}
    for gone in [t.id for t in book.children("texts", page_id) if t.id not in kept]:
        writer.replace("claims", [], parent=gone)
        writer.set_refusals(gone, [])
        writer.unset_made("claims", gone)
    writer.replace("texts", texts, parent=page_id)
    writer.set_refusals(page_id, [item for item in made if isinstance(item, Refusal)])
    writer.set_made("texts", page_id, mark(key, _bodies("texts", texts)))


def make_claims(book: Book, watcher: Watcher, processes: int = 1) -> int:
    """Read the claims of every text that has none from this extractor; how many texts.

    The texts stand in the same groups however often a run was interrupted: a parser that
    works on many sentences at once must be given the same ones together each time.
    """
    marks = Marks(book.made("claims"))
    keys = {text_id: claims_key(body) for text_id, body in book.rows("texts")}
    ids = list(keys)
    total = sum(not marks.current(text_id, key) for text_id, key in keys.items())
    watcher.stage("claims", total)

    def stale() -> Iterator[list[Text]]:
        for start in range(0, len(ids), BATCH):
            group = [i for i in ids[start : start + BATCH] if not marks.current(i, keys[i])]
            if group:
                yield [cast("Text", book.one("texts", text_id)) for text_id in group]

    for texts, found in in_processes(claims_or_refusals, stale(), processes):
        with book.writer.transaction():
            for text, claims in zip(texts, found, strict=True):
                _keep_claims(book, text, keys[text.id], claims)
        watcher.step(len(found))
    return total


def _keep_claims(book: Book, text: Text, key: str, found: tuple[Claim, ...] | Refusal) -> None:
    writer = book.writer
    claims = () if isinstance(found, Refusal) else found
    writer.replace("claims", claims, parent=text.id)
    if isinstance(found, Refusal):
        # No mark: the next run tries again.
        writer.set_refusals(text.id, [found])
        writer.unset_made("claims", text.id)
    else:
        refusal = other_language(text)
        writer.set_refusals(text.id, [] if refusal is None else [refusal])
        writer.set_made("claims", text.id, mark(key, _bodies("claims", claims)))


def _bodies(name: str, records: Iterable[Text | Claim]) -> list[bytes]:
    encode = kind_named(name).encode
    return [encode(record) for record in sorted(records, key=lambda record: record.id)]
