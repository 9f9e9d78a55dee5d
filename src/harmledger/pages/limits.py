"""Bounded reading: nothing a report contains decides how much memory or time is used."""

from __future__ import annotations

import gzip
import zlib

from harmledger.errors import InputRefused
from harmledger.pages.source import Stream

__all__ = ["MAX_RATIO", "Counted", "Gunzip", "megabytes", "read_bounded"]

#: Text compresses 3 to 30 times; deflate's own limit, which bombs reach, is about 1,030.
MAX_RATIO = 300
_FREE = 50_000_000


def megabytes(size: int) -> str:
    """A size in words: ``314.6 MB``."""
    return f"{size / 1_000_000:.1f} MB"


def too_large(limit: int) -> InputRefused:
    return InputRefused(
        "too-large",
        f"larger than {megabytes(limit)}, the limit for one report",
        hint="split it, or hand in the reports one file each",
    )


def bomb() -> InputRefused:
    return InputRefused(
        "bomb",
        f"unpacks to more than {MAX_RATIO} times its size; not read further",
        hint="unpack it yourself if you trust it, and hand in the files",
    )


def read_bounded(stream: Stream, limit: int) -> bytes:
    """All of ``stream``; InputRefused where that is more than ``limit`` bytes."""
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise too_large(limit)
    return content


class Counted:
    """A stream that stops when more comes out than ``packed`` bytes can honestly hold."""

    def __init__(self, stream: Stream, packed: int) -> None:
        self._stream = stream
        self._left = _FREE + MAX_RATIO * packed

    def read(self, size: int = -1, /) -> bytes:
        """As a file's; InputRefused past the bound."""
        content = self._stream.read(size if 0 <= size <= self._left else self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise bomb()
        return content


class Gunzip:
    """A gzip stream, all members, that names what is wrong with it.

    InputRefused ``truncated`` at an early end and ``damaged`` at bad data; bytes that were
    unpacked before that have been handed out.
    """

    def __init__(self, stream: Stream, packed: int) -> None:
        # GzipFile takes any object with read(); its stub asks for more than it uses.
        self._file = Counted(gzip.GzipFile(fileobj=stream, mode="rb"), packed)  # type: ignore[call-overload]
        self._fault: InputRefused | None = None

    def read(self, size: int = -1, /) -> bytes:
        """As a file's, but a fault is raised only after everything before it was read."""
        if self._fault is not None:
            raise self._fault
        pieces: list[bytes] = []
        left = size
        while left != 0:
            try:
                # read1-sized steps: what precedes the fault must not be lost with it
                piece = self._file.read(min(left, 65536) if left > 0 else 65536)
            except EOFError:
                self._fault = InputRefused(
                    "truncated", "the gzip data ends early", hint="fetch the file again"
                )
            except (zlib.error, gzip.BadGzipFile, OSError) as error:
                self._fault = InputRefused(
                    "damaged", f"the gzip data is damaged ({error})", hint="fetch the file again"
                )
            if self._fault is not None:
                if pieces:
                    break
                raise self._fault
            if not piece:
                break
            pieces.append(piece)
            left -= len(piece) if left > 0 else 0
        return b"".join(pieces)
