"""An incident that a decision makes, described as the incidents' own room describes one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from harmledger.dates import span_of
from harmledger.incidents import measures_of, title_of
from harmledger.kept import whole
from harmledger.places import is_fine
from harmledger.records import Claim, Incident, PartOf, Report, When, Where, content_id

__all__ = ["made_of"]

_T = TypeVar("_T", When, Where)


def made_of(
    ids: Iterable[str], parts: Sequence[Incident], claims: Mapping[str, Claim], why: str
) -> Incident:
    """An incident of these claims, described as the incidents' own room describes one."""
    own = sorted(
        (whole(claims[one]) for one in ids if one in claims),
        key=lambda claim: (claim.document, claim.start, claim.end, claim.id),
    )
    when = _agreed(own, lambda claim: claim.time, _rank_of_time)
    where = _agreed(own, lambda claim: claim.place, _rank_of_place)
    measures = measures_of(own)
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


def _agreed(
    claims: Sequence[Claim],
    get: Callable[[Claim], _T | None],
    rank: Callable[[_T], tuple[int, object]],
) -> _T | None:
    """The most exact value, and of equally exact ones that of the most texts."""
    texts: dict[tuple[int, object], set[str]] = {}
    values: dict[tuple[int, object], _T] = {}
    for claim in claims:
        value = get(claim)
        if value is not None:
            key = rank(value)
            texts.setdefault(key, set()).add(claim.text_id)
            values.setdefault(key, value)
    if not texts:
        return None
    return values[min(texts, key=lambda key: (key[0], -len(texts[key]), repr(key)))]


def _rank_of_time(when: When) -> tuple[int, object]:
    span = span_of(when)
    if span is None:
        return 3, when.surface
    return 2 if span.yearless else 1 if span.coarse else 0, (when.start, when.end)


def _rank_of_place(where: Where) -> tuple[int, object]:
    resolved = where.geonameid is not None or where.lat is not None
    name = where.geonameid if where.geonameid is not None else where.name.casefold()
    return 0 if is_fine(where) else 1 if resolved else 2, name
