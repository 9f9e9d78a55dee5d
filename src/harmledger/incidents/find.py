"""Texts, claims and families in, incidents out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from harmledger.incidents.candidates import candidates
from harmledger.incidents.compared import Comparer
from harmledger.incidents.describe import weigh
from harmledger.incidents.held import HeldNodes
from harmledger.incidents.making import Maker
from harmledger.incidents.nodes import make_nodes
from harmledger.incidents.parts import parts_of
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
    changes nothing. Two events that one text tells apart are never joined. A text without such a
    claim ("the trial opens on Monday") is a report of an incident where enough ties it to one.
    A headline that was given apart from its text ties nothing: its claims go where the text goes.
    ``kept`` spares the work on what was read, compared and put together before; for an incident of
    which nothing changed then stands a brief.
    """
    by_id = {text.id: text for text in texts}
    said = Said(claims, by_id)
    kin = sorted(families, key=lambda family: family.id)
    nodes = make_nodes(Events(said), by_id, kin, HeldNodes(kept, said))
    rarity = weigh(nodes)
    comparer = Comparer(nodes, rarity, kept)
    linked = comparer.linked(candidates(nodes, rarity))
    maker = Maker(nodes, by_id, rarity, comparer, kept)
    found = (one for part in parts_of(len(nodes), *linked) for one in maker.incidents(part))
    yield from cast("list[Incident]", sorted(found, key=lambda incident: incident.id))
