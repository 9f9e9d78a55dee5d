"""One writer at a time. The system drops the lock when its process dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from harmledger.errors import BookBusy
from harmledger.ledger.closed import no_access

__all__ = ["WriteLock"]

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriteLock:
    """Holds ``path`` locked from ``acquire`` to ``release``; BookBusy if another has it.

    The file itself stays: its presence means nothing, only the lock on it does.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock or raise BookBusy at once; it never waits."""
        try:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise no_access(
                self.path.parent, f"it may not be written ({error.strerror})"
            ) from error
        try:
            _take(handle)
        except OSError as error:
            os.close(handle)
            raise BookBusy(
                f"{self.path.parent}: another process is writing this book",
                hint="wait until it has finished, then give the same command again",
            ) from error
        self._handle = handle

    def release(self) -> None:
        """Give the lock back; nothing happens where it is not held."""
        if self._handle is not None:
            # Closing drops the lock on every system.
            os.close(self._handle)
            self._handle = None
