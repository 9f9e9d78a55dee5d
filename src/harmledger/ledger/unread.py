"""Records of which only the id and a hash are known: most of a book that grows stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

from harmledger.ledger.kinds import Record

__all__ = ["Records", "Unread"]

_T = TypeVar("_T", bound=Record)


@dataclass(frozen=True, slots=True, eq=False)
class Unread(Generic[_T]):
    """A record that was made before. ``digest``: of its row (``Kind.digest``); ``made``: gives the
    record of this id and hash, from the book or made again."""

    id: str
    digest: bytes
    made: Callable[[str, bytes], _T]

    def record(self) -> _T:
        """The record itself."""
        return self.made(self.id, self.digest)


class Records(Sequence[_T]):
    """Records in their order; one that is unread is read when somebody asks for it."""

    def __init__(self, items: Iterable[_T | Unread[_T]]) -> None:
        self.items: tuple[_T | Unread[_T], ...] = tuple(items)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[_T]:
        for item in self.items:
            yield item.record() if isinstance(item, Unread) else item

    @overload
    def __getitem__(self, at: int) -> _T: ...

    @overload
    def __getitem__(self, at: slice) -> Records[_T]: ...

    def __getitem__(self, at: int | slice) -> _T | Records[_T]:
        if isinstance(at, slice):
            return Records(self.items[at])
        item = self.items[at]
        return item.record() if isinstance(item, Unread) else item

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    # Equal to any sequence of equal records, so it cannot be hashed.
    __hash__ = None  # type: ignore[assignment]
