"""Incidents that reports tell of as parts of another: the single strikes of a series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from harmledger.incidents.gathering import Group
from harmledger.incidents.node import Node
from harmledger.incidents.phrases import claim_words, done_words
from harmledger.incidents.said import Said
from harmledger.kept import whole
from harmledger.records import Claim, Incident, PartOf

__all__ = ["linked", "with_parts"]


def with_parts(
    incidents: Sequence[Incident], groups: Sequence[Group], nodes: Sequence[Node], said: Said
) -> list[Incident]:
    """The incidents, each of one of the groups, with what they are parts of."""
    return linked(
        replace(one, part_of=tuple(_told(group, nodes, said)))
        if any(nodes[at].within for at in group.nodes)
        else one
        for one, group in zip(incidents, groups, strict=True)
    )


def _told(group: Group, nodes: Sequence[Node], said: Said) -> Iterator[PartOf]:
    for at in sorted(group.nodes):
        node = nodes[at]
        if not node.within:
            continue
        by_id = {claim.id: claim for text_id in node.text_ids for claim in said.of(text_id)}
        for one in node.within:
            if one in by_id:
                yield PartOf(incident="", claim=one, sentence=_sentence(whole(by_id[one])))


def _sentence(claim: Claim) -> str:
    done = done_words(claim.measure, [claim])
    return (
        f"{claim.document} gives one figure for this and others together: {claim_words(claim)} "
        f"{done}."
    )


def linked(incidents: Iterable[Incident]) -> list[Incident]:
    """The incidents with ``part_of`` leading to those that hold the claims now, and ``parts`` back.

    A link to an incident itself, to a claim that is in none, or in a circle is left out.
    """
    own = list(incidents)
    if not any(one.part_of or one.parts for one in own):
        return own
    home = {claim: one.id for one in own for claim in one.claims}
    links = {one.id: _links(one, home) for one in own if one.part_of}
    wholes = {one: {link.incident for link in found} for one, found in links.items()}
    kept = {
        one: tuple(link for link in found if one not in _above(link.incident, wholes))
        for one, found in links.items()
    }
    parts: dict[str, list[str]] = {}
    for one, found in sorted(kept.items()):
        for link in found:
            parts.setdefault(link.incident, []).append(one)
    return [
        replace(one, part_of=kept.get(one.id, ()), parts=tuple(parts.get(one.id, ())))
        for one in own
    ]


def _links(one: Incident, home: Mapping[str, str]) -> list[PartOf]:
    """One link for each incident, by the first claim that it holds."""
    found: dict[str, PartOf] = {}
    for link in one.part_of:
        there = home.get(link.claim)
        if there is not None and there != one.id:
            found.setdefault(there, replace(link, incident=there))
    return list(found.values())


def _above(one: str, wholes: Mapping[str, set[str]]) -> set[str]:
    """The incident and all that it is a part of, directly or not."""
    found: set[str] = set()
    left = [one]
    while left:
        here = left.pop()
        if here not in found:
            found.add(here)
            left += wholes.get(here, ())
    return found
