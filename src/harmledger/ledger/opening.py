"""Opening ``ledger.db``: whether it is one, and of a version that this program reads."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from harmledger.errors import BookDamaged, BookMissing
from harmledger.ledger.closed import damaged, no_access
from harmledger.ledger.schema import SCHEMA_VERSION, add_missing

__all__ = ["connect"]


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
            add_missing(connection, read_only=read_only)
        except sqlite3.Error as error:
            connection.close()
            raise damaged(path, error) from error
    return connection


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
