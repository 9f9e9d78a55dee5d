"""The writing side of a book: transactions, and rows that change only when they differ."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from harmledger.errors import HarmledgerError
from harmledger.kept import Kept
from harmledger.ledger.closed import damaged
from harmledger.ledger.kinds import DERIVED, Kind, Record, kind_named
from harmledger.ledger.unread import Records, Unread
from harmledger.records import Correction, Decision, Page, Refusal

__all__ = ["Writer"]

_PUT = """
INSERT INTO KIND (id, sort, document, measure, grade, status, parent, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET sort = excluded.sort, document = excluded.document,
    measure = excluded.measure, grade = excluded.grade, status = excluded.status,
    parent = excluded.parent, body = excluded.body
WHERE body IS NOT excluded.body OR sort IS NOT excluded.sort
    OR document IS NOT excluded.document OR measure IS NOT excluded.measure
    OR grade IS NOT excluded.grade OR status IS NOT excluded.status
    OR parent IS NOT excluded.parent
"""


@dataclass(frozen=True, slots=True)
class Writer:
    """Every method but ``transaction`` must be called inside one; a row that already says
    the same is left untouched, so that doing a thing twice changes nothing."""

    db: sqlite3.Connection
    path: Path

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block is kept, or, where it fails or the process dies, none of it."""
        try:
            self.db.execute("BEGIN IMMEDIATE")
            yield
            self.db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._undo()
            if isinstance(error, sqlite3.OperationalError):
                raise HarmledgerError(
                    f"{self.path}: the ledger could not be written: {error}",
                    hint="see that the disk has space and the folder may be written to, "
                    "then give the same command again",
                ) from error
            raise damaged(self.path, error) from error
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")

    def put(self, name: str, records: Iterable[Record]) -> None:
        """Add records, or replace those of the same id that differ."""
        kind = kind_named(name)
        sql = _PUT.replace("KIND", kind.name)
        self.db.executemany(sql, (kind.row(record) for record in records))

    def add(self, record: Decision | Correction) -> None:
        """Add a decision or a correction. One that is there already stays as it is."""
        kind = kind_named("decisions" if isinstance(record, Decision) else "corrections")
        sql = (
            "INSERT INTO KIND (id, sort, document, measure, grade, status, parent, body) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
        )
        self.db.execute(sql.replace("KIND", kind.name), kind.row(record))

    def delete(self, name: str, ids: Iterable[str]) -> None:
        """Remove records by id."""
        sql = "DELETE FROM KIND WHERE id = ?".replace("KIND", kind_named(name).name)
        self.db.executemany(sql, ((record_id,) for record_id in ids))

    def replace(self, name: str, records: Iterable[Record], *, parent: str | None = None) -> None:
        """Make these the records of a kind: all of them, or those made from ``parent``.

        A row with the same body is not looked at: its columns follow from that. Records that are
        unread are read only where their row says something else.
        """
        kind = kind_named(name)
        items = records.items if isinstance(records, Records) else records
        rows = {record.id: record for record in items}
        # Of the others no trigger would let the hash go.
        keeps = parent is None and name in DERIVED
        held = self._written(kind) if keeps else {}
        known = set(held.items())
        held.update(self._hashed(kind, parent, len(held)))
        self.delete(name, held.keys() - rows.keys())
        new = []
        for row in rows.values():
            digest = row.digest if isinstance(row, Unread) else kind.digest(kind.encode(row))
            if held.get(row.id) != digest:
                self.put(name, [row.record() if isinstance(row, Unread) else row])
            if (row.id, digest) not in known:
                new.append((name, row.id, digest))
        if keeps:
            self.db.executemany("INSERT OR REPLACE INTO written VALUES (?, ?, ?)", new)

    def _written(self, kind: Kind) -> dict[str, bytes]:
        """The hashes that are kept of rows, by id."""
        sql = "SELECT id, CAST(digest AS BLOB) FROM written WHERE kind = ?"
        return dict(self.db.execute(sql, (kind.name,)))

    def _hashed(self, kind: Kind, parent: str | None, known: int) -> Iterator[tuple[str, bytes]]:
        """Ids and hashes of the rows made from ``parent``, or of those of which none is kept,
        where there are more rows than the ``known`` ones."""
        sql = "SELECT id, CAST(body AS BLOB) FROM KIND".replace("KIND", kind.name)
        if parent is not None:
            rows = self.db.execute(f"{sql} WHERE parent = ?", (parent,))
        else:
            count = self.db.execute("SELECT count(*) FROM KIND".replace("KIND", kind.name))
            if count.fetchone()[0] == known:
                return
            sql += " WHERE id NOT IN (SELECT id FROM written WHERE kind = ?)"
            rows = self.db.execute(sql, (kind.name,))
        for record_id, body in rows:
            yield record_id, kind.digest(body)

    def add_location(self, page: Page) -> None:
        """Note that a page's bytes were collected here (newest reading of a place counts)."""
        self.db.execute(
            "INSERT INTO locations (page_id, collected_from, document, body) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET body = excluded.body WHERE body IS NOT excluded.body",
            (page.id, page.collected_from, page.document, msgspec.json.encode(page)),
        )

    def set_meta(self, name: str, value: str) -> None:
        """Keep a note about the book."""
        self.db.execute(
            "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE "
            "SET value = excluded.value WHERE value IS NOT excluded.value",
            (name, value),
        )

    def keep(self, kept: Kept) -> None:
        """Keep what a run needed, and nothing else."""
        held = self.db.execute("SELECT rowid, shelf, CAST(key AS BLOB) FROM kept")
        gone = [(row,) for row, shelf, key in held if key not in kept.asked.get(shelf, ())]
        self.db.executemany("DELETE FROM kept WHERE rowid = ?", gone)
        self.shelve(kept.new)

    def shelve(self, new: Mapping[tuple[str, bytes], bytes]) -> None:
        """Put these on the shelves of what is kept."""
        rows = ((shelf, key, value) for (shelf, key), value in new.items())
        self.db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def tell(self, briefs: Iterable[tuple[str, bytes]]) -> None:
        """Keep what stands for texts and their claims: see ``Briefs.said``."""
        self.db.executemany("INSERT OR REPLACE INTO briefs VALUES (?, ?)", briefs)

    def set_made(self, stage: str, subject: str, key: str) -> None:
        """Note what a stage made a subject's rows from."""
        self.db.execute(
            "INSERT INTO made (stage, subject, made_from) VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
            "SET made_from = excluded.made_from WHERE made_from IS NOT excluded.made_from",
            (stage, subject, key),
        )

    def unset_made(self, stage: str, subject: str) -> None:
        """Forget it: the subject is gone."""
        self.db.execute("DELETE FROM made WHERE stage = ? AND subject = ?", (stage, subject))

    def set_refusals(self, subject: str, refusals: Iterable[Refusal]) -> None:
        """Make these the refusals of one subject: an archived page's id, or a source's name."""
        rows = [
            (subject, number, r.source, r.code, r.message, r.hint, r.severity)
            for number, r in enumerate(refusals)
        ]
        found = self.db.execute(
            "SELECT subject, number, source, code, message, hint, severity FROM refused "
            "WHERE subject = ? ORDER BY number",
            (subject,),
        )
        if rows != list(found):
            self.db.execute("DELETE FROM refused WHERE subject = ?", (subject,))
            self.db.executemany("INSERT INTO refused VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
