"""The archive: original bytes, kept under their own SHA-256, never changed."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from harmledger.errors import BookDamaged, HarmledgerError

__all__ = ["Archive"]

_PAGE_ID = re.compile(r"[0-9a-f]{64}")
_TEMPORARY = ".part-"


class Archive:
    """``folder/ab/cdef...``: one plain file for each page, named by its hash.

    A file appears under its name only when it is whole: it is written beside it, forced to
    disk and renamed. ``settle()`` forces the renames of a batch to disk; the ledger calls it
    before it commits rows that point to those files.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._touched: set[Path] = set()

    def path(self, page_id: str) -> Path:
        """Where the bytes of a page stand. ValueError for what is no SHA-256."""
        if not _PAGE_ID.fullmatch(page_id):
            raise ValueError(f"{page_id!r} is not a SHA-256 in hexadecimal")
        return self.folder / page_id[:2] / page_id[2:]

    def holds(self, page_id: str, content: bytes) -> bool:
        """Whether just these bytes stand under the page's name."""
        path = self.path(page_id)
        try:
            return path.stat().st_size == len(content) and path.read_bytes() == content
        except OSError:
            return False

    def add(self, page_id: str, content: bytes) -> bool:
        """Keep the bytes; False where they were there already. Puts an altered file right."""
        if self.holds(page_id, content):
            return False
        target = self.path(page_id)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(target, content)
        except OSError as error:
            raise HarmledgerError(
                f"{self.folder}: the archive cannot be written: {error.strerror}",
                hint="see that the disk has space and the folder may be written to, "
                "then give the same command again",
            ) from error
        self._touched.update({target.parent, self.folder})
        return True

    def settle(self) -> None:
        """Force the names given since the last call to disk (where the system can)."""
        for folder in sorted(self._touched):
            _sync_folder(folder)
        self._touched.clear()

    def content(self, page_id: str) -> bytes:
        """The bytes of a page; BookDamaged where they are gone."""
        try:
            return self.path(page_id).read_bytes()
        except OSError as error:
            raise BookDamaged(
                f"archive: the file of page {page_id[:12]} cannot be read: {error.strerror}",
                hint="`verify(book)` says what else is missing; "
                "running the same input again puts it back",
            ) from error

    def files(self) -> Iterator[Path]:
        """Every file in the archive, in order of its name."""
        if self.folder.is_dir():
            yield from sorted(p for p in self.folder.rglob("*") if p.is_file() or p.is_symlink())

    def page_id(self, path: Path) -> str | None:
        """The page whose bytes a file of the archive should hold; None for a stray file."""
        parts = path.relative_to(self.folder).parts
        name = "".join(parts)
        return name if len(parts) == 2 and _PAGE_ID.fullmatch(name) else None

    def sweep(self) -> int:
        """Remove half-written files that a killed process left; how many there were."""
        left = [path for path in self.folder.glob(f"*/{_TEMPORARY}*") if path.is_file()]
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)


def _write(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes private files; a book is shared like any other folder.
        temporary.chmod(0o644)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder; there a rename is as durable as the system makes it.
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
