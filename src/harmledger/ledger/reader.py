"""Reading a ledger: records by kind, by id, by what they were made from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import msgspec

from harmledger.errors import BookDamaged, NotFound, UsageProblem
from harmledger.ledger import schema
from harmledger.ledger.archive import Archive
from harmledger.ledger.kinds import KINDS, Kind, Record, kind_named
from harmledger.records import (
    Assessment,
    Claim,
    Correction,
    Counter,
    Decision,
    Family,
    Figure,
    Incident,
    Page,
    Refusal,
    Review,
    Text,
    Toll,
)

__all__ = ["Location", "Reader"]

#: The shortest beginning of an id that ``get`` takes.
SHORTEST_ID = 6

_ABOVE_HEX = "g"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """One place a page was collected from; the same bytes may have come from several."""

    page_id: str
    document: str
    collected_from: str


class Reader:
    """The questions a book answers. ``Book`` opens one and adds the writing side."""

    path: Path
    ledger: Path
    archive: Archive
    _db: sqlite3.Connection

    def pages(self) -> Iterator[Page]:
        """Every page, by document name and id."""
        return cast("Iterator[Page]", self.records("pages"))

    def texts(self) -> Iterator[Text]:
        """Every text, by document name and id."""
        return cast("Iterator[Text]", self.records("texts"))

    def families(self) -> Iterator[Family]:
        """Every family, by the first document name in it."""
        return cast("Iterator[Family]", self.records("families"))

    def claims(self) -> Iterator[Claim]:
        """Every claim, by document and place in the text."""
        return cast("Iterator[Claim]", self.records("claims"))

    def counters(self) -> Iterator[Counter]:
        """Every named counter, by name."""
        return cast("Iterator[Counter]", self.records("counters"))

    def decisions(self) -> Iterator[Decision]:
        """Every decision, oldest first, also those that others have replaced."""
        return cast("Iterator[Decision]", self.records("decisions"))

    def reviews(self) -> Iterator[Review]:
        """What each decision in force means for the book now, oldest first."""
        return cast("Iterator[Review]", self.records("reviews"))

    def corrections(self) -> Iterator[Correction]:
        """The figures that decisions moved, oldest first."""
        return cast("Iterator[Correction]", self.records("corrections"))

    def incidents(self) -> Iterator[Incident]:
        """Every incident, by date (undated last) and title."""
        return cast("Iterator[Incident]", self.records("incidents"))

    def tolls(self) -> Iterator[Toll]:
        """Every toll, by measure, counter and title."""
        return cast("Iterator[Toll]", self.records("tolls"))

    def assessments(self) -> Iterator[Assessment]:
        """Every assessment, by subject and measure."""
        return cast("Iterator[Assessment]", self.records("assessments"))

    def figures(self) -> Iterator[Figure]:
        """Every figure, by subject and measure."""
        return cast("Iterator[Figure]", self.records("figures"))

    def records(self, name: str) -> Iterator[Record]:
        """The records of a kind in its stable order (see ``kinds.KINDS``)."""
        kind = kind_named(name)
        for record_id, body in self.rows(name):
            yield self._decoded(kind, record_id, body)

    def rows(self, name: str) -> Iterator[tuple[str, bytes]]:
        """Id and stored JSON of every record of a kind, undecoded, in its stable order."""
        kind = kind_named(name)
        for row in self._ask("SELECT id, CAST(body AS BLOB) FROM KIND ORDER BY sort", kind=kind):
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
        sql = "SELECT id, CAST(body AS BLOB) FROM KIND WHERE parent = ? ORDER BY sort"
        for row in self._ask(sql, parent, kind=kind):
            yield self._decoded(kind, row[0], bytes(row[1]))

    def ids(self, name: str) -> list[str]:
        """The ids of a kind in its stable order."""
        kind = kind_named(name)
        return [str(row[0]) for row in self._ask("SELECT id FROM KIND ORDER BY sort", kind=kind)]

    def count(self, name: str) -> int:
        """How many records of a kind the book holds."""
        return int(next(self._ask("SELECT count(*) FROM KIND", kind=kind_named(name)))[0])

    def one(self, name: str, record_id: str) -> Record | None:
        """The record of a kind with exactly this id, or None."""
        kind = kind_named(name)
        for row in self._ask(
            "SELECT CAST(body AS BLOB) FROM KIND WHERE id = ?", record_id, kind=kind
        ):
            return self._decoded(kind, record_id, bytes(row[0]))
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
        raise NotFound(
            f"{record_id}: no record in {self.path} has this id",
            hint="`harmledger list BOOK claims` (or another kind) shows the ids",
        )

    def content(self, page_id: str) -> bytes:
        """The original bytes of a page. BookDamaged where the file is gone."""
        return self.archive.content(page_id)

    def refusals(self, subject: str | None = None) -> Iterator[Refusal]:
        """What was left out and why, by source; or only that of one page id or source name."""
        sql = "SELECT source, code, message, hint, severity FROM refused"
        rows = (
            self._ask(sql + " ORDER BY source, subject, number")
            if subject is None
            else self._ask(sql + " WHERE subject = ? ORDER BY number", subject)
        )
        for row in rows:
            yield Refusal(source=row[0], code=row[1], message=row[2], hint=row[3], severity=row[4])

    def refused_subjects(self) -> set[str]:
        """The page ids and source names that have refusals."""
        return {str(row[0]) for row in self._ask("SELECT DISTINCT subject FROM refused")}

    def locations(self, page_id: str | None = None) -> Iterator[Location]:
        """Where a page (or every page) was collected from, by document."""
        sql = "SELECT page_id, document, collected_from FROM locations"
        order = " ORDER BY document, collected_from, page_id"
        rows = (
            self._ask(sql + order)
            if page_id is None
            else self._ask(f"{sql} WHERE page_id = ?{order}", page_id)
        )
        for row in rows:
            yield Location(page_id=row[0], document=row[1], collected_from=row[2])

    def collected(self, page_id: str) -> list[Page]:
        """One page record for every place its bytes came from, the book's own choice first."""
        sql = "SELECT body FROM locations WHERE page_id = ? ORDER BY document, collected_from"
        decode = msgspec.json.Decoder(Page).decode
        return [decode(bytes(row[0])) for row in self._ask(sql, page_id)]

    def meta(self, name: str) -> str | None:
        """A note the ledger keeps about itself, such as the method it was derived with."""
        for row in self._ask("SELECT value FROM meta WHERE name = ?", name):
            return str(row[0])
        return None

    def made(self, stage: str) -> dict[str, str]:
        """What each subject of a stage was last made from: ``{subject: key}``."""
        sql = "SELECT subject, made_from FROM made WHERE stage = ?"
        return {str(row[0]): str(row[1]) for row in self._ask(sql, stage)}

    def to_arrow(self, name: str) -> Any:
        """A kind as a ``pyarrow.Table``, nested records as structs. Needs the extra ``arrow``."""
        from harmledger.ledger.arrow import table

        return table(kind_named(name), self.records(name))

    def _ask(self, sql: str, *values: str, kind: Kind | None = None) -> Iterator[Any]:
        if kind is not None:
            sql = sql.replace("KIND", kind.name)
        try:
            # Not "yield from": a caller that stops early may outlive the open ledger, and the
            # cursor must not be closed then.
            for row in self._db.execute(sql, values):  # noqa: UP028 - see above
                yield row
        except sqlite3.ProgrammingError as error:
            # Not the ledger's fault, so nothing about restoring it.
            raise UsageProblem(
                f"{self.path}: the book cannot be asked: {error}",
                hint="open it again with Book(path); each thread opens its own",
            ) from error
        except sqlite3.DatabaseError as error:
            raise schema.damaged(self.ledger, error) from error

    def _decoded(self, kind: Kind, record_id: str, body: bytes) -> Record:
        try:
            return kind.decode(body)
        except msgspec.DecodeError as error:
            raise BookDamaged(
                f"{self.ledger}: {kind.name} {record_id}: the record cannot be read: {error}",
                hint="`harmledger verify BOOK` lists every damaged record",
            ) from error
