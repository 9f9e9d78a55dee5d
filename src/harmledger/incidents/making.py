"""Incidents of the parts of a book, with those that were made before."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from harmledger.incidents.build import build
from harmledger.incidents.compared import Comparer, Scored
from harmledger.incidents.describe import Node
from harmledger.incidents.grouping import Group, group
from harmledger.incidents.headlines import headlines_alone, with_headlines
from harmledger.incidents.links import Link
from harmledger.incidents.parts import Part
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.reasons import proposals_of
from harmledger.kept import IncidentBrief, Kept, Shelf, digest, packed
from harmledger.records import Incident, Text, content_id

__all__ = ["Maker"]


@dataclass(frozen=True, slots=True)
class _Held:
    """Of an incident what stands for it: see ``kept.IncidentBrief``."""

    id: str
    digest: bytes
    told: bytes
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Grouped:
    """The events of a part in groups, each of one incident. ``ids``: by event of its incident."""

    nodes: Sequence[Node]
    groups: Sequence[Group]
    ids: Mapping[int, str]


class Maker:
    """Makes the incidents of parts; without ``kept`` each anew."""

    def __init__(
        self,
        nodes: Sequence[Node],
        texts: Mapping[str, Text],
        rarity: Rarity,
        comparer: Comparer,
        kept: Kept | None,
    ) -> None:
        self._nodes = nodes
        self._texts = texts
        self._rarity = rarity
        self._comparer = comparer
        self._kept = kept
        # Of a part the keys of its incidents, and of each of these what stands for it.
        self._parts = Shelf(kept, "parts", tuple[bytes, ...])
        self._incidents = Shelf(kept, "incidents", _Held)

    def incidents(self, part: Part) -> list[Incident | IncidentBrief]:
        """The incidents of a part; for those that were made before, what stands for them."""
        if self._kept is None:
            grouped = self._grouped(part)
            return [self._made(grouped, found) for found in grouped.groups]
        key = self._key(part)
        keys = self._parts.held(key)
        held = [self._incidents.held(one) for one in keys or ()]
        if keys is not None and None not in held:
            return [self._brief(part, one) for one in held if one is not None]
        grouped = self._grouped(part)
        keys = tuple(self._key_of(grouped, found) for found in grouped.groups)
        self._parts.put(key, keys)
        made: list[Incident | IncidentBrief] = []
        for own, found in zip(keys, grouped.groups, strict=True):
            known = self._incidents.held(own)
            if known is not None:
                made.append(self._brief(part, known))
                continue
            incident = packed(self._made(grouped, found))
            self._incidents.put(
                own, _Held(incident.id, incident.digest, incident.told, incident.claims)
            )
            made.append(incident)
        return made

    def _brief(self, part: Part, held: _Held) -> IncidentBrief:
        read = partial(self._again, part)
        return IncidentBrief(
            id=held.id, digest=held.digest, told=held.told, claims=held.claims, read=read
        )

    def _again(self, part: Part, brief: IncidentBrief) -> Incident:
        grouped = self._grouped(part)
        found = next(one for one in grouped.groups if grouped.ids[one.nodes[0]] == brief.id)
        return self._made(grouped, found)

    def _key(self, part: Part) -> bytes:
        """A hash of all that the incidents of a part are made from."""
        found = hashlib.blake2b(digest_size=16)
        for number in part.events.tolist():
            found.update(self._nodes[number].seal)
        found.update(part.ones.astype("<i8").tobytes() + part.twos.astype("<i8").tobytes())
        return found.digest()

    @staticmethod
    def _key_of(grouped: _Grouped, group: Group) -> bytes:
        """A hash of all that one incident is made from."""
        nodes = grouped.nodes

        def sealed(links: Iterable[Scored]) -> list[object]:
            return [(nodes[one].seal, nodes[two].seal) for one, two, _ in links]

        own = [(nodes[at].content, [e.text_id for e in nodes[at].locals]) for at in group.nodes]
        others = [grouped.ids[there] for _, there, _ in group.proposed]
        return digest(own, sealed(group.links), others, sealed(group.proposed))

    def _grouped(self, part: Part) -> _Grouped:
        numbers = part.events.tolist()
        nodes = [self._nodes[number] for number in numbers]
        compared = self._compared(numbers)
        pairs = zip(part.ones.tolist(), part.twos.tolist(), strict=True)
        links = [(one, two, link) for one, two in pairs if (link := compared(one, two))]
        groups = group(nodes, links, compared)
        nodes = with_headlines(nodes)
        speaking = [found for found in groups if found.speaks]
        speaking += headlines_alone([found for found in groups if not found.speaks], nodes)
        ids = {at: _id_of(found, nodes) for found in speaking for at in found.nodes}
        return _Grouped(nodes, speaking, ids)

    def _compared(self, numbers: Sequence[int]) -> Callable[[int, int], Link | None]:
        """Links of events of a part, by their places in it, each worked out once."""

        @cache
        def compared(one: int, two: int) -> Link | None:
            return self._comparer.link(numbers[one], numbers[two])

        return compared

    def _made(self, grouped: _Grouped, group: Group) -> Incident:
        made = build(group, grouped.nodes, self._texts, self._rarity)
        if not group.proposed:
            return made
        known = grouped.ids, grouped.nodes, self._rarity, self._texts
        return replace(made, proposals=proposals_of(group, *known))


def _id_of(group: Group, nodes: Sequence[Node]) -> str:
    """The id of the incident that is made of a group (see ``build``)."""
    events = (event for at in group.nodes for event in nodes[at].locals)
    return content_id("incident", *sorted({claim.id for event in events for claim in event.claims}))
