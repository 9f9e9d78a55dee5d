"""The tables of ``ledger.db`` and opening it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from harmledger.errors import BookDamaged, BookMissing, HarmledgerError
from harmledger.ledger.kinds import DERIVED, KINDS, Kind

__all__ = ["SCHEMA_VERSION", "NoAccess", "connect", "create", "damaged", "no_access"]


class NoAccess(HarmledgerError):
    """The system does not let this user read or write the book."""

    code = "no-access"


#: Raised by one with every change of the tables.
SCHEMA_VERSION = 6

_KIND_TABLE = """
CREATE TABLE {name} (
    id TEXT PRIMARY KEY, sort TEXT NOT NULL, document TEXT, measure TEXT, grade TEXT,
    status TEXT, parent TEXT, body BLOB NOT NULL);
CREATE INDEX {name}_sort ON {name} (sort);
CREATE INDEX {name}_parent ON {name} (parent);
"""

#: Of kinds that come of one document; earlier books have it of all.
_DOCUMENT_INDEX = "CREATE INDEX {name}_document ON {name} (document);"

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE locations (
    page_id TEXT NOT NULL, collected_from TEXT NOT NULL, document TEXT NOT NULL,
    body BLOB NOT NULL, PRIMARY KEY (page_id, document, collected_from));
CREATE TABLE made (
    stage TEXT NOT NULL, subject TEXT NOT NULL, made_from TEXT NOT NULL,
    PRIMARY KEY (stage, subject));
CREATE TABLE refused (
    subject TEXT NOT NULL, number INTEGER NOT NULL, source TEXT NOT NULL, code TEXT NOT NULL,
    message TEXT NOT NULL, hint TEXT NOT NULL, severity TEXT NOT NULL,
    PRIMARY KEY (subject, number));
"""

#: The hash of a row is gone as soon as anybody, also another program, changes the row.
_UNWRITTEN = """
CREATE TRIGGER {name}_added AFTER INSERT ON {name}
    BEGIN DELETE FROM written WHERE kind = '{name}' AND id = NEW.id; END;
CREATE TRIGGER {name}_altered AFTER UPDATE ON {name}
    BEGIN DELETE FROM written WHERE kind = '{name}' AND id IN (OLD.id, NEW.id); END;
CREATE TRIGGER {name}_removed AFTER DELETE ON {name}
    BEGIN DELETE FROM written WHERE kind = '{name}' AND id = OLD.id; END;
"""

#: So is what stands for a text and its claims.
_UNTOLD = """
CREATE TRIGGER {name}_{how} AFTER {when} ON {name}
    BEGIN DELETE FROM briefs WHERE text = {row}.{text}; END;
"""

#: What spares work when the book grows. All of it can be lost. ``written``: hashes of rows;
#: ``briefs``: what stands for texts and their claims, a row for each text.
_SPARED = {
    "kept": """
CREATE TABLE kept (
    shelf TEXT NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL, PRIMARY KEY (shelf, key));
""",
    "written": """
CREATE TABLE written (
    kind TEXT NOT NULL, id TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (kind, id))
    WITHOUT ROWID;
"""
    + "".join(_UNWRITTEN.format(name=name) for name in DERIVED),
    "briefs": "CREATE TABLE briefs (text TEXT PRIMARY KEY, body BLOB NOT NULL);"
    + "".join(
        _UNTOLD.format(name=name, text=text, how=how, when=when, row=row)
        for name, text in (("texts", "id"), ("claims", "parent"))
        for how, when, row in (
            *(("added", "INSERT", "NEW"), ("altered", "UPDATE", "OLD")),
            *(("moved", "UPDATE", "NEW"), ("removed", "DELETE", "OLD")),
        )
    ),
}


#: What people decided is never altered, not even by a fault of this program.
_ONLY_ADDED = """
CREATE TRIGGER {name}_not_altered BEFORE UPDATE ON {name}
    BEGIN SELECT RAISE(ABORT, '{name} are only added'); END;
CREATE TRIGGER {name}_not_removed BEFORE DELETE ON {name}
    BEGIN SELECT RAISE(ABORT, '{name} are only added'); END;
"""
_KEPT = ("decisions", "corrections")


def create(path: Path) -> None:
    """Make an empty ledger. It appears under its name only when it is whole."""
    temporary = path.with_name(f".{path.name}-{os.getpid()}")
    temporary.unlink(missing_ok=True)
    tables = (_kind_table(kind) for kind in KINDS)
    script = "".join(
        (_TABLES, *tables, *_SPARED.values(), *(_ONLY_ADDED.format(name=name) for name in _KEPT))
    )
    try:
        with closing(sqlite3.connect(temporary)) as connection:
            connection.executescript(f"BEGIN; {script}")
            connection.execute("INSERT INTO meta VALUES ('schema', ?)", (str(SCHEMA_VERSION),))
            connection.commit()
        temporary.replace(path)
    except (sqlite3.OperationalError, OSError) as error:
        raise no_access(path, error) from error


def _kind_table(kind: Kind) -> str:
    index = _DOCUMENT_INDEX if "document" in kind.by_column else ""
    return (_KIND_TABLE + index).format(name=kind.name)


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Open a ledger; BookMissing, or BookDamaged where it cannot be read by this version."""
    _check(path)
    try:
        connection = _open(path, read_only=read_only)
        row = connection.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
        version = int(row[0]) if row and str(row[0]).isdecimal() else 0
    except sqlite3.Error as error:
        raise damaged(path, error) from error
    if version > SCHEMA_VERSION:
        connection.close()
        raise BookDamaged(
            f"{path.parent}: this book was written by a newer harmledger (ledger version "
            f"{version}, this program reads up to {SCHEMA_VERSION})",
            hint="install the newer harmledger",
        )
    if version < 1:
        connection.close()
        raise damaged(path, "it does not say which version it is")
    if version < SCHEMA_VERSION:
        try:
            _add_missing(connection, read_only=read_only)
        except sqlite3.Error as error:
            connection.close()
            raise damaged(path, error) from error
    return connection


def _add_missing(connection: sqlite3.Connection, *, read_only: bool) -> None:
    """Give a book of an earlier version the tables it lacks.

    A reader gets empty ones of its own: the book stays as it is until somebody writes it.
    """
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    lacking = [kind for kind in KINDS if kind.name not in tables]
    script = "".join(_kind_table(kind) for kind in lacking)
    script += "".join(spared for name, spared in _SPARED.items() if name not in tables)
    if read_only:
        connection.execute("PRAGMA query_only = OFF")
        for kind in lacking:
            table = _kind_table(kind).partition(";")[0]
            connection.execute(table.replace("CREATE TABLE", "CREATE TEMP TABLE"))
        connection.execute("PRAGMA query_only = ON")
        return
    script += "".join(_ONLY_ADDED.format(name=name) for name in _KEPT if name not in tables)
    # Up to version 5 decisions on pairs of texts lay there; now ``kept`` has them.
    script += "DELETE FROM meta WHERE name = 'family_verdicts';"
    # Without tables the version stays behind: then the next writer does both again.
    connection.executescript(f"BEGIN IMMEDIATE; {script} COMMIT;")
    sql = "UPDATE meta SET value = ? WHERE name = 'schema'"
    connection.execute(sql, (str(SCHEMA_VERSION),))


def _check(path: Path) -> None:
    """BookMissing, or NoAccess, with what is there instead of a ledger that can be read."""
    folder = path.parent
    try:
        if path.is_file():
            if not os.access(path, os.R_OK):
                raise no_access(path, "it may not be read")
            return
        is_folder, is_there = folder.is_dir(), folder.exists()
    except OSError as error:
        raise no_access(folder, error.strerror) from error
    hint = "make one with `run(paths, book)`"
    if is_folder:
        raise BookMissing(f"{folder}: this folder is not a book (it has no ledger.db)", hint=hint)
    if is_there:
        hint = "give the folder of the book"
        raise BookMissing(f"{folder}: this is a file; a book is a folder", hint=hint)
    raise BookMissing(f"{folder}: there is no such folder", hint=hint)


def no_access(place: Path, why: object) -> NoAccess:
    """The error for a book that is sound, as far as one can see, but closed to this user."""
    return NoAccess(
        f"{place}: the book cannot be opened: {why}",
        hint="see who owns the book's folder and what is in it, and what its permissions are",
    )


def damaged(path: Path, why: object) -> BookDamaged:
    """The error for a ledger that SQLite cannot read."""
    return BookDamaged(
        f"{path}: the ledger cannot be read: {why}",
        hint="the original pages are safe in archive/; restore ledger.db from a copy, "
        "or move it away and run the same input again",
    )


def _open(path: Path, *, read_only: bool) -> sqlite3.Connection:
    address = path.resolve().as_uri()
    if read_only and not os.access(path.parent, os.W_OK):
        # A book on a read-only disk: SQLite cannot make its side files there.
        clean = not path.with_name(path.name + "-wal").exists()
        mode = "?mode=ro&immutable=1" if clean else "?mode=ro"
        return sqlite3.connect(address + mode, uri=True, isolation_level=None)
    # Readers open for writing too, because a killed writer's log has to be played back.
    connection = sqlite3.connect(f"{address}?mode=rw", uri=True, isolation_level=None, timeout=30)
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -65536")
    return connection
