"""An incident that a decision makes, described as the incidents' own room describes one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from harmledger.incidents import (
    HARM,
    agreed_when,
    agreed_where,
    losses_in,
    measures_of,
    title_of,
)
from harmledger.kept import whole
from harmledger.records import Claim, Incident, PartOf, Report, content_id

__all__ = ["made_of"]


def made_of(
    ids: Iterable[str], parts: Sequence[Incident], claims: Mapping[str, Claim], why: str
) -> Incident:
    """An incident of these claims, described as the incidents' own room describes one."""
    own = sorted(
        (whole(claims[one]) for one in ids if one in claims),
        key=lambda claim: (claim.document, claim.start, claim.end, claim.id),
    )
    # Who fled and what broke is told of the event; it does not say when and where that was.
    harmed = [claim for claim in own if claim.measure in HARM] or own
    when, where = agreed_when(harmed), agreed_where(harmed)
    measures = measures_of(own, losses_in(parts))
    texts = {claim.text_id for claim in own}
    reports: dict[str, Report] = {}
    for part in parts:
        for report in part.reports:
            known = reports.get(report.text_id)
            if report.text_id in texts and (known is None or report.main):
                reports[report.text_id] = report
    reasons = [reason for part in parts for reason in part.reasons] if len(parts) > 1 else []
    if len(parts) == 1 and len(texts) > 1:
        # Links to reports that left are no reason any more.
        left = {report.document for report in parts[0].reports} - {
            report.document for report in reports.values()
        }
        reasons = [one for one in parts[0].reasons if not _links(one, left)]
    return Incident(
        id=content_id("incident", *sorted(claim.id for claim in own)),
        title=title_of(when, where, measures, own),
        when=when,
        where=where,
        measures=measures,
        claims=tuple(claim.id for claim in own),
        reports=tuple(sorted(reports.values(), key=lambda r: (r.document, r.text_id))),
        reasons=(why, *dict.fromkeys(reasons)),
        definitions=tuple(
            dict.fromkeys(
                said
                for part in parts
                for said in part.definitions
                if said.claim in {c.id for c in own}
            )
        ),
        part_of=tuple(dict.fromkeys(link for part in parts for link in _of(part, claims, texts))),
    )


def _links(reason: str, documents: Collection[str]) -> bool:
    """Whether it is the sentence of a link with one of the documents."""
    return any(reason.startswith(f"{one} and ") or f" and {one}: " in reason for one in documents)


def _of(part: Incident, claims: Mapping[str, Claim], texts: Collection[str]) -> Iterator[PartOf]:
    """What it is told as a part of by the reports that stay with it."""
    for link in part.part_of:
        if link.claim in claims and claims[link.claim].text_id in texts:
            yield link
