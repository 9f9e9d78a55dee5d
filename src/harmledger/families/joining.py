"""Groups joined by rewrites: the two as wholes must be alike, not one pair of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.families.limits import thresholds
from harmledger.families.scoring import weights
from harmledger.families.unions import Unions
from harmledger.families.verdicts import Verdicts

__all__ = ["join_rewrites"]


def join_rewrites(
    groups: Unions,
    links: Sequence[tuple[float, int, int]],
    size: int,
    verdicts: Verdicts,
) -> None:
    """Join the groups of each link (log-odds, one, two) among ``size`` wordings, the surest first.

    Of both groups the longest wordings (``core`` in ``linking/families.toml``) are compared with
    each other and the mean must reach the threshold: average linkage, so that no chain of weak
    links makes one family of many.
    """
    core = thresholds().core
    bar = weights().threshold
    inside: dict[int, list[int]] = {}
    for number in range(size):
        inside.setdefault(groups.root(number), []).append(number)
    known = {(one, two): odds for odds, one, two in links}
    for _, one, two in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
        first, second = groups.root(one), groups.root(two)
        if first == second:
            continue
        # Positions are in the order of length, so the first ones are the longest.
        total, count = 0.0, 0
        for own in inside[first][:core]:
            for other in inside[second][:core]:
                pair = (min(own, other), max(own, other))
                if pair not in known:
                    known[pair] = verdicts.of(*pair).odds
                total += known[pair]
                count += 1
        if total / count >= bar:
            groups.join(first, second)
            merged = sorted(inside.pop(first) + inside.pop(second))
            inside[groups.root(first)] = merged
