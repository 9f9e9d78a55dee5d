"""Which of two incidents, kept apart by a person, a report belongs to that came later.

What a report says of one event goes with the side that it is clearly liker, by the features and
weights by which reports are joined; what a copy says again goes where its sentence is. Else it is
of neither, and proposed as one with both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from harmledger.incidents.explain import link_sentence
from harmledger.incidents.links import Link, compare, weights
from harmledger.incidents.node import Node
from harmledger.incidents.nodes import make_nodes
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.said import Events, Said
from harmledger.incidents.weighing import weigh
from harmledger.records import Claim, Family, Text

__all__ = ["Newcomer", "newcomers"]

#: Events of one side that a newcomer is compared with.
_MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Claims of one later event, and what speaks for either side.

    ``side``: 0 or 1; None where it is in doubt. ``scores``: of the best link with each side, 0
    where there is none. ``reasons``: for each side its sentence, empty where there is none.
    """

    claims: tuple[str, ...]
    side: int | None
    scores: tuple[float, float]
    reasons: tuple[str, str]


def newcomers(
    held: Collection[str],
    sides: tuple[Collection[str], Collection[str]],
    texts: Iterable[Text],
    claims: Mapping[str, Claim],
    families: Iterable[Family],
) -> Iterator[Newcomer]:
    """For each event among the claims ``held`` by an incident the side of those of its claims that
    neither side has.

    ``texts``, ``claims`` (by id), ``families``: of the incident's reports at least.
    """
    known = {*sides[0], *sides[1]}
    later = set(held) - known
    own = {claims[one].text_id for one in held if one in claims}
    said = [claim for claim in claims.values() if claim.text_id in own]
    by_id = {text.id: text for text in texts if text.id in own}
    nodes = make_nodes(Events(Said(said, by_id)), by_id, _among(families, own))
    rarity = weigh(nodes)
    of = [{claim.id for event in node.locals for claim in event.claims} for node in nodes]
    told = tuple(
        [node for node, ids in zip(nodes, of, strict=True) if ids & set(side)][:_MOST]
        for side in sides
    )
    for node, ids in zip(nodes, of, strict=True):
        new = ids & later
        if new and ids & known:
            yield from _said_again(node, new, sides)
        elif new:
            yield _compared(node, new, told, rarity, by_id)


def _among(families: Iterable[Family], texts: Collection[str]) -> list[Family]:
    return sorted(
        (one for one in families if any(member.text_id in texts for member in one.members)),
        key=lambda one: one.id,
    )


def _said_again(
    node: Node, new: Collection[str], sides: tuple[Collection[str], Collection[str]]
) -> Iterator[Newcomer]:
    """Copies: each claim with the same one of the side that has it, else with most of the rest."""
    claims = [claim for event in node.locals for claim in event.claims]
    words = [{claim.wording for claim in claims if claim.id in side} for side in sides]
    counts = [sum(claim.id in side for claim in claims) for side in sides]
    by_side: tuple[list[str], list[str]] = ([], [])
    for claim in claims:
        if claim.id in new:
            there = [claim.wording in own for own in words]
            second = there[1] if there[0] != there[1] else counts[1] > counts[0]
            by_side[second].append(claim.id)
    for side, own in enumerate(by_side):
        if own:
            yield Newcomer(claims=tuple(own), side=side, scores=(0.0, 0.0), reasons=("", ""))


def _compared(
    node: Node,
    new: Collection[str],
    told: Sequence[Sequence[Node]],
    rarity: Rarity,
    texts: Mapping[str, Text],
) -> Newcomer:
    best = [_best(node, own, rarity) for own in told]
    scores = [0.0 if found is None or found[1].contradicted else found[1].score for found in best]
    order = sorted(range(2), key=lambda side: -scores[side])
    weight = weights()
    clear = scores[order[0]] - scores[order[1]] >= weight["likelier"]
    sure = scores[order[0]] >= weight["threshold"] and clear
    reasons = [
        "" if found is None else link_sentence(node, found[0], found[1], rarity, texts)
        for found in best
    ]
    return Newcomer(
        claims=tuple(sorted(new)),
        side=order[0] if sure else None,
        scores=(scores[0], scores[1]),
        reasons=(reasons[0], reasons[1]),
    )


def _best(node: Node, others: Sequence[Node], rarity: Rarity) -> tuple[Node, Link] | None:
    found = [(other, link) for other in others if (link := compare(node, other, rarity))]
    return max(found, key=lambda pair: (not pair[1].contradicted, pair[1].score), default=None)
