"""A book: opening, locking, reading back what was put in."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import claim, text
from harmledger.errors import (
    BookBusy,
    BookDamaged,
    BookMissing,
    HarmledgerError,
    NotFound,
    UsageProblem,
)
from harmledger.ledger import KINDS, Book, Record
from harmledger.ledger.schema import SCHEMA_VERSION
from harmledger.records import Correction, Decision, Page, Refusal, Text, sha256_hex

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
#: Numbers that JSON readers agree on, and SQLite's own range.
NUMBERS = st.integers(-(2**53), 2**53)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)

TEXT = text("The ministry said 12 people were killed.", "a.html", published_at="2015-10-03")


def drawn(record: type[Any]) -> st.SearchStrategy[Any]:
    """Any record of a type whose fields hold any text and any number."""
    with_types = {str: WORDS, int: NUMBERS, float: FLOATS}
    return st.deferred(lambda: _of(record, with_types))


def _of(hint: Any, plain: dict[Any, Any]) -> st.SearchStrategy[Any]:
    if hint in plain:
        return plain[hint]
    if hint is NoneType:
        return st.none()
    if get_origin(hint) is tuple:
        return st.lists(_of(get_args(hint)[0], plain), max_size=2).map(tuple)
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        parts = {field.name: _of(hints[field.name], plain) for field in fields(hint)}
        return st.builds(hint, **parts)
    if get_args(hint):
        return st.one_of([_of(part, plain) for part in get_args(hint)])
    return st.from_type(hint)


@pytest.fixture
def book(tmp_path: Path) -> Any:
    with Book(tmp_path / "book", create=True) as made:
        yield made


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_record_comes_back_as_it_was(kind: Any, tmp_path: Path) -> None:
    with Book(tmp_path / "book", create=True) as book:

        @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(drawn(kind.record))
        def check(record: Record) -> None:
            with book.writer.transaction():
                if isinstance(record, Decision | Correction):
                    # Only added: each stays beside those before it.
                    record = replace(record, id=f"{record.hashed}{book.count(kind.name)}")
                    book.writer.add(record)
                    assert record in book.records(kind.name)
                    assert book.one(kind.name, record.id) == record
                    return
                book.writer.replace(kind.name, [record])
            assert list(book.records(kind.name)) == [record]
            assert book.one(kind.name, record.id) == record
            assert list(book.stored(kind.name)) == [kind.row(record)]
            assert list(getattr(book, kind.name)()) == [record]

        check()


def test_claims_stand_in_the_order_of_their_text(book: Book) -> None:
    made = text("10 killed, 9 hurt, 100 fled", "b.html")
    late, early = claim(100, 100, made, measure="displaced"), claim(10, 10, made)
    middle = claim(9, 9, made, measure="injured")
    with book.writer.transaction():
        book.writer.put("claims", [late, middle, early])
    assert [c.quote for c in book.claims()] == ["10", "9", "100"]
    assert list(book.children("claims", made.id)) == [early, middle, late]


def test_putting_the_same_record_again_touches_no_row(book: Book) -> None:
    with book.writer.transaction():
        book.writer.put("texts", [TEXT])
    before = book.writer.db.total_changes
    with book.writer.transaction():
        book.writer.put("texts", [TEXT])
        book.writer.replace("texts", [TEXT])
        book.writer.replace("texts", [TEXT], parent=TEXT.page_id)
        book.writer.set_meta("schema", str(SCHEMA_VERSION))
    assert book.writer.db.total_changes == before


def test_a_transaction_that_fails_keeps_nothing(book: Book) -> None:
    def fail() -> None:
        with book.writer.transaction():
            book.writer.put("texts", [TEXT])
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        fail()
    assert book.count("texts") == 0
    with book.writer.transaction():
        book.writer.put("texts", [TEXT])
    assert book.count("texts") == 1


def test_the_page_record_is_the_first_place_by_name_whatever_came_first(tmp_path: Path) -> None:
    places = [_page("b.html"), _page("a.html"), _page("c.html")]
    chosen = []
    for number, order in enumerate((places, places[::-1])):
        with Book(tmp_path / str(number), create=True) as book:
            with book.writer.transaction():
                for page in order:
                    book.writer.add_location(page)
            chosen.append(book.collected("a" * 64))
            assert [x.document for x in book.locations()] == ["a.html", "b.html", "c.html"]
    assert chosen[0] == chosen[1]
    assert chosen[0][0].document == "a.html"


def _page(document: str) -> Page:
    return Page(
        id="a" * 64, media_type="text/html", document=document, collected_from=document, size=3
    )


def test_refusals_are_replaced_subject_by_subject(book: Book) -> None:
    def refusal(source: str, code: str) -> Refusal:
        return Refusal(source=source, code=code, message="why", hint="do")

    with book.writer.transaction():
        book.writer.set_refusals("x", [refusal("x", "empty"), refusal("x", "broken")])
        book.writer.set_refusals("a" * 64, [refusal("w.pdf", "no-text")])
    with book.writer.transaction():
        book.writer.set_refusals("x", [refusal("x", "broken")])
    assert [(r.source, r.code) for r in book.refusals()] == [("w.pdf", "no-text"), ("x", "broken")]
    assert [r.code for r in book.refusals("a" * 64)] == ["no-text"]
    with book.writer.transaction():
        book.writer.set_refusals("x", [])
    assert book.refused_subjects() == {"a" * 64}


class TestGet:
    """Records by id or by the beginning of one."""

    @pytest.fixture
    def full(self, book: Book) -> Book:
        other = Text(id="abcdef999999", page_id="p", document="o", text="")
        another = Text(id="abcdef111111", page_id="p", document="n", text="")
        with book.writer.transaction():
            book.writer.put("texts", [TEXT, other, another])
            book.writer.put("claims", [claim(12, 12, TEXT)])
        return book

    def test_by_whole_id_and_beginning_and_anchor(self, full: Book) -> None:
        (only,) = full.claims()
        for wanted in (only.id, only.id[:6], only.id[:9].upper(), f"c-{only.id}", f" {only.id} "):
            assert full.get(wanted) == only

    @pytest.mark.parametrize(
        ("wanted", "says"),
        [
            ("abcdef", "several ids begin so"),
            ("abcde", "too short"),
            ("", "too short"),
            ("ffffffffff", "no record"),
            ("%%%%%%", "no record"),
            ("' OR 1=1 --", "no record"),
        ],
    )
    def test_none_or_several(self, full: Book, wanted: str, says: str) -> None:
        with pytest.raises(NotFound, match=says) as caught:
            full.get(wanted)
        assert caught.value.hint

    def test_within_a_kind(self, full: Book) -> None:
        with pytest.raises(NotFound):
            full.get(TEXT.id, kind="claims")
        assert full.get(TEXT.id[:8], kind="texts") == TEXT


class TestOpening:
    """What is no book, is damaged, is busy."""

    def test_a_folder_without_a_ledger(self, tmp_path: Path) -> None:
        with pytest.raises(BookMissing) as caught:
            Book(tmp_path)
        assert "run" in caught.value.hint

    def test_a_folder_with_other_things_is_not_made_a_book(self, tmp_path: Path) -> None:
        (tmp_path / "thesis.doc").write_text("mine")
        with pytest.raises(UsageProblem, match="not empty"):
            Book(tmp_path, create=True)
        assert [p.name for p in tmp_path.iterdir()] == ["thesis.doc"]

    def test_a_file_in_the_way(self, tmp_path: Path) -> None:
        (tmp_path / "book").write_text("not a folder")
        with pytest.raises(UsageProblem, match="this is a file"):
            Book(tmp_path / "book", create=True)

    def test_a_ledger_of_a_newer_version(self, tmp_path: Path) -> None:
        with Book(tmp_path / "b", create=True) as book, book.writer.transaction():
            book.writer.set_meta("schema", str(SCHEMA_VERSION + 1))
        with pytest.raises(BookDamaged, match="newer") as caught:
            Book(tmp_path / "b")
        assert "newer" in caught.value.hint

    def test_a_ledger_of_an_earlier_version_gains_what_it_lacks(self, tmp_path: Path) -> None:
        with Book(tmp_path / "b", create=True) as book, book.writer.transaction():
            book.writer.put("texts", [TEXT])
            book.writer.db.execute("DROP TABLE counters")
            book.writer.db.execute("DROP TABLE decisions")
            book.writer.set_meta("family_verdicts", "as up to version 5")
            book.writer.set_meta("schema", "1")
        with Book(tmp_path / "b") as reading:
            assert (list(reading.counters()), list(reading.texts())) == ([], [TEXT])
            assert reading.meta("schema") == "1"
        with Book(tmp_path / "b", read_only=False) as writing:
            assert (list(writing.decisions()), list(writing.texts())) == ([], [TEXT])
            assert writing.meta("schema") == str(SCHEMA_VERSION)
            assert writing.meta("family_verdicts") is None

    def test_decisions_can_be_neither_altered_nor_removed(self, tmp_path: Path) -> None:
        made = Decision(id="d", subject="s", seen="", verdict="merge", reason="", by="b", at="t")
        with Book(tmp_path / "b", create=True) as book:
            with book.writer.transaction():
                book.writer.add(made)
                book.writer.add(replace(made, reason="another"))
            for sql in ("DELETE FROM decisions", "UPDATE decisions SET body = '{}'"):
                with pytest.raises(HarmledgerError), book.writer.transaction():
                    book.writer.db.execute(sql)
            assert list(book.decisions()) == [made]

    @pytest.mark.parametrize("content", [b"", b"not a database at all" * 100, b"SQLite format 3\0"])
    def test_a_ledger_that_is_no_database(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "ledger.db").write_bytes(content)
        with pytest.raises(BookDamaged):
            Book(tmp_path)

    def test_a_row_that_is_no_record(self, book: Book) -> None:
        with book.writer.transaction():
            book.writer.put("texts", [TEXT])
            book.writer.db.execute("UPDATE texts SET body = '{}'")
        with pytest.raises(BookDamaged, match=TEXT.id):
            list(book.texts())

    def test_a_kind_that_is_none(self, book: Book) -> None:
        with pytest.raises(UsageProblem, match="rumours"):
            list(book.records("rumours"))

    def test_reading_is_all_a_reader_can(self, book: Book) -> None:
        with Book(book.path) as reader:
            assert reader.read_only
            with pytest.raises(UsageProblem, match="reading only"):
                _ = reader.writer
            with pytest.raises(sqlite3.OperationalError):
                reader._db.execute("DELETE FROM texts")

    def test_a_reader_beside_a_writer_sees_what_is_committed(self, book: Book) -> None:
        with Book(book.path) as reader:
            with book.writer.transaction():
                book.writer.put("texts", [TEXT])
                assert list(reader.texts()) == []
            assert list(reader.texts()) == [TEXT]

    def test_a_closed_book_is_not_called_damaged(self, tmp_path: Path) -> None:
        book = Book(tmp_path / "b", create=True)
        book.close()
        with pytest.raises(UsageProblem, match="cannot be asked"):
            list(book.pages())

    @pytest.mark.parametrize("closed", ["b", "b/ledger.db", "b/lock"])
    def test_a_book_of_somebody_else_is_not_called_damaged(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: str
    ) -> None:
        Book(tmp_path / "b", create=True).close()
        shut = tmp_path / closed
        real_open, real_access = os.open, os.access

        def opened(path: str | Path, flags: int, mode: int = 0o777) -> int:
            if Path(path) == shut:
                raise PermissionError(13, "Permission denied", str(path))
            return real_open(path, flags, mode)

        def access(path: str | Path, mode: int) -> bool:
            return Path(path) != shut and real_access(path, mode)

        def is_file(path: Path) -> bool:
            if shut == path.parent:
                raise PermissionError(13, "Permission denied", str(path))
            return path.exists()

        # Root, who may run the tests, is refused nothing by the system itself.
        monkeypatch.setattr(os, "open", opened)
        monkeypatch.setattr(os, "access", access)
        monkeypatch.setattr(Path, "is_file", is_file)
        with pytest.raises(HarmledgerError, match="cannot be opened") as told:
            Book(tmp_path / "b", read_only=closed != "b/lock")
        assert told.value.code == "no-access"

    def test_a_second_writer_is_told(self, book: Book) -> None:
        with pytest.raises(BookBusy) as caught:
            Book(book.path, create=True)
        assert "again" in caught.value.hint
        book.close()
        Book(book.path, create=True).close()

    def test_a_book_on_a_read_only_disk(self, tmp_path: Path) -> None:
        with Book(tmp_path / "b", create=True) as book, book.writer.transaction():
            book.writer.put("texts", [TEXT])
        (tmp_path / "b").chmod(0o555)
        try:
            with Book(tmp_path / "b") as reader:
                assert list(reader.texts()) == [TEXT]
        finally:
            (tmp_path / "b").chmod(0o755)

    def test_a_dead_writer_holds_no_lock_and_its_unfinished_work_is_gone(
        self, tmp_path: Path
    ) -> None:
        code = (
            "import os, sys; from harmledger.ledger import Book; from harmledger.records import "
            "Text; book = Book(sys.argv[1], create=True); put = book.writer.put\n"
            "with book.writer.transaction(): put('texts', [Text(id='1', page_id='p', "
            "document='d', text='kept')])\n"
            "book.writer.db.execute('BEGIN'); put('texts', [Text(id='2', page_id='p', "
            "document='d', text='lost')]); os.kill(os.getpid(), 9)"
        )
        died = subprocess.run([sys.executable, "-c", code, str(tmp_path / "b")], check=False)
        assert died.returncode == -9
        with Book(tmp_path / "b", create=True) as book:
            assert [made.text for made in book.texts()] == ["kept"]


def test_half_made_files_are_cleaned_by_the_next_writer(tmp_path: Path) -> None:
    with Book(tmp_path / "b", create=True) as book:
        folder = book.path / "archive" / "ab"
    folder.mkdir(parents=True)
    (folder / ".part-1").write_bytes(b"half")
    (tmp_path / "b" / ".ledger.db-77").write_bytes(b"half")
    Book(tmp_path / "b").close()
    assert (folder / ".part-1").exists()
    Book(tmp_path / "b", read_only=False).close()
    assert not list((tmp_path / "b").rglob(".*"))


def test_a_book_killed_while_it_was_made_is_made_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / ".ledger.db-77").write_bytes(b"half")
    (tmp_path / "b" / "lock").touch()
    with Book(tmp_path / "b", create=True) as book:
        assert book.count("pages") == 0


def test_a_claim_is_found_by_index(book: Book) -> None:
    plan = " ".join(
        str(row[-1])
        for sql in (
            "SELECT body FROM claims WHERE id = 'x'",
            "SELECT id FROM claims WHERE id >= 'x' AND id < 'y' ORDER BY id LIMIT 3",
            "SELECT id, body FROM claims WHERE parent = 'x' ORDER BY sort",
            "SELECT id, body FROM claims WHERE document = 'x' ORDER BY sort",
        )
        for row in book._db.execute(f"EXPLAIN QUERY PLAN {sql}")
    )
    assert "SCAN" not in plan


def test_records_are_asked_for_by_the_columns_that_their_kind_fills(book: Book) -> None:
    names = ("a.html", "b.html", "c.html")
    texts = [replace(TEXT, id=f"{n}" * 20, document=name) for n, name in enumerate(names)]
    claims = [claim(n, n, one) for n, one in enumerate(texts, 3)]
    with book.writer.transaction():
        book.writer.put("texts", texts)
        book.writer.put("claims", claims)
    assert list(book.records("texts", {"document": "b.html"})) == [texts[1]]
    asked = {"document": "c.html", "measure": "killed"}
    assert list(book.records("claims", asked)) == [claims[2]]
    assert list(book.records("claims", {**asked, "measure": "injured"})) == []
    assert dict(book.column("claims", "document")) == {c.id: c.document for c in claims}
    for ask in (lambda: list(book.records("texts", {"measure": "killed"})),
                lambda: list(book.column("incidents", "measure"))):  # fmt: skip
        with pytest.raises(UsageProblem, match="are not kept by measure"):
            ask()


def test_bytes_of_a_page(book: Book) -> None:
    page_id = sha256_hex(b"bytes")
    book.archive.add(page_id, b"bytes")
    assert book.content(page_id) == b"bytes"
