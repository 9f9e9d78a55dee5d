"""The members of a gzip file one by one, finding the next good one after damage."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from harmledger.errors import InputRefused
from harmledger.pages.limits import MAX_RATIO, bomb
from harmledger.pages.source import Stream

__all__ = ["Member", "members"]

_MAGIC = b"\x1f\x8b\x08"
_CHUNK = 1 << 16
#: Output that needs no ratio to justify it.
_FREE = 50_000_000


class _Raw:
    """The packed bytes, forwards, with what is left of the last chunk."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.rest = b""
        self.packed = 0
        self.unpacked = 0

    def fill(self) -> bool:
        """Makes sure that ``rest`` holds something; False at the end."""
        if not self.rest:
            self.rest = self.stream.read(_CHUNK)
            self.packed += len(self.rest)
        return bool(self.rest)

    def seek_magic(self) -> bool:
        """Moves to the next gzip mark; False where there is none."""
        while self.fill():
            at = self.rest.find(_MAGIC)
            if at >= 0:
                self.rest = self.rest[at:]
                return True
            tail = self.rest[-2:]
            more = self.stream.read(_CHUNK)
            self.packed += len(more)
            self.rest = tail + more if more else b""
        return False


class Member:
    """One member, unpacked as it is read. InputRefused where it is damaged or cut off."""

    def __init__(self, raw: _Raw) -> None:
        self._raw = raw
        self._unpack = zlib.decompressobj(31)
        self._out = b""
        self.over = False

    def read(self, size: int = -1, /) -> bytes:
        """Up to ``size`` bytes, fewer only at the member's end."""
        while not self.over and (size < 0 or len(self._out) < size):
            self._step()
        cut = len(self._out) if size < 0 else size
        result, self._out = self._out[:cut], self._out[cut:]
        return result

    def _step(self) -> None:
        raw = self._raw
        pending = self._unpack.unconsumed_tail
        if not pending and not raw.fill():
            self.over = True
            raise InputRefused("truncated", "ends early inside a record", hint="fetch it again")
        packed, raw.rest = (pending, raw.rest) if pending else (raw.rest, b"")
        try:
            piece = self._unpack.decompress(packed, _CHUNK)
        except zlib.error as error:
            self.over = True
            raw.rest = packed[1:] + raw.rest
            raise InputRefused("damaged", f"holds damaged gzip data ({error})") from None
        raw.unpacked += len(piece)
        if raw.unpacked > _FREE + MAX_RATIO * raw.packed:
            self.over = True
            raise bomb()
        self._out += piece
        if self._unpack.eof:
            self.over = True
            raw.rest = self._unpack.unused_data + raw.rest


def members(stream: Stream) -> Iterator[Member]:
    """The members in order. What the caller leaves unread of one is skipped.

    A fault met while skipping ends that member, as one met while reading does.
    """
    raw = _Raw(stream)
    while raw.seek_magic():
        member = Member(raw)
        yield member
        while not member.over:
            try:
                member.read(_CHUNK)
            except InputRefused as error:
                if error.code == "bomb":
                    raise
                break
