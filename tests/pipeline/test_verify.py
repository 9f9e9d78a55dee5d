"""Whatever is changed by hand in a book is found, and said in one line."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from given_in import REPORTS

from harmledger.errors import BookDamaged
from harmledger.ledger import Book
from harmledger.pipeline import run, verify


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished book, made once."""
    folder = tmp_path_factory.mktemp("sound")
    (folder / "reports").mkdir()
    for name, content in REPORTS.items():
        (folder / "reports" / name).write_text(content, encoding="utf-8")
    run([folder / "reports"], folder / "book")
    return folder / "book"


@pytest.fixture
def book(sound: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    return Path(shutil.copytree(sound, tmp_path / "book"))


def problems(book: Path) -> list[str]:
    with Book(book) as opened:
        found = [str(problem) for problem in verify(opened)]
    assert all("\n" not in line for line in found)
    return found


def change(book: Path, sql: str, *values: object) -> None:
    connection = sqlite3.connect(book / "ledger.db")
    with connection:
        assert connection.execute(sql, values).rowcount > 0
    connection.close()


def edit(book: Path, table: str, field: str, value: Any, where: str = "1") -> str:
    """Change one field of the first record of a table; its id."""
    connection = sqlite3.connect(book / "ledger.db")
    with connection:
        sql = f"SELECT id, body FROM {table} WHERE {where} ORDER BY sort"
        record_id, body = connection.execute(sql).fetchone()
        record = json.loads(body)
        assert field in record
        record[field] = value
        changed = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
        connection.execute(f"UPDATE {table} SET body = ? WHERE id = ?", (changed, record_id))
    connection.close()
    return str(record_id)


def test_a_sound_book_has_no_problems(book: Path) -> None:
    assert problems(book) == []


class TestArchive:
    def test_missing(self, book: Path) -> None:
        with Book(book) as opened:
            path = next(opened.archive.files())
            page_id = opened.archive.page_id(path)
        path.unlink()
        assert problems(book) == [f"page {str(page_id)[:12]}: its archived file is missing"]

    def test_altered(self, book: Path) -> None:
        with Book(book) as opened:
            path = next(opened.archive.files())
        path.write_bytes(path.read_bytes().replace(b"1", b"9"))
        (found,) = problems(book)
        assert found.startswith(f"archive/{path.parent.name}/{path.name}: the file was altered")

    @pytest.mark.parametrize("name", ["ab/" + "c" * 62, "note.txt", "ab/.part-1"])
    def test_orphan(self, book: Path, name: str) -> None:
        path = book / "archive" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
        assert problems(book) == [f"archive/{name}: belongs to no page of this book"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("low", 1), ("high", 999), ("statement", "Nobody was killed."), ("grade", "confirmed")],
)
def test_a_figure_changed_by_hand(book: Path, field: str, value: object) -> None:
    figure = edit(book, "figures", field, value)
    found = problems(book)
    assert any(f"figure {figure}: {field} is {value!r}; the claims give" in one for one in found)


@pytest.mark.parametrize("kind", ["families", "incidents", "assessments", "figures"])
def test_a_derived_record_taken_away_or_added(book: Path, kind: str) -> None:
    connection = sqlite3.connect(book / "ledger.db")
    (row,) = connection.execute(f"SELECT * FROM {kind} ORDER BY sort LIMIT 1").fetchall()
    connection.close()
    change(book, f"DELETE FROM {kind} WHERE id = ?", row[0])
    assert any(str(row[0]) in one and "is missing" in one for one in problems(book))
    body = row[-1].replace(str(row[0]).encode(), b"0" * 20)
    sort = str(row[1]).replace(str(row[0]), "0" * 20)
    again = (
        f"INSERT INTO {kind} VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        "0" * 20,
        sort,
        *row[2:-1],
        body,
    )
    change(book, *again)
    assert any("0" * 20 in one and "does not follow" in one for one in problems(book))


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("quote", "at least 99", "its quote says 'at least 99' but the text has"),
        ("start", 3, "its quote says"),
        ("end", 10**6, "its quote points to"),
        ("low", -3, "low is -3, below nothing"),
        ("high", 2, "low is 12, above high, 2"),
        ("part_of", "f" * 20, "which is missing"),
        ("text_id", "f" * 20, "its text is missing"),
        ("measure", "injured", "its id does not follow from what it says"),
        ("sentence_end", 1, "is not inside its sentence"),
        ("stance", "denied", "claims were altered"),
    ],
)
def test_a_claim_changed_by_hand(book: Path, field: str, value: object, says: str) -> None:
    claim = edit(book, "claims", field, value, "document = 'bridge.txt'")
    found = problems(book)
    assert any(says in one for one in found), found
    assert any("claims were altered" in one for one in found) or field == "text_id"
    assert any(claim in one for one in found) or field == "stance"


@pytest.mark.parametrize(
    ("part", "key", "value", "says"),
    [
        ("speaker", "name", "the rebels", "its speaker says 'the rebels' but the text has"),
        ("speaker", "start", 0, "its speaker says"),
        ("where", "name", "Herat", "its place says"),
        ("when", "surface", "yesterday", "its date says"),
        ("population", "surface", "soldiers", "words that the text does not have"),
    ],
)
def test_a_surface_changed_by_hand(
    book: Path, part: str, key: str, value: object, says: str
) -> None:
    with Book(book) as opened:
        held = next(c for c in opened.claims() if c.document == "bridge.txt" and getattr(c, part))
        inner = getattr(held, part)
    changed = {name: getattr(inner, name) for name in type(inner).__slots__} | {key: value}
    edit(book, "claims", part, changed, f"id = '{held.id}'")
    assert any(one.startswith(f"claim {held.id}: ") and says in one for one in problems(book))


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("text", "Nobody was killed.", "its id does not follow"),
        ("published_at", "1999-01-01", "altered after it was made"),
        ("page_id", "f" * 64, "its page is missing"),
        (
            "blocks",
            [{"kind": "body", "start": 5, "end": 3, "kept": True, "reason": None}],
            "outside",
        ),
        (
            "blocks",
            [{"kind": "bio", "start": 0, "end": 9, "kept": False, "reason": None}],
            "without a reason",
        ),
        ("blocks", [], "altered after it was made"),
    ],
)
def test_a_text_changed_by_hand(book: Path, field: str, value: object, says: str) -> None:
    edit(book, "texts", field, value)
    assert any(says in one for one in problems(book))


@pytest.mark.parametrize("body", [b"{", b"\xff\x00", b"", "not a record", 7])
def test_a_place_of_collecting_that_cannot_be_read(book: Path, body: object) -> None:
    change(book, "UPDATE locations SET body = ? WHERE document = 'market.md'", body)
    with Book(book) as opened:
        (page,) = (page for page in opened.pages() if page.document == "market.md")
        with pytest.raises(BookDamaged, match="cannot be read"):
            opened.collected(page.id)
    what = "the record of where it was collected cannot be read"
    assert problems(book) == [f"page {page.id[:12]}: {what}"]


def test_a_claim_taken_away(book: Path) -> None:
    change(book, "DELETE FROM claims WHERE document = 'market.md' AND measure = 'killed'")
    assert any("altered, added or removed" in one for one in problems(book))


def test_a_text_taken_away(book: Path) -> None:
    change(book, "DELETE FROM texts WHERE document = 'market.md'")
    found = problems(book)
    assert any("its text was altered after it was made" in one for one in found)
    assert any("its text is missing" in one for one in found)


def test_a_page_changed_by_hand(book: Path) -> None:
    edit(book, "pages", "url", "https://elsewhere.example/")
    assert any("differs from where it was collected" in one for one in problems(book))


def test_an_index_column_changed_by_hand(book: Path) -> None:
    change(book, "UPDATE figures SET grade = 'confirmed'")
    assert any("index columns do not agree" in one for one in problems(book))


def test_a_record_that_cannot_be_read_is_one_line_and_the_rest_goes_on(book: Path) -> None:
    change(book, "UPDATE claims SET body = '{\"id\": 3}' WHERE document = 'market.md'")
    edit(book, "figures", "low", -1)
    found = problems(book)
    assert any("cannot be read" in one for one in found)
    assert any("low is -1" in one for one in found)


def test_a_book_that_was_never_finished(tmp_path: Path) -> None:
    Book(tmp_path / "b", create=True).close()
    assert problems(tmp_path / "b") == ["book: no figures were derived yet; run the input again"]


def test_a_ledger_with_broken_pages(book: Path) -> None:
    path = book / "ledger.db"
    content = bytearray(path.read_bytes())
    for start in range(8192, len(content), 4096 * 3):
        content[start : start + 64] = b"\xff" * 64
    path.write_bytes(content)
    try:
        found = problems(book)
    except BookDamaged as error:
        found = [error.hint]
    assert any(found)


def test_an_archived_file_that_is_a_link_is_told(book: Path, tmp_path: Path) -> None:
    with Book(book) as opened:
        path = next(opened.archive.files())
    elsewhere = path.rename(tmp_path / "elsewhere")
    path.symlink_to(elsewhere)
    (found,) = problems(book)
    assert found.endswith("is a link; the archive holds the bytes themselves")
    elsewhere.unlink()
    assert problems(book) == [found]


def test_a_method_that_is_not_known_is_one_line(book: Path) -> None:
    change(book, "UPDATE meta SET value = 'airwars@7' WHERE name = 'method'")
    (found,) = problems(book)
    assert found.startswith("book: its figures cannot be derived: there is no method 'airwars@7'")


@pytest.mark.parametrize(
    ("stage", "kind", "words"),
    [("texts", "page", "its text was not made"), ("claims", "text", "its claims were not made")],
)
def test_what_was_not_made_yet_is_told_from_what_is_older(
    book: Path, stage: str, kind: str, words: str
) -> None:
    change(book, "UPDATE made SET made_from = 'x' || made_from WHERE stage = ?", stage)
    older = problems(book)
    assert older
    assert all(one.startswith(kind) and f"{words} by this program" in one for one in older)
    change(book, "DELETE FROM made WHERE stage = ?", stage)
    assert [one for one in problems(book) if f"{words} yet: a run has not ended" not in one] == []
