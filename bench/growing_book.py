"""A hundred reports more: a book of made reports grows, through the path that ``run`` takes.

The claims are those of the reports they were made from, so nothing is read from pages. All that
follows from claims is measured: families, counters, incidents, tolls, assessments, figures, and
writing them.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from harmledger.ledger import Book
from harmledger.ledger.kinds import DERIVED, kind_named
from harmledger.pipeline import derive
from harmledger.pipeline.keeping import keep_derived
from harmledger.pipeline.watch import Silent
from harmledger.records import Claim, Text
from planted_incidents import ADDED, planted
from speed import alone

#: Up to so many reports the book is compared with one derived from nothing.
_COMPARED = 10_000


class Steps(Silent):
    """Seconds of the processor for each kind of record."""

    def __init__(self) -> None:
        self.took: list[float] = []
        self._last = time.process_time()

    def stage(self, name: str, total: int | None) -> None:
        """What comes before the first kind is done: the hash of all that the records rest on."""
        self.step()

    def step(self, count: int = 1) -> None:
        """A kind is done."""
        now = time.process_time()
        self.took.append(now - self._last)
        self._last = now


def _put(folder: Path, texts: list[Text], claims: list[Claim], out: Any) -> None:
    """In a process of its own, so that nobody holds them after: put these into the book."""
    with Book(folder, create=True) as book, book.writer.transaction():
        book.writer.put("texts", texts)
        book.writer.put("claims", claims)
    out.send(None)


def _derived(folder: Path, out: Any) -> None:
    """In a process of its own: derive what follows; seconds, by step, and memory."""
    with Book(folder, create=True) as book:
        steps = Steps()
        start = time.process_time()
        keep_derived(book, "airwars", steps)
        took = time.process_time() - start
        steps.step()
    # Kilobytes on Linux, bytes on macOS.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    out.send((took, steps.took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit))


def _same(folder: Path, out: Any) -> None:
    """In a process of its own: whether the book is as one derived from nothing."""
    with Book(folder) as book:
        made = derive(book.texts(), book.claims(), "airwars")
        out.send(
            all(
                dict(book.rows(name)) == {r.id: kind_named(name).encode(r) for r in made.of(name)}
                for name in DERIVED
            )
        )


def grown(texts: list[Text], claims: list[Claim], sizes: list[int]) -> Iterator[str]:
    """Two lines a size: the first run, and the added reports."""
    for size in sizes:
        made, said = planted(texts, claims, size + ADDED)
        with tempfile.TemporaryDirectory() as place:
            book = Path(place) / "book"
            late = {text.id for text in made[size:]}
            for number, more in ((size, False), (ADDED, True)):
                own = [text for text in made if (text.id in late) == more]
                its = [claim for claim in said if (claim.text_id in late) == more]
                alone(_put, book, own, its)
                took, steps, memory = alone(_derived, book)
                names = ("hash", *DERIVED[:-1], "reviews", "writing")
                parts = ", ".join(f"{n} {s:.1f}" for n, s in zip(names, steps, strict=True))
                yield (
                    f"book {size}{f' and {number} more' if more else ''}: {took:.1f} s of the "
                    f"processor ({parts}); memory {memory:.0f} MB; ledger "
                    f"{(book / 'ledger.db').stat().st_size / 1e6:.0f} MB"
                )
            if size <= _COMPARED:
                same = "the same as" if alone(_same, book) else "OTHER THAN"
                yield f"book {size} and {ADDED} more: {same} one derived from nothing"
