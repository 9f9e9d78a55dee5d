"""Wordings into groups: edited copies join freely, parts join one host and lead no further."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from harmledger.families.candidates import copy_candidates
from harmledger.families.copying import copied
from harmledger.families.unions import Unions
from harmledger.families.wordings import Wording
from harmledger.vocabulary import load

__all__ = ["Thresholds", "group", "thresholds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The values of ``linking/families.toml``, explained there."""

    copy: float
    part: float
    part_words: int
    jaccard: float
    near_words: int
    boilerplate_families: int
    same_length: float


@cache
def thresholds() -> Thresholds:
    """The thresholds as declared."""
    terms = {term.id: term.data["value"] for term in load("linking", "families").terms}
    return Thresholds(**terms)


def group(wordings: Sequence[Wording]) -> list[list[Wording]]:
    """Groups of wordings, each in the order given (longest first)."""
    limits = thresholds()
    near = [wording for wording in wordings if wording.length >= limits.near_words]
    short = [[wording] for wording in wordings if wording.length < limits.near_words]
    groups = Unions(len(near))
    hosts: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for sure, (host, number) in copy_candidates(near):
        if sure:
            groups.join(host, number)
            continue
        if groups.root(host) == groups.root(number):
            continue
        likeness = copied(near[host], near[number])
        if likeness.of_longer >= limits.copy:
            groups.join(host, number)
        elif likeness.of_shorter >= limits.part and likeness.words >= limits.part_words:
            hosts[number].append((-likeness.of_shorter, host))
    _attach_parts(groups, hosts, limits)
    members: dict[int, list[Wording]] = defaultdict(list)
    for number, wording in enumerate(near):
        members[groups.root(number)].append(wording)
    return [*members.values(), *short]


def _attach_parts(
    groups: Unions, hosts: dict[int, list[tuple[float, int]]], limits: Thresholds
) -> None:
    """Let each part join the host that holds most of it, the longest one where equal.

    A part that stands in several unrelated stories must not make one family of them, and one
    that stands in many is boilerplate.
    """
    # Hosts are judged as they stood before any part was attached, or one part would open
    # the way for the next.
    stood = {part: {groups.root(host) for _, host in held} for part, held in hosts.items()}
    wanted: dict[int, tuple[float, int, int]] = {}
    for part, held in hosts.items():
        own = groups.root(part)
        elsewhere = stood[part] - {own}
        if not elsewhere or len(elsewhere) > limits.boilerplate_families:
            continue
        best = min((score, host) for score, host in held if groups.root(host) != own)
        if own not in wanted or (*best, part) < wanted[own]:
            wanted[own] = (*best, part)
    for own, (_, host, _) in sorted(wanted.items()):
        groups.join(own, host)
