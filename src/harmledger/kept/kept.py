"""Results of stages under a hash of all that they were worked out from.

A stage that is given a :class:`Kept` asks it first. What was made by other code, or is damaged,
does not bear the right seal and counts as not there: the worst that can happen is work done twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import msgspec

__all__ = ["Kept", "Shelf", "digest", "in_memory"]

_T = TypeVar("_T")

#: What is kept under a key of a shelf, with its seal.
New = dict[tuple[str, bytes], bytes]

#: Bytes of new things that are held before they are stored.
_MOST_WAITING = 32 << 20

#: Stands for what was asked for, or stored, and must be looked up to be had again.
_TAKEN = b""

#: Bytes of a key, and of the seal in front of what is kept.
_SIZE = 16


def _plain(value: object) -> object:
    """A mapping that may only be read as a dictionary."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot be kept")


_encode = msgspec.msgpack.Encoder(enc_hook=_plain, order="deterministic").encode


def digest(*parts: object) -> bytes:
    """A hash of records, texts, numbers and tuples of these: equal parts give equal hashes."""
    return hashlib.blake2b(_encode(parts), digest_size=_SIZE).digest()


def in_memory(held: Mapping[tuple[str, bytes], bytes]) -> Callable[[str, bytes], bytes | None]:
    """Looks things up in a mapping by shelf and key."""
    return lambda shelf, key: held.get((shelf, key))


class Kept:
    """What a book keeps, by the name of a shelf and a key.

    ``find`` looks up what is held; ``code``: a hash of the code that makes these things.
    ``new`` holds what was made in this run, ``asked`` all that this run needed: the rest can go.
    ``store`` takes what is new from time to time, so that a first run needs no memory for it; it
    must then be found by ``find``. ``every``: all that a shelf holds, by key, which is quicker than
    to look up one thing after another. ``row``: the stored bytes of a record that the book has, by
    kind and id.
    """

    def __init__(
        self,
        find: Callable[[str, bytes], bytes | None] | None = None,
        code: str = "",
        store: Callable[[New], None] | None = None,
        every: Callable[[str], dict[bytes, bytes]] | None = None,
        row: Callable[[str, str], bytes | None] | None = None,
    ) -> None:
        self._find = find or in_memory({})
        self._store = store
        self._every = every
        self._row = row
        self._shelves: dict[str, dict[bytes, bytes]] = {}
        self._waiting = 0
        key = hashlib.blake2b(code.encode(), digest_size=_SIZE).digest()
        self._sealer = hashlib.blake2b(digest_size=_SIZE, key=key)
        self.new: New = {}
        self.asked: dict[str, set[bytes]] = {}
        self._digests: dict[str, tuple[object, bytes]] = {}

    def get(self, shelf: str, key: bytes) -> bytes | None:
        """What is kept under the key; None where nothing is, or nothing that can be believed."""
        self.asked.setdefault(shelf, set()).add(key)
        sealed = self.new.get((shelf, key)) or self._held(shelf, key)
        if sealed is None or sealed[:_SIZE] != self._seal(shelf, key, sealed[_SIZE:]):
            return None
        return sealed[_SIZE:]

    def put(self, shelf: str, key: bytes, value: bytes) -> None:
        """Keep something under the key."""
        self.asked.setdefault(shelf, set()).add(key)
        self.new[shelf, key] = self._seal(shelf, key, value) + value
        self._waiting += len(value)
        if self._store is not None and self._waiting > _MOST_WAITING:
            self._store(self.new)
            for stored, its in self.new:
                if stored in self._shelves:
                    self._shelves[stored][its] = _TAKEN
            self.new, self._waiting = {}, 0

    def _held(self, shelf: str, key: bytes) -> bytes | None:
        if self._every is None:
            return self._find(shelf, key)
        held = self._shelves.get(shelf)
        if held is None:
            held = self._shelves[shelf] = self._every(shelf)
        sealed = held.get(key)
        if sealed is None:
            return None
        if sealed is _TAKEN:
            return self._find(shelf, key)
        # Most things are asked for once, and all of them together take much memory.
        held[key] = _TAKEN
        return sealed

    def row(self, kind: str, record_id: str) -> bytes | None:
        """What the book holds of a record; None where it holds none."""
        return self._row(kind, record_id) if self._row else None

    def of_record(self, record: Any) -> bytes:
        """The hash of a record that has an id, worked out once."""
        hashed = getattr(record, "digest", None)
        if isinstance(hashed, bytes):
            # It stands for the record (see ``brief``).
            return hashed
        known = self._digests.get(record.id)
        if known is None or known[0] is not record:
            known = self._digests[record.id] = record, digest(record)
        return known[1]

    def _seal(self, shelf: str, key: bytes, value: bytes) -> bytes:
        found = self._sealer.copy()
        found.update(value)
        found.update(key)
        found.update(shelf.encode())
        return found.digest()


class Shelf(Generic[_T]):
    """Things of one type in a :class:`Kept`; without one, everything is made."""

    def __init__(self, kept: Kept | None, name: str, kind: type[_T]) -> None:
        self._kept = kept
        self._name = name
        self._decode = msgspec.msgpack.Decoder(kind).decode

    def of(self, key: bytes, make: Callable[[], _T]) -> _T:
        """What is kept under the key, else what ``make`` gives."""
        held = self.held(key)
        if held is not None:
            return held
        made = make()
        self.put(key, made)
        return made

    def held(self, key: bytes) -> _T | None:
        """What is kept under the key; None where nothing is."""
        held = self._kept.get(self._name, key) if self._kept else None
        if held is None:
            return None
        try:
            return self._decode(held)
        except msgspec.DecodeError:
            # Sealed but of another shape: as good as not there.
            return None

    def put(self, key: bytes, value: _T) -> None:
        """Keep something in place of what was kept under the key."""
        if self._kept is not None:
            self._kept.put(self._name, key, _encode(value))
