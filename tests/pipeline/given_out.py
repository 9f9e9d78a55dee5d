"""Everything a book gives out, to compare two books byte for byte."""

from __future__ import annotations

from pathlib import Path

from harmledger.exports import TABLES, csv_lines
from harmledger.ledger import KINDS, Book
from harmledger.pipeline import verify


def given_out(path: Path) -> dict[str, object]:
    """Rows, refusals, places, marks and exports of a book that must also be sound."""
    with Book(path) as book:
        assert [str(problem) for problem in verify(book)] == []
        found: dict[str, object] = {kind.name: list(book.stored(kind.name)) for kind in KINDS}
        found["refusals"] = list(book.refusals())
        found["locations"] = list(book.locations())
        found["made"] = {stage: book.made(stage) for stage in ("texts", "claims")}
        found["archive"] = [book.archive.page_id(path) for path in book.archive.files()]
        found["exports"] = {table: "".join(csv_lines(book, table)) for table in TABLES}
    return found
