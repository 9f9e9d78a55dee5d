"""Reading: original bytes into the archive, a row for each page, a list of what was refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from harmledger.ledger import Book
from harmledger.pages import InputOptions, read
from harmledger.pipeline.watch import Watcher
from harmledger.records import Capture, Refusal

__all__ = ["Intake", "take_in"]

#: A transaction holds at most so many pages, and about so many bytes in memory.
BATCH_PAGES = 64
BATCH_BYTES = 32_000_000


@dataclass(slots=True)
class Intake:
    """What a reading met: page ids in the order of the input, and refusals by source.

    ``fresh``: pages that the book did not hold. ``older``: by the place of a fresh page, the
    pages that were found there before and are there no more (a file that somebody edited).
    """

    fresh: set[str] = field(default_factory=set)
    older: dict[str, list[str]] = field(default_factory=dict)
    pages: dict[str, None] = field(default_factory=dict)
    refusals: dict[str, list[Refusal]] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)


def take_in(
    book: Book,
    paths: Sequence[str | Path],
    options: InputOptions,
    watcher: Watcher,
    *,
    root: Path | None = None,
) -> Intake:
    """Read every path, archive what is new, and keep the refusals of what was read.

    A page is known where its bytes are archived and this place and reading of it are noted.
    """
    intake = Intake()
    for batch in _batches(_captures(read(paths, options, root=root), intake, watcher)):
        _keep(book, batch, intake)
        watcher.step(len(batch))
    _keep_refusals(book, intake)
    if intake.fresh:
        intake.older = _older(book, intake)
    return intake


def _captures(
    found: Iterable[Capture | Refusal], intake: Intake, watcher: Watcher
) -> Iterator[Capture]:
    for item in found:
        if isinstance(item, Refusal):
            intake.refusals.setdefault(item.source, []).append(item)
            watcher.refused(item)
        else:
            intake.sources.add(item.page.collected_from)
            yield item


def _batches(captures: Iterable[Capture]) -> Iterator[list[Capture]]:
    batch: list[Capture] = []
    size = 0
    for capture in captures:
        batch.append(capture)
        size += len(capture.content)
        if len(batch) >= BATCH_PAGES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _keep(book: Book, batch: list[Capture], intake: Intake) -> None:
    for capture in batch:
        # Even a noted page's bytes are put back where the archive has lost them.
        book.archive.add(capture.page.id, capture.content)
    book.archive.settle()
    fresh = [c.page for c in batch if c.page not in book.collected(c.page.id)]
    if fresh:
        writer = book.writer
        with writer.transaction():
            for page in fresh:
                if book.one("pages", page.id) is None:
                    intake.fresh.add(page.id)
                writer.add_location(page)
                # The book's own record of a page is that of its first place by name,
                # so that it does not depend on which place was read first.
                writer.put("pages", [book.collected(page.id)[0]])
    intake.pages.update(dict.fromkeys(capture.page.id for capture in batch))


def _older(book: Book, intake: Intake) -> dict[str, list[str]]:
    """By place: what lay there in an earlier run, where another page lies there now.

    A page that was met elsewhere in this run has only moved, as rows do when one is put above.
    """
    at: dict[str, list[str]] = {}
    for location in book.locations():
        at.setdefault(location.collected_from, []).append(location.page_id)
    older: dict[str, list[str]] = {}
    for place, pages in sorted(at.items()):
        gone = [page_id for page_id in pages if page_id not in intake.pages]
        if gone and not intake.fresh.isdisjoint(pages):
            older[place] = gone
    return older


def _keep_refusals(book: Book, intake: Intake) -> None:
    """Replace the refusals of every source that was read now; others stay as they were."""
    read_now = {_container(source) for source in (*intake.sources, *intake.refusals)}
    stale = {s for s in book.refused_subjects() if _container(s) in read_now}
    writer = book.writer
    with writer.transaction():
        for source in sorted(stale.union(intake.refusals)):
            writer.set_refusals(source, intake.refusals.get(source, []))


def _container(source: str) -> str:
    return source.partition("#")[0]
