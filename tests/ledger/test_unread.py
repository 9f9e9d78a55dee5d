"""Records that are known by id and hash alone are read when they are asked for, and not before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builders import text
from harmledger import Book
from harmledger.ledger import Records, Unread, kind_named
from harmledger.records import Text

TEXTS = kind_named("texts")
ONE, TWO = text("A bridge fell.", "a"), text("A mill burned.", "b")


def unread(record: Text, asked: list[str]) -> Unread[Text]:
    def made(record_id: str, _digest: bytes) -> Text:
        asked.append(record_id)
        return record

    return Unread(record.id, TEXTS.digest(TEXTS.encode(record)), made)


def test_records_are_those_that_they_stand_for() -> None:
    asked: list[str] = []
    records = Records([unread(ONE, asked), TWO])
    assert len(records) == 2
    assert asked == []
    assert records == (ONE, TWO)
    assert records != (TWO, ONE)
    assert records[0] == ONE
    assert list(records[1:]) == [TWO]
    assert asked == [ONE.id] * 3


def test_only_a_row_that_says_something_else_is_written(tmp_path: Path) -> None:
    asked: list[str] = []
    now = replace(TWO, lang="et")
    with Book(tmp_path / "book", create=True) as book:
        with book.writer.transaction():
            book.writer.replace("texts", [ONE, TWO])
        with book.writer.transaction():
            book.writer.replace("texts", Records([unread(ONE, asked), unread(now, asked)]))
        assert asked == [TWO.id]
        assert list(book.texts()) == [ONE, now]
