"""The tables of ``ledger.db``: made, and added to a book of an earlier version."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from harmledger.ledger.closed import no_access
from harmledger.ledger.kinds import DERIVED, KINDS, Kind

__all__ = ["SCHEMA_VERSION", "add_missing", "create"]


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


def add_missing(connection: sqlite3.Connection, *, read_only: bool) -> None:
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
