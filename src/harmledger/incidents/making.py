"""Groups of events into incidents, with those that were made before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from harmledger.incidents.build import build
from harmledger.incidents.compared import Scored
from harmledger.incidents.gathering import Group
from harmledger.incidents.node import Node
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.reasons import proposals_of, reasons_of, told_of
from harmledger.kept import Kept, Shelf, digest
from harmledger.records import Incident, Proposal, Text

__all__ = ["Maker"]


class Maker:
    """Makes incidents of groups; without ``kept`` each anew."""

    def __init__(
        self,
        nodes: Sequence[Node],
        texts: Mapping[str, Text],
        rarity: Rarity,
        kept: Kept | None,
    ) -> None:
        self._nodes = nodes
        self._texts = texts
        self._rarity = rarity
        self._kept = kept
        self._incidents = Shelf(kept, "incidents", Incident)
        self._reasons = Shelf(kept, "reasons", tuple[str, ...])
        self._proposals = Shelf(kept, "proposals", tuple[Proposal, ...])

    def incident(self, group: Group) -> Incident:
        """The incident of a group that speaks, without proposals."""

        # In their order, and not in that in which they were joined.
        numbers = sorted(group.nodes)
        nodes = [self._nodes[at] for at in numbers]

        def make() -> Incident:
            return replace(build(nodes, self._texts), reasons=told_of(nodes, self._texts))

        def reasons() -> tuple[str, ...]:
            return reasons_of(found.reasons, group, self._nodes, self._texts, self._rarity)

        if self._kept is None:
            found = make()
            return replace(found, reasons=reasons())
        own = digest([node.content for node in nodes])
        found = self._incidents.of(own, make)
        if group.links:
            # What is said changes far more seldom than how rare its words are.
            key = digest(own, self._linked(group.links))
            found = replace(found, reasons=self._reasons.of(key, reasons))
        for node in nodes:
            # Of a large book it takes much memory. Headlines were given to their events since.
            if not node.headlined:
                node.let_go()
        return found

    def proposals(self, group: Group, ids: Mapping[int, str]) -> tuple[Proposal, ...]:
        """What may be the same event as the group; ``ids``: by node the id of its incident."""

        def make() -> tuple[Proposal, ...]:
            return proposals_of(group, ids, self._nodes, self._rarity, self._texts)

        if self._kept is None:
            return make()
        others = [ids[there] for _, there, _ in group.proposed]
        return self._proposals.of(digest(others, self._linked(group.proposed)), make)

    def _linked(self, links: Iterable[Scored]) -> list[object]:
        """All that a sentence about a link is made from."""
        return [
            (self._nodes[one].seal, self._nodes[two].seal, link.features, list(link.points))
            for one, two, link in links
        ]
