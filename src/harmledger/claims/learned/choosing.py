"""Which of the phrases that the judge takes for claims can stand together in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from harmledger.claims.learned.slots import Slot

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["accepted"]

#: A sentence with more than these, none of them joined to another, is a list or a table.
_MOST = 3


def accepted(scored: Sequence[tuple[float, Slot, int]]) -> Iterator[tuple[float, Slot, int]]:
    """Of the candidates of a sentence those that can stand together, the likeliest first."""
    chosen: list[Slot] = []
    for score, slot, n in sorted(scored, key=lambda one: (-one[0], one[2])):
        joined = any(_one_list(other, slot) for other in chosen)
        if (joined or len(chosen) < _MOST) and not any(_exclude(o, slot) for o in chosen):
            chosen.append(slot)
            yield score, slot, n


def _one_list(one: Slot, other: Slot) -> bool:
    """Whether two phrases are joined in one list: "a cook, a groom and a page"."""
    return _first(other.counted.head) in _first(one.counted.head).conjuncts


def _first(head: Token) -> Token:
    """ "Luis Prat, a clerk, and Ana Ruiz": of the clerk the name that is joined to the other."""
    while head.dep_ == "appos":
        head = head.head
    return head


def _exclude(one: Slot, other: Slot) -> bool:
    """Whether at most one of two phrases of a sentence can be a claim."""
    mine, its = one.counted, other.counted
    if mine.start < its.end and its.start < mine.end:
        return True
    same = one.trigger.i == other.trigger.i and mine.low == its.low
    return same and not _one_list(one, other)
