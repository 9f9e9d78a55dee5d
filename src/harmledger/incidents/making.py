"""Incidents of the parts of a book, with those that were made before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from harmledger.incidents.build import build
from harmledger.incidents.compared import Comparer
from harmledger.incidents.describe import Node
from harmledger.incidents.grouping import group
from harmledger.incidents.headlines import headlines_alone, with_headlines
from harmledger.incidents.links import Link
from harmledger.incidents.parts import Part
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.reasons import proposals_of
from harmledger.kept import IncidentBrief, Kept, Shelf, digest
from harmledger.records import Incident, Text

__all__ = ["Maker"]

#: Of each incident of a part its id, the hash of all that it says, and its claims.
_Made = tuple[tuple[str, bytes, tuple[str, ...]], ...]


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
        self._shelf = Shelf(kept, "incidents", _Made)

    def incidents(self, part: Part) -> Iterator[Incident | IncidentBrief]:
        """The incidents of a part; for those that were made before, what stands for them."""
        if self._kept is None:
            yield from self._made(part)
            return
        key = self._key(part)
        held = self._shelf.held(key)
        if held is None:
            made = self._made(part)
            self._shelf.put(key, tuple((one.id, digest(one), one.claims) for one in made))
            yield from made
            return
        read = partial(self._again, part)
        for incident, hashed, claims in held:
            yield IncidentBrief(id=incident, digest=hashed, claims=claims, read=read)

    def _key(self, part: Part) -> bytes:
        """A hash of all that the incidents of a part are made from."""
        found = hashlib.blake2b(digest_size=16)
        for number in part.events.tolist():
            found.update(self._nodes[number].seal)
        found.update(part.ones.astype("<i8").tobytes() + part.twos.astype("<i8").tobytes())
        return found.digest()

    def _again(self, part: Part, brief: IncidentBrief) -> Incident:
        return next(one for one in self._made(part) if one.id == brief.id)

    def _made(self, part: Part) -> list[Incident]:
        numbers = part.events.tolist()
        nodes = [self._nodes[number] for number in numbers]
        known: dict[tuple[int, int], Link | None] = {}

        def compared(one: int, two: int) -> Link | None:
            if (one, two) not in known:
                known[one, two] = self._comparer.link(numbers[one], numbers[two])
            return known[one, two]

        pairs = zip(part.ones.tolist(), part.twos.tolist(), strict=True)
        links = [(one, two, link) for one, two in pairs if (link := compared(one, two))]
        groups = group(nodes, links, compared)
        nodes = with_headlines(nodes)
        speaking = [found for found in groups if found.speaks]
        speaking += headlines_alone([found for found in groups if not found.speaks], nodes)
        made = [build(found, nodes, self._texts, self._rarity) for found in speaking]
        ids = {at: one.id for found, one in zip(speaking, made, strict=True) for at in found.nodes}
        return [
            replace(one, proposals=proposals_of(found, ids, nodes, self._rarity, self._texts))
            if found.proposed
            else one
            for found, one in zip(speaking, made, strict=True)
        ]
