"""The book: a folder, opened for reading or, by one process at a time, for writing."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from harmledger.errors import UsageProblem
from harmledger.ledger.archive import Archive
from harmledger.ledger.lock import WriteLock
from harmledger.ledger.opening import connect
from harmledger.ledger.reader import Reader
from harmledger.ledger.schema import create as create_ledger
from harmledger.ledger.writer import Writer

__all__ = ["Book"]


class Book(Reader):
    """A folder with ``ledger.db``, ``archive/`` and ``site/``.

    ``Book(path)`` opens it for reading, beside a writer if there is one. ``create=True``
    makes the folder where it is missing and opens it for writing; ``read_only=False`` opens
    an existing one for writing. Errors: BookMissing, BookBusy (another writer), BookDamaged.
    Use it in a ``with`` block, or call ``close()``.
    """

    def __init__(
        self, path: str | Path, *, create: bool = False, read_only: bool | None = None
    ) -> None:
        self.path = Path(path)
        self.read_only = (not create) if read_only is None else read_only
        if create and self.read_only:
            raise UsageProblem(f"{self.path}: a book that is created cannot be read-only")
        self.archive = Archive(self.path / "archive")
        self.site_dir = self.path / "site"
        self.ledger = self.path / "ledger.db"
        self._lock = WriteLock(self.path / "lock")
        if create:
            self._make_folder()
        if not self.read_only and self.path.is_dir():
            self._lock.acquire()
        try:
            if create and not self.ledger.exists():
                create_ledger(self.ledger)
            self._db = connect(self.ledger, read_only=self.read_only)
            if not self.read_only:
                self._sweep()
        except BaseException:
            self._lock.release()
            raise

    def _make_folder(self) -> None:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            mine = {"ledger.db", "ledger.db-wal", "ledger.db-shm", "archive", "site", "lock"}
            others = {p.name for p in self.path.iterdir()} - mine
        except FileExistsError as error:
            raise UsageProblem(
                f"{self.path}: this is a file; a book is a folder",
                hint="give another name for the book's folder with `book`",
            ) from error
        except OSError as error:
            raise UsageProblem(
                f"{self.path}: the book's folder cannot be made or read: {error.strerror}",
                hint="give a folder you may write to with `book`",
            ) from error
        if not self.ledger.exists() and any(not n.startswith(".ledger.db-") for n in others):
            raise UsageProblem(
                f"{self.path}: this folder is no book and is not empty",
                hint="give a new or empty folder for the book",
            )

    def _sweep(self) -> None:
        """Remove what a killed writer left half made."""
        self.archive.sweep()
        for path in self.path.glob(".ledger.db-*"):
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the ledger and give the lock back."""
        self._db.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def writer(self) -> Writer:
        """The writing side; UsageProblem where the book was opened for reading."""
        if self.read_only:
            raise UsageProblem(
                f"{self.path}: the book is open for reading only",
                hint="open it with Book(path, read_only=False)",
            )
        return Writer(self._db, self.ledger)
