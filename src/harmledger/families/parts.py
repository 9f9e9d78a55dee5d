"""Parts and borrowed passages: they join one host and lead no further."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.families.copying import SHORT_RUN
from harmledger.families.limits import thresholds
from harmledger.families.unions import Unions
from harmledger.families.wording import run_hashes
from harmledger.families.wordings import Wording, overlap

__all__ = ["Held", "attach_parts"]


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """``part`` stands in ``host`` with ``share`` of its runs (0 to 1), ``runs`` in number.

    ``whole``: most of it does; otherwise only passages stand in both.
    """

    share: float
    host: int
    part: int
    whole: bool
    runs: int


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
    borrowed += _one_side(by_host, stood, wordings)
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


def _one_side(
    by_host: dict[int, list[Held]], stood: dict[int, int], wordings: Sequence[Wording]
) -> list[tuple[int, int]]:
    """Leave to a text that has passages of one report and holds another the larger of both."""
    left: list[Held] = []
    for root in sorted(by_host):
        for held in [one for one in by_host[root] if not one.whole]:
            own = stood[held.part]
            host = wordings[held.host]
            other = [
                part
                for part in by_host.get(own, [])
                if overlap(host, wordings[part.part])[1] < thresholds().apart
            ]
            if not other:
                continue
            if held.runs > max(part.runs for part in other):
                left += other
                by_host[own] = [part for part in by_host[own] if part not in other]
            else:
                left.append(held)
                by_host[root] = [one for one in by_host[root] if one is not held]
    for root in [root for root, parts in by_host.items() if not parts]:
        del by_host[root]
    return [(held.host, held.part) for held in left]


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
        host = wordings[held.host]
        near = overlap(longest, part)[1] >= thresholds().apart or _same_place(host, longest, part)
        if near or _first(host, longest, part):
            joined.append(held)
        else:
            left.append(held)
    return joined, left


def _same_place(host: Wording, one: Wording, two: Wording) -> bool:
    """Whether two parts tell the same passages of their host, each in words of its own."""
    import numpy as np

    runs = run_hashes(host.words, SHORT_RUN)
    told = []
    for part in (one, two):
        met = np.isin(runs, run_hashes(part.words, SHORT_RUN))
        words = np.zeros(len(host.words), bool)
        for offset in range(min(SHORT_RUN, len(words))):
            words[offset : offset + len(met)] |= met
        told.append(words)
    fewer = min(int(words.sum()) for words in told)
    return int((told[0] & told[1]).sum()) >= thresholds().apart * max(1, fewer)


def _first(host: Wording, *parts: Wording) -> bool:
    """Whether the host is dated before both parts: then they are taken from it."""
    days = [
        min((bearer.published_at or "" for bearer in wording.bearers), default="")[:10]
        for wording in (host, *parts)
    ]
    return bool(days[0]) and all(days[0] < day for day in days[1:])
