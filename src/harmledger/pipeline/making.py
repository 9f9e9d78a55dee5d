"""Texts of pages and claims of texts: whatever is not up to date is made, the rest is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from harmledger.claims import EXTRACTOR, read_claims
from harmledger.ledger import Book, kind_named
from harmledger.pipeline.marks import Marks, digest, mark
from harmledger.pipeline.watch import Watcher
from harmledger.records import Capture, Claim, Page, Refusal, Text
from harmledger.texts import CLEANER, make_texts

__all__ = ["claims_key", "make_claims", "make_page_texts", "texts_key"]

#: Texts, and pages, whose rows are written in one transaction.
BATCH = 64


def texts_key(page_body: bytes) -> str:
    """What the texts of a page are made from: the page as noted, and the cleaner."""
    return digest([page_body, CLEANER.encode()])


def claims_key(text_body: bytes) -> str:
    """What the claims of a text are made from: the text, and the extractor."""
    return digest([text_body, EXTRACTOR.encode()])


def make_page_texts(book: Book, watcher: Watcher) -> int:
    """Make the texts of every page that has none from this cleaner; how many pages that were.

    The bytes come from the archive, so pages of earlier runs are redone with a new cleaner.
    """
    marks = Marks(book.made("texts"))
    stale = [i for i, body in book.rows("pages") if not marks.current(i, texts_key(body))]
    watcher.stage("texts", len(stale))
    for start in range(0, len(stale), BATCH):
        batch = [_texts_of(book, page_id) for page_id in stale[start : start + BATCH]]
        with book.writer.transaction():
            for page, texts, refusals in batch:
                _keep_texts(book, page, texts, refusals)
        watcher.step(len(batch))
    return len(stale)


def _texts_of(book: Book, page_id: str) -> tuple[Page, list[Text], list[Refusal]]:
    page = cast("Page", book.one("pages", page_id))
    made = list(make_texts([Capture(page=page, content=book.content(page_id))]))
    texts = [item for item in made if isinstance(item, Text)]
    return page, texts, [item for item in made if isinstance(item, Refusal)]


def _keep_texts(book: Book, page: Page, texts: list[Text], refusals: list[Refusal]) -> None:
    writer = book.writer
    kept = {text.id for text in texts}
    for gone in [t.id for t in book.children("texts", page.id) if t.id not in kept]:
        writer.replace("claims", [], parent=gone)
        writer.unset_made("claims", gone)
    writer.replace("texts", texts, parent=page.id)
    writer.set_refusals(page.id, refusals)
    key = texts_key(kind_named("pages").encode(page))
    writer.set_made("texts", page.id, mark(key, _bodies("texts", texts)))


def make_claims(book: Book, watcher: Watcher) -> int:
    """Read the claims of every text that has none from this extractor; how many texts."""
    marks = Marks(book.made("claims"))
    stale = [i for i, body in book.rows("texts") if not marks.current(i, claims_key(body))]
    watcher.stage("claims", len(stale))
    if not stale:
        return 0
    texts = (cast("Text", book.one("texts", text_id)) for text_id in stale)
    for batch in _batches(read_claims(texts)):
        with book.writer.transaction():
            for text, claims in batch:
                _keep_claims(book, text, claims)
        watcher.step(len(batch))
    return len(stale)


def _keep_claims(book: Book, text: Text, claims: tuple[Claim, ...]) -> None:
    writer = book.writer
    writer.replace("claims", claims, parent=text.id)
    key = claims_key(kind_named("texts").encode(text))
    writer.set_made("claims", text.id, mark(key, _bodies("claims", claims)))


def _bodies(name: str, records: Iterable[Text | Claim]) -> list[bytes]:
    encode = kind_named(name).encode
    return [encode(record) for record in sorted(records, key=lambda record: record.id)]


def _batches(
    found: Iterable[tuple[Text, tuple[Claim, ...]]],
) -> Iterator[list[tuple[Text, tuple[Claim, ...]]]]:
    batch = []
    for item in found:
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
