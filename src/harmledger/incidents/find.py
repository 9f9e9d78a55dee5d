"""Texts, claims and families in, incidents out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from harmledger.incidents.build import build
from harmledger.incidents.events import LocalEvent, is_event, silent_event
from harmledger.incidents.grouping import group
from harmledger.incidents.headlines import add_headlines, headlines_alone, in_headline_apart
from harmledger.incidents.local import local_events
from harmledger.incidents.nodes import make_nodes
from harmledger.incidents.reasons import proposals_of
from harmledger.records import Claim, Family, Incident, Text

__all__ = ["find_incidents"]


def find_incidents(
    texts: Iterable[Text], claims: Iterable[Claim], families: Iterable[Family]
) -> Iterator[Incident]:
    """Group claims of harm to people in one event, within and across texts.

    Every claim of scope ``event`` about people killed, injured, missing, detained or abducted
    (hypothetical ones apart) is in exactly one incident; incidents come in the order of their
    ids. Weights are data: ``vocabulary/linking/incidents.toml``. The order of the input
    changes nothing. Two events that one text tells apart are never joined. A text without such a
    claim ("the trial opens on Monday") is a report of an incident where enough ties it to one.
    A headline that was given apart from its text ties nothing: its claims go where the text goes.
    """
    by_id = {text.id: text for text in texts}
    claims_by_text: dict[str, dict[str, Claim]] = defaultdict(dict)
    headlines: dict[str, dict[str, Claim]] = defaultdict(dict)
    running: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_event(claim):
            apart = in_headline_apart(claim, by_id.get(claim.text_id))
            (headlines if apart else claims_by_text)[claim.text_id].setdefault(claim.id, claim)
        elif claim.scope == "cumulative":
            running[claim.text_id].append(claim)
    by_text: dict[str, list[LocalEvent]] = {
        text_id: local_events(by_id.get(text_id), list(own.values()), running[text_id])
        for text_id, own in claims_by_text.items()
    }
    silent = {text_id: silent_event(text_id) for text_id in by_id.keys() - by_text.keys()}
    by_text |= {text_id: [event] for text_id, event in silent.items()}
    kept = sorted(families, key=lambda family: family.id)
    nodes = make_nodes(by_text, by_id, kept)
    groups, rarity = group(nodes)
    add_headlines(by_text, headlines)
    speaking = [found for found in groups if found.speaks]
    speaking += headlines_alone([found for found in groups if not found.speaks], nodes)
    incidents = [build(found, nodes, by_id, rarity) for found in speaking]
    ids = {at: one.id for found, one in zip(speaking, incidents, strict=True) for at in found.nodes}
    proposed = [
        replace(one, proposals=proposals_of(found, ids, nodes, rarity, by_id))
        if found.proposed
        else one
        for found, one in zip(speaking, incidents, strict=True)
    ]
    yield from sorted(proposed, key=lambda incident: incident.id)
