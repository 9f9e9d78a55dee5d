"""Incident records of what was told beside harm."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from harmledger.incidents.agreed import agreed_when, agreed_where
from harmledger.incidents.effects_clusters import Cluster
from harmledger.incidents.measures import measures_of
from harmledger.incidents.titles import title_of
from harmledger.kept import whole
from harmledger.records import Claim, Incident, Report, content_id

__all__ = ["alone", "extended"]


def extended(cluster: Cluster, known: Mapping[str, Claim], losses: Mapping[str, str]) -> Incident:
    """The incident of people harmed with what joined it; its time and place stay.

    ``known``: all claims by id; ``losses``: by claim what became of buildings.
    """
    one = cluster.incident
    assert one is not None
    harm = [known[claim] for claim in one.claims if claim in known]
    claims = _in_order([*map(whole, harm), *cluster.claims])
    measures = measures_of(claims, losses)
    there = {report.text_id for report in one.reports}
    new = [r for r in _reports(cluster, ()) if r.text_id not in there]
    return replace(
        one,
        id=content_id("incident", *sorted(claim.id for claim in claims)),
        title=title_of(one.when, one.where, measures, claims),
        measures=measures,
        claims=tuple(claim.id for claim in claims),
        reports=tuple(sorted((*one.reports, *new), key=lambda r: (r.document, r.text_id))),
        reasons=(*one.reasons, *cluster.reasons),
    )


def alone(cluster: Cluster, harmed: Collection[str], losses: Mapping[str, str]) -> Incident:
    """The incident of an event in which no report tells of harm to people.

    ``harmed``: texts that speak of incidents of people harmed, and so are not chiefly about it.
    """
    claims = _in_order(cluster.claims)
    told = _in_order(claim for event in cluster.told.values() for claim in event.claims)
    when, where = agreed_when(told), agreed_where(told)
    measures = measures_of(claims, losses)
    return Incident(
        id=content_id("incident", *sorted(claim.id for claim in claims)),
        title=title_of(when, where, measures, claims),
        when=when,
        where=where,
        measures=measures,
        claims=tuple(claim.id for claim in claims),
        reports=tuple(_reports(cluster, cluster.texts - set(harmed))),
        reasons=tuple(cluster.reasons),
    )


def _reports(cluster: Cluster, mains: Collection[str]) -> list[Report]:
    found = {
        event.text_id: Report(
            document=event.claims[0].document,
            text_id=event.text_id,
            main=event.text_id in mains,
        )
        for event in cluster.events
    }
    return sorted(found.values(), key=lambda report: (report.document, report.text_id))


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    each = {claim.id: claim for claim in claims}
    return sorted(each.values(), key=lambda c: (c.document, c.start, c.end, c.id))
