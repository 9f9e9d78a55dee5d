"""Parts and borrowed passages: they join one host and lead no further."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.families.limits import thresholds
from harmledger.families.unions import Unions
from harmledger.families.wordings import Wording, overlap

__all__ = ["Held", "attach_parts"]


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """``part`` stands in ``host`` with ``share`` of its runs (0 to 1).

    ``whole``: most of it does; otherwise only passages stand in both.
    """

    share: float
    host: int
    part: int
    whole: bool


def attach_parts(
    groups: Unions, found: Sequence[Held], wordings: Sequence[Wording]
) -> list[tuple[int, int]]:
    """Let each part join the host that holds most of it, the longest one where equal.

    A part that stands in several unrelated stories must not make one family of them, and one
    that stands in many is boilerplate. Nor may a host that took passages from two reports: it
    joins the one it took most from. Returned are the pairs (host, part) left in two families.
    """
    # Hosts are judged as they stood before any part was attached, or one part would open
    # the way for the next.
    stood = {number: groups.root(number) for held in found for number in (held.host, held.part)}
    hosts: dict[int, set[int]] = defaultdict(set)
    for held in found:
        if stood[held.host] != stood[held.part]:
            hosts[stood[held.part]].add(stood[held.host])
    wanted: dict[int, Held] = {}
    borrowed: list[tuple[int, int]] = []
    for held in sorted(found, key=lambda one: (not one.whole, -one.share, one.host, one.part)):
        own, root = stood[held.part], stood[held.host]
        if own == root or len(hosts[own]) > thresholds().boilerplate_families:
            continue
        if own not in wanted:
            wanted[own] = held
        else:
            borrowed.append((held.host, held.part))
    by_host: dict[int, list[Held]] = defaultdict(list)
    for held in wanted.values():
        by_host[stood[held.host]].append(held)
    loose: set[int] = set()
    for root, parts in sorted(by_host.items(), key=lambda item: _rank(item[1])):
        joined, left = _of_one_report(parts, wordings)
        borrowed += [(held.host, held.part) for held in left]
        for held in joined:
            own = stood[held.part]
            # Passages in common lead no further: who joined by them takes nobody along.
            if not held.whole and {root, own} & loose:
                borrowed.append((held.host, held.part))
                continue
            if not held.whole:
                loose |= {own} if len(joined) > 1 else {own, root}
            groups.join(own, root)
    return [(host, part) for host, part in borrowed if groups.root(host) != groups.root(part)]


def _rank(parts: list[Held]) -> tuple[bool, float, int, int]:
    best = min(parts, key=lambda held: (not held.whole, -held.share, held.part))
    return (not best.whole, -best.share, best.host, best.part)


def _of_one_report(parts: list[Held], wordings: Sequence[Wording]) -> tuple[list[Held], list[Held]]:
    """The parts that may join their host together, and those of another report."""
    # Positions are in the order of length: the smallest is the longest part.
    parts = sorted(parts, key=lambda held: (not held.whole, held.part))
    longest = wordings[parts[0].part]
    joined, left = [parts[0]], []
    for held in parts[1:]:
        part = wordings[held.part]
        near = overlap(longest, part)[1] >= thresholds().apart
        if near or _first(wordings[held.host], longest, part):
            joined.append(held)
        else:
            left.append(held)
    return joined, left


def _first(host: Wording, *parts: Wording) -> bool:
    """Whether the host is dated before both parts: then they are taken from it."""
    days = [
        min((bearer.published_at or "" for bearer in wording.bearers), default="")[:10]
        for wording in (host, *parts)
    ]
    return bool(days[0]) and all(days[0] < day for day in days[1:])
