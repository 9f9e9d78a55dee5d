"""Wordings into groups: copies join freely, rewrites by their score, parts one host each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.families.candidates import copy_candidates, rewrite_candidates
from harmledger.families.composites import parts_of_composites, set_composites_apart
from harmledger.families.copying import Copying, copied_in, copying_of
from harmledger.families.joining import join_rewrites
from harmledger.families.limits import thresholds
from harmledger.families.pairs import LookedAt
from harmledger.families.parts import Held, attach_parts
from harmledger.families.taken import join_taken, least_odds
from harmledger.families.unions import Unions
from harmledger.families.verdicts import Verdict, Verdicts, verdict_of
from harmledger.families.wordings import Wording
from harmledger.kept import Kept

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["Group", "group"]


@dataclass(frozen=True, slots=True)
class Group:
    """Wordings of one family, longest first.

    ``borrowed``: pairs of a wording in this group and one of another group that share passages.
    """

    wordings: list[Wording]
    borrowed: list[tuple[Wording, Wording]]


def group(wordings: Sequence[Wording], kept: Kept | None = None) -> list[Group]:
    """Groups of wordings, each in the order given (longest first).

    ``kept``: what was found of pairs before.
    """
    limits = thresholds()
    near = [wording for wording in wordings if wording.length >= limits.near_words]
    short = [Group([one], []) for one in wordings if one.length < limits.near_words]
    groups, verdicts = Unions(len(near)), Verdicts(near, kept)
    found: list[Held] = []
    open_pairs: set[tuple[int, int]] = set()
    pairs: list[tuple[int, int]] = []
    for sure, pair in copy_candidates(near):
        if sure:
            groups.join(*pair)
        elif groups.apart(*pair):
            pairs.append(pair)
    for (host, number), likeness in zip(pairs, _measured(near, pairs, kept), strict=True):
        if not groups.apart(host, number):
            continue
        if likeness.of_longer >= limits.copy:
            groups.join(host, number)
        elif likeness.of_shorter >= limits.part and likeness.words >= limits.part_words:
            found.append(Held(likeness.of_shorter, host, number, whole=True, runs=likeness.words))
        else:
            open_pairs.add((host, number))
    held = {(one.host, one.part) for one in found}
    open_pairs |= set(rewrite_candidates(near, groups.roots(), kept))
    links: list[tuple[float, int, int]] = []
    weighed: dict[tuple[int, int], float] = {}
    least = least_odds()
    for one, two, decision in _decided(sorted(open_pairs - held), groups, near, verdicts):
        if decision.odds >= least:
            weighed[one, two] = decision.odds
        if decision.relation == "partial":
            found.append(Held(decision.score, one, two, whole=False, runs=decision.reused))
        elif decision.relation is not None:
            links.append((decision.odds, one, two))
    wholes, passages = set_composites_apart(links, found, verdicts)
    join_rewrites(groups, wholes, len(near), verdicts)
    verdicts.keep()
    settled = {number for one in [*found, *passages] for number in (one.host, one.part)}
    join_taken(groups, weighed, near, settled)
    parts, borrowed = parts_of_composites(groups, [*found, *passages], near)
    borrowed += attach_parts(groups, parts, near)
    return [*_groups(groups, borrowed, near), *short]


def _measured(
    near: Sequence[Wording], pairs: Sequence[tuple[int, int]], kept: Kept | None
) -> Iterator[Copying]:
    """How much was copied, of each pair."""
    import numpy as np

    def look(places: Numbers) -> Numbers:
        own = [pairs[at] for at in places.tolist()]
        found = copied_in([(near[host], near[number]) for host, number in own])
        return np.array([copying.words for copying in found], np.int64)

    one, two = np.array(pairs, np.int64).reshape(-1, 2).T
    words = LookedAt(near, kept, "copied").of(one, two, look)
    for (host, number), count in zip(pairs, words.tolist(), strict=True):
        yield copying_of(count, near[host], near[number])


def _decided(
    pairs: Sequence[tuple[int, int]], groups: Unions, near: Sequence[Wording], verdicts: Verdicts
) -> Iterator[tuple[int, int, Verdict]]:
    """The pairs that are alike at all, of those that are not in one group yet and of which the
    second, the shorter of the two, is not too short."""
    import numpy as np

    one, two = np.array(pairs, np.int64).reshape(-1, 2).T
    roots = np.array(groups.roots(), np.int64)
    lengths = np.array([wording.length for wording in near], np.int64)
    open_ = (roots[one] != roots[two]) & (lengths[two] >= thresholds().containment_words)
    one, two = one[open_], two[open_]
    rows = verdicts.of_all(one, two)
    alike = (rows["relation"] > 0) | (rows["odds"] >= least_odds())
    for first, second, row in zip(
        one[alike].tolist(), two[alike].tolist(), rows[alike].tolist(), strict=True
    ):
        yield first, second, verdict_of(row)


def _groups(
    groups: Unions, borrowed: Sequence[tuple[int, int]], near: Sequence[Wording]
) -> Iterator[Group]:
    members: dict[int, list[Wording]] = defaultdict(list)
    for number, wording in enumerate(near):
        members[groups.root(number)].append(wording)
    passages: dict[int, list[tuple[Wording, Wording]]] = defaultdict(list)
    for one, two in sorted(set(borrowed)):
        passages[groups.root(one)].append((near[one], near[two]))
        passages[groups.root(two)].append((near[two], near[one]))
    for root, inside in members.items():
        yield Group(inside, passages[root])
