"""Texts, claims and families in, incidents out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from harmledger.incidents.grouping import group
from harmledger.incidents.headlines import add_headlines, headlines_alone
from harmledger.incidents.held import HeldNodes
from harmledger.incidents.making import Maker
from harmledger.incidents.nodes import make_nodes
from harmledger.incidents.parts import with_parts
from harmledger.incidents.said import Events, Said
from harmledger.kept import Kept
from harmledger.records import Claim, Family, Incident, Text

__all__ = ["find_incidents"]


def find_incidents(
    texts: Iterable[Text],
    claims: Iterable[Claim],
    families: Iterable[Family],
    kept: Kept | None = None,
) -> Iterator[Incident]:
    """Group claims of harm to people in one event, within and across texts.

    Every claim of scope ``event`` about people killed, injured, missing, detained or abducted
    (hypothetical ones apart) is in exactly one incident; incidents come in the order of their
    ids. Weights are data: ``vocabulary/linking/incidents.toml``. The order of the input
    changes nothing. Two events that one text tells apart are never joined. The sum that a text
    gives for several attacks, and tells the parts of, is an incident too, whatever its scope, and
    those of the attacks are its parts (``part_of``, ``parts``). A text without such a
    claim ("the trial opens on Monday") is a report of an incident where enough ties it to one.
    A headline that was given apart from its text ties nothing: its claims go where the text goes.
    ``kept`` spares the work on what was read, compared and put together before.
    """
    by_id = {text.id: text for text in texts}
    said = Said(claims, by_id)
    kin = sorted(families, key=lambda family: family.id)
    nodes = make_nodes(Events(said), by_id, kin, HeldNodes(kept, said))
    groups, rarity = group(nodes, kept)
    add_headlines(nodes)
    speaking = [found for found in groups if found.speaks]
    speaking += headlines_alone([found for found in groups if not found.speaks], nodes)
    maker = Maker(nodes, by_id, rarity, kept)
    incidents = [maker.incident(found) for found in speaking]
    ids = {at: one.id for found, one in zip(speaking, incidents, strict=True) for at in found.nodes}
    proposed = [
        replace(one, proposals=maker.proposals(found, ids)) if found.proposed else one
        for found, one in zip(speaking, incidents, strict=True)
    ]
    yield from sorted(with_parts(proposed, speaking, nodes, said), key=lambda one: one.id)
