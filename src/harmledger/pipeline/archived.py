"""Checks of the archive: each file belongs to a page, and holds the bytes of that page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from harmledger.ledger import Book
from harmledger.pipeline.held import SHORT_ID
from harmledger.pipeline.problem import Problem
from harmledger.pipeline.watch import Watcher

__all__ = ["archive_faults"]

_CHUNK = 1 << 20


def archive_faults(book: Book, watcher: Watcher) -> Iterator[Problem]:
    """Files of no page, altered files, and pages without their file."""
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
        yield Problem(record=f"page {page_id[:SHORT_ID]}", message="its archived file is missing")


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
