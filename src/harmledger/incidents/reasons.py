"""Why reports were joined, and which other incidents may be the same event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from harmledger.incidents.explain import link_sentence
from harmledger.incidents.gathering import Group
from harmledger.incidents.node import Node
from harmledger.incidents.rarity import Rarity
from harmledger.records import Proposal, Text
from harmledger.wording import listed

__all__ = ["proposals_of", "reasons_of", "told_of"]

#: Sentences that say why reports were joined, before the rest is counted only.
_MOST_REASONS = 200


def proposals_of(
    group: Group,
    ids: Mapping[int, str],
    nodes: Sequence[Node],
    rarity: Rarity,
    texts: Mapping[str, Text],
) -> tuple[Proposal, ...]:
    """The incidents that may be the same event; ``ids``: by node the id of its incident."""
    return tuple(
        Proposal(
            incident=ids[there],
            score=link.score,
            reasons=(link_sentence(nodes[here], nodes[there], link, rarity, texts),),
        )
        for here, there, link in group.proposed
    )


def told_of(nodes: Sequence[Node], texts: Mapping[str, Text]) -> tuple[str, ...]:
    """What is said of the events of a group by themselves: copies, and what a report recalls."""
    reasons = []
    for node in nodes:
        events = node.locals
        if len(events) > 1:
            names = sorted(
                texts[event.text_id].document if event.text_id in texts else event.text_id
                for event in events
            )
            reasons.append(f"Copies of one text: {listed(names, most=5)}.")
        reasons += [
            f"{node.document}: told apart from what the report is about, as of another "
            f"event (“{event.recalled}”)."
            for event in events
            if event.recalled
        ]
    return tuple(reasons)


def reasons_of(
    told: Sequence[str],
    group: Group,
    nodes: Sequence[Node],
    texts: Mapping[str, Text],
    rarity: Rarity,
) -> tuple[str, ...]:
    """One sentence for each thing that tied the group, after what is ``told`` (:func:`told_of`);
    the strongest link first."""
    ordered = sorted(group.links, key=lambda link: (-link[2].score, link[0], link[1]))
    shown = ordered[: max(0, _MOST_REASONS - len(told))]
    reasons = [
        *told,
        *(link_sentence(nodes[one], nodes[two], link, rarity, texts) for one, two, link in shown),
    ]
    if left := len(ordered) - len(shown):
        reasons.append(f"{left} further links are left out here.")
    return tuple(reasons)
