"""A forward reader with lines and push-back over any stream."""

from __future__ import annotations

from collections import Counter

from harmledger.pages.source import Stream

__all__ = ["LineReader", "faults_in_words"]

_FAULTS = 3  # told of by name

_CHUNK = 1 << 16


class LineReader:
    """Reads lines or bytes forwards; ``push`` puts bytes back in front."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._buffer = b""
        self._at = 0

    def push(self, content: bytes) -> None:
        """What is read next."""
        self._buffer = content + self._buffer[self._at :]
        self._at = 0

    def readline(self, limit: int) -> bytes:
        """A line with its newline; at most ``limit`` bytes of it."""
        pieces: list[bytes] = []
        size = 0
        while size < limit:
            if self._at >= len(self._buffer):
                self._buffer, self._at = self._stream.read(_CHUNK), 0
                if not self._buffer:
                    break
            stop = min(len(self._buffer), self._at + limit - size)
            newline = self._buffer.find(b"\n", self._at, stop)
            end = stop if newline < 0 else newline + 1
            pieces.append(self._buffer[self._at : end])
            size += end - self._at
            self._at = end
            if newline >= 0:
                break
        return b"".join(pieces)

    def read(self, size: int = -1, /) -> bytes:
        """Exactly ``size`` bytes (all where negative), fewer only at the end."""
        have = self._buffer[self._at :] if size < 0 else self._buffer[self._at : self._at + size]
        self._at += len(have)
        pieces, total = [have], len(have)
        while size < 0 or total < size:
            piece = self._stream.read(_CHUNK if size < 0 else min(_CHUNK, size - total))
            if not piece:
                break
            pieces.append(piece)
            total += len(piece)
        return b"".join(pieces)


def faults_in_words(faults: Counter[str]) -> str:
    """What is wrong with lines: "each is not JSON"; "1 is not JSON; 2 have no text"."""
    if len(faults) == 1:
        return f"each {next(iter(faults))}"
    told = [f"{number} {fault}" for fault, number in faults.most_common(_FAULTS)]
    rest = faults.total() - sum(number for _, number in faults.most_common(_FAULTS))
    return "; ".join([*told, *([f"{rest} more"] if rest else [])])
