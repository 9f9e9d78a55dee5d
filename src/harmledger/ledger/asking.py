"""Asking a ledger for records of any kind: in order, by id, or by what they were made from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import msgspec

from harmledger.errors import BookDamaged, NotFound, UsageProblem
from harmledger.ledger.closed import damaged
from harmledger.ledger.kinds import KINDS, Kind, Record, kind_named

__all__ = ["SHORTEST_ID", "Asking"]

#: The shortest beginning of an id that ``get`` takes.
SHORTEST_ID = 6

_ABOVE_HEX = "g"


class Asking:
    """The questions that are the same for every kind of record."""

    path: Path
    ledger: Path
    _db: sqlite3.Connection

    def records(self, name: str, where: Mapping[str, str] | None = None) -> Iterator[Record]:
        """The records of a kind in its stable order (see ``kinds.KINDS``).

        ``where``: only those with these values in columns of their table (``Kind.by_column``);
        others are not decoded.
        """
        kind = kind_named(name)
        if not where:
            for record_id, body in self.rows(name):
                yield self._decoded(kind, record_id, body)
            return
        asked = " AND ".join(f"{_column(kind, column)} = ?" for column in where)
        sql = f"SELECT id, CAST(body AS BLOB) FROM KIND WHERE {asked} ORDER BY sort"  # noqa: S608 - known columns
        for row in self._ask(sql, *where.values(), kind=kind):
            yield self._decoded(kind, str(row[0]), bytes(row[1]))

    def column(self, name: str, column: str) -> Iterator[tuple[str, str]]:
        """Id and value of a column (``Kind.by_column``) of every record that has one, as they
        lie in the ledger; no record is decoded."""
        kind = kind_named(name)
        sql = "SELECT id, COLUMN FROM KIND WHERE COLUMN IS NOT NULL"
        for row in self._ask(sql.replace("COLUMN", _column(kind, column)), kind=kind):
            yield str(row[0]), str(row[1])

    def rows(self, name: str, *, ordered: bool = True) -> Iterator[tuple[str, bytes]]:
        """Id and stored JSON of every record of a kind, undecoded, in its stable order; or, which
        is quicker, as they lie in the ledger."""
        sql = "SELECT id, CAST(body AS BLOB) FROM KIND ORDER BY sort"
        if not ordered:
            sql = sql.removesuffix(" ORDER BY sort")
        for row in self._ask(sql, kind=kind_named(name)):
            yield str(row[0]), bytes(row[1])

    def stored(self, name: str) -> Iterator[tuple[str | bytes | None, ...]]:
        """Every row of a kind exactly as stored, for checking: see ``Kind.row``."""
        columns = "id, sort, document, measure, grade, status, parent, CAST(body AS BLOB)"
        sql = "SELECT COLUMNS FROM KIND ORDER BY sort".replace("COLUMNS", columns)
        for row in self._ask(sql, kind=kind_named(name)):
            yield tuple(row)

    def integrity(self) -> Iterator[str]:
        """What SQLite itself finds wrong with the ledger; nothing where it is sound."""
        for row in self._ask("PRAGMA integrity_check(20)"):
            if row[0] != "ok":
                yield str(row[0])

    def children(self, name: str, parent: str) -> Iterator[Record]:
        """The records of a kind that were made from one other (claims of a text id)."""
        kind = kind_named(name)
        for record_id, body in self.child_rows(name, parent):
            yield self._decoded(kind, record_id, body)

    def child_rows(self, name: str, parent: str) -> Iterator[tuple[str, bytes]]:
        """Id and stored JSON of the records of a kind that were made from one other."""
        sql = "SELECT id, CAST(body AS BLOB) FROM KIND WHERE parent = ? ORDER BY sort"
        for row in self._ask(sql, parent, kind=kind_named(name)):
            yield str(row[0]), bytes(row[1])

    def ids(self, name: str) -> list[str]:
        """The ids of a kind in its stable order."""
        kind = kind_named(name)
        return [str(row[0]) for row in self._ask("SELECT id FROM KIND ORDER BY sort", kind=kind)]

    def count(self, name: str) -> int:
        """How many records of a kind the book holds."""
        return int(next(self._ask("SELECT count(*) FROM KIND", kind=kind_named(name)))[0])

    def one(self, name: str, record_id: str) -> Record | None:
        """The record of a kind with exactly this id, or None."""
        body = self.row(name, record_id)
        return None if body is None else self._decoded(kind_named(name), record_id, body)

    def row(self, name: str, record_id: str) -> bytes | None:
        """The stored JSON of the record of a kind with exactly this id, or None."""
        sql = "SELECT CAST(body AS BLOB) FROM KIND WHERE id = ?"
        for row in self._ask(sql, record_id, kind=kind_named(name)):
            return bytes(row[0])
        return None

    def get(self, record_id: str, *, kind: str | None = None) -> Record:
        """The record with this id, or with the only id that begins so (six or more characters).

        Looks through every kind, or through one. NotFound where none or several fit.
        """
        wanted = record_id.strip().lower().removeprefix("c-")
        kinds = KINDS if kind is None else (kind_named(kind),)
        whole = [found for k in kinds if (found := self.one(k.name, wanted)) is not None]
        if len(whole) == 1:
            return whole[0]
        if len(wanted) < SHORTEST_ID:
            raise NotFound(
                f"{record_id}: too short for an id",
                hint=f"give at least its first {SHORTEST_ID} characters",
            )
        sql = "SELECT id FROM KIND WHERE id >= ? AND id < ? ORDER BY id LIMIT 3"
        fitting = [
            (k, str(row[0]))
            for k in kinds
            for row in self._ask(sql, wanted, wanted + _ABOVE_HEX, kind=k)
        ]
        if len(fitting) == 1:
            return cast("Record", self.one(fitting[0][0].name, fitting[0][1]))
        if fitting:
            several = ", ".join(f"{i[:16]} ({k.name})" for k, i in fitting)
            raise NotFound(f"{record_id}: several ids begin so: {several}", hint="give more of it")
        if kind is not None:
            self._refuse_other_kind(record_id, kind)
        raise NotFound(
            f"{record_id}: no record in {self.path} has this id",
            hint="`book.claims()` (or another kind) shows the ids",
        )

    def _refuse_other_kind(self, record_id: str, kind: str) -> None:
        """NotFound that says of what the id is, where it is one of another kind."""
        try:
            found = self.get(record_id)
        except NotFound:
            return
        name = type(found).__name__.lower()
        wanted = kind_named(kind).record.__name__.lower()
        raise NotFound(
            f"{record_id}: this is the id of {_one(name)}, not of {_one(wanted)}",
            hint=f"`book.get('{record_id}')` shows it",
        )

    def kept(self, shelf: str, key: bytes) -> bytes | None:
        """What is kept on a shelf under a key (see the room ``kept``)."""
        sql = "SELECT CAST(value AS BLOB) FROM kept WHERE shelf = ? AND key = ?"
        for row in self._ask(sql, shelf, key):
            return bytes(row[0])
        return None

    def shelf(self, name: str) -> dict[bytes, bytes]:
        """All that is kept on a shelf, by key."""
        sql = "SELECT CAST(key AS BLOB), CAST(value AS BLOB) FROM kept WHERE shelf = ?"
        return dict(self._ask(sql, name))

    def _ask(self, sql: str, *values: str | bytes, kind: Kind | None = None) -> Iterator[Any]:
        if kind is not None:
            sql = sql.replace("KIND", kind.name)
        try:
            # Not "yield from": a caller that stops early may outlive the open ledger, and the
            # cursor must not be closed then.
            for row in self._db.execute(sql, values):  # noqa: UP028 - see above
                yield row
        except UnicodeEncodeError:
            # Half a character, as of a name in another encoding: no row holds such words.
            return
        except sqlite3.ProgrammingError as error:
            # Not the ledger's fault, so nothing about restoring it.
            raise UsageProblem(
                f"{self.path}: the book cannot be asked: {error}",
                hint="open it again with Book(path); each thread opens its own",
            ) from error
        except sqlite3.DatabaseError as error:
            raise damaged(self.ledger, error) from error

    def _decoded(self, kind: Kind, record_id: str, body: bytes) -> Record:
        try:
            return kind.decode(body)
        except msgspec.DecodeError as error:
            raise BookDamaged(
                f"{self.ledger}: {kind.name} {record_id}: the record cannot be read: {error}",
                hint="`verify(book)` lists every damaged record",
            ) from error


def _column(kind: Kind, column: str) -> str:
    if column not in kind.by_column:
        raise UsageProblem(f"{kind.name} are not kept by {column}")
    return column


def _one(name: str) -> str:
    return f"a{'n' if name[0] in 'aeiou' else ''} {name}"
