"""What stands for the texts and claims of a book answers as they do, and is not read before."""

from __future__ import annotations

import sqlite3
from dataclasses import fields, replace
from pathlib import Path

import pytest

from builders import text
from harmledger import Book
from harmledger.claims import read_claims
from harmledger.errors import BookDamaged
from harmledger.kept import digest_of, whole
from harmledger.ledger import kind_named
from harmledger.records import Claim, Text

ONE = text("The Hill Office said that 22 people were killed in Herat on 3 May 2015.", "a")
SAID = next(claims for _, claims in read_claims([ONE]))


def book_of(folder: Path, *texts: Text) -> Book:
    book = Book(folder, create=True)
    with book.writer.transaction():
        book.writer.put("texts", texts)
        book.writer.put("claims", SAID)
    return book


def test_a_brief_answers_as_its_record(tmp_path: Path) -> None:
    with book_of(tmp_path / "book", ONE) as book:
        (brief,) = book.said()[0]
        assert whole(brief) == ONE
        for field in fields(Text):
            assert getattr(brief, field.name) == getattr(ONE, field.name)
        (said,) = book.said()[1]
        assert whole(said) == SAID[0]
        for field in fields(Claim):
            assert getattr(said, field.name) == getattr(SAID[0], field.name)
        assert said.place == SAID[0].place is not None
        with pytest.raises(AttributeError):
            _ = said.colour


def test_a_record_stands_for_itself() -> None:
    assert whole(ONE) is ONE


def test_its_hash_is_that_of_its_row(tmp_path: Path) -> None:
    kind = kind_named("texts")
    with book_of(tmp_path / "one", ONE) as one, book_of(tmp_path / "two", ONE) as two:
        (brief,), (same,) = one.said()[0], two.said()[0]
        assert digest_of(brief) == digest_of(same) == kind.digest(kind.encode(ONE))
    with book_of(tmp_path / "three", replace(ONE, lang="et")) as three:
        assert digest_of(three.said()[0][0]) != digest_of(brief)


def test_only_who_asks_for_more_reads_the_record(tmp_path: Path) -> None:
    with book_of(tmp_path / "book", ONE) as book:
        (brief,) = book.said()[1]
        with book.writer.transaction():
            book.writer.delete("claims", [brief.id])
        assert (brief.scope, brief.speaker) == (SAID[0].scope, SAID[0].speaker)
        with pytest.raises(AttributeError):
            _ = brief.low


def test_a_damaged_record_is_said_to_be_damaged(tmp_path: Path) -> None:
    book_of(tmp_path / "book", ONE).close()
    with sqlite3.connect(tmp_path / "book" / "ledger.db") as ledger:
        ledger.execute("UPDATE claims SET body = x'7b7d'")
    with Book(tmp_path / "book") as book, pytest.raises(BookDamaged):
        book.said()[1]


def kept_briefs(book: Book) -> tuple[list[bytes], list[tuple[str, bytes]]]:
    """Hashes of all that stands for texts and claims, and what was not told before."""
    new: list[tuple[str, bytes]] = []
    with book.writer.transaction():
        texts, claims = book.said(lambda rows: (new.extend(rows), book.writer.tell(rows))[1])
    return sorted(one.digest for one in (*texts, *claims)), new


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE claims SET body = CAST(replace(body, 'killed', 'hurt') AS BLOB)",
        "UPDATE texts SET body = CAST(replace(body, 'Herat', 'Kabul') AS BLOB)",
        "DELETE FROM claims",
        "DELETE FROM texts",
        "UPDATE briefs SET body = x'00'",
    ],
)
def test_what_is_kept_follows_the_rows(tmp_path: Path, change: str) -> None:
    with book_of(tmp_path / "book", ONE) as book:
        first, new = kept_briefs(book)
        assert kept_briefs(book) == (first, []) != (first, new)
    with sqlite3.connect(tmp_path / "book" / "ledger.db") as ledger:
        ledger.execute(change)
    with Book(tmp_path / "book", read_only=False) as book:
        found, new = kept_briefs(book)
        assert len(new) == 1
        assert (found == first) == ("briefs" in change)
        assert found == sorted(
            kind_named(name).digest(body)
            for name in ("texts", "claims")
            for _id, body in book.rows(name)
        )
