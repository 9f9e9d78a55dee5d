"""Texts, claims and families in, incidents out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from harmledger.incidents.build import build
from harmledger.incidents.grouping import group
from harmledger.incidents.local import LocalEvent, is_event, local_events
from harmledger.incidents.nodes import make_nodes
from harmledger.records import Claim, Family, Incident, Text

__all__ = ["find_incidents"]


def find_incidents(
    texts: Iterable[Text], claims: Iterable[Claim], families: Iterable[Family]
) -> Iterator[Incident]:
    """Group claims of harm to people in one event, within and across texts.

    Every claim of scope ``event`` about people killed, injured, missing, detained or abducted
    (hypothetical ones apart) is in exactly one incident; incidents come in the order of their
    ids. Weights are data: ``vocabulary/linking/incidents.toml``. The order of the input
    changes nothing. Two events that one text tells apart are never joined.
    """
    by_id = {text.id: text for text in texts}
    claims_by_text: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if is_event(claim):
            claims_by_text[claim.text_id].setdefault(claim.id, claim)
    by_text: dict[str, list[LocalEvent]] = {
        text_id: local_events(by_id.get(text_id), list(own.values()))
        for text_id, own in claims_by_text.items()
    }
    kept = sorted(families, key=lambda family: family.id)
    nodes = make_nodes(by_text, by_id, kept)
    groups, rarity = group(nodes)
    incidents = [build(found, nodes, by_id, rarity) for found in groups]
    yield from sorted(incidents, key=lambda incident: incident.id)
