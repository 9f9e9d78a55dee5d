"""Captives: the day on which people were seized and that on which it ended are of one event."""

from __future__ import annotations

from array import array
from functools import cache

from harmledger.incidents.node import Node
from harmledger.incidents.words import code_of, stem

__all__ = ["SIEGE_DAYS", "captives", "one_captivity"]

#: Days between two dates of one captivity: the day of the seizure and that of its end.
SIEGE_DAYS = 5


def one_captivity(one: Node, two: Node) -> bool:
    """Whether both tell of people held captive, on days up to five apart: a siege lasts."""
    if not (captives(one) and captives(two)):
        return False
    first, second = one.span, two.span
    if first is None or second is None or first.coarse or second.coarse:
        return False
    gap = max(first.low - second.high, second.low - first.high)
    return first.yearless == second.yearless and 1 < gap <= SIEGE_DAYS


def captives(node: Node) -> bool:
    """Whether it tells of people who were held."""
    if node.outline is not None:
        return node.outline.captives
    held = any(figure[0] == "abducted" for figure in node.figures)
    return held or not _hostages().isdisjoint(array("Q", node.bag.words))


@cache
def _hostages() -> frozenset[int]:
    """ "Hostages", "hostage-takers"."""
    return frozenset((code_of(stem("hostages")),))
