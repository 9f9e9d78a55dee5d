"""Decisions about incidents: two put together, or claims taken out of one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from harmledger.dates import span_of
from harmledger.decisions.groups import Groups, seen_claims
from harmledger.decisions.reviewing import because, review
from harmledger.incidents import linked, measures_of, title_of
from harmledger.kept import whole
from harmledger.places import is_fine
from harmledger.records import (
    Claim,
    Decision,
    Incident,
    PartOf,
    Report,
    Review,
    When,
    Where,
    content_id,
)

__all__ = ["Regrouped", "regroup"]

_T = TypeVar("_T", When, Where)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """Incidents as decisions left them, by id; and by incident the decisions that made it."""

    incidents: tuple[Incident, ...]
    reviews: tuple[Review, ...]
    decisions: Mapping[str, tuple[str, ...]]


def regroup(
    incidents: Iterable[Incident], claims: Iterable[Claim], decisions: Iterable[Decision]
) -> Regrouped:
    """Apply merges and un-merges of incidents in force, oldest first.

    A merge joins the incidents that hold most of the claims seen on either side. An un-merge
    takes the claims of its second side out of the incident that holds most of the first.
    Claims that came later stay with the first side.
    """
    found = {incident.id: incident for incident in incidents}
    by_id = {claim.id: claim for claim in claims}
    made_by: dict[str, tuple[str, ...]] = {}
    reviews = []
    for decision in decisions:
        one, other = seen_claims(decision), seen_claims(decision, "with_claims")
        groups = Groups(found.values())
        first = groups.again(decision.subject, one)
        second = groups.again(decision.edit("with"), other)
        if first is None or second is None:
            why = "No incident holds most of the claims that were seen."
            reviews.append(review(decision, filter(None, (first, second)), why, again=True))
            continue
        if decision.verdict == "merge":
            made = [first]
            if first != second:
                made = [_put(found, made_by, decision, by_id, (first, second))]
            reviews.append(review(decision, made, "One incident."))
            continue
        leaving = groups.held(first, other)
        if not leaving or first != second:
            reviews.append(review(decision, (first, second), "Two incidents."))
            continue
        gone = set(leaving)
        staying = [claim for claim in found[first].claims if claim not in gone]
        if not staying:
            why = "The incident now holds nothing but the claims that were to leave it."
            reviews.append(review(decision, (first,), why, again=True))
            continue
        reviews.append(
            review(
                decision,
                _split(found, made_by, decision, by_id, first, staying, leaving),
                "Two incidents.",
            )
        )
    ordered = tuple(linked(found[one] for one in sorted(found)))
    return Regrouped(incidents=ordered, reviews=tuple(reviews), decisions=made_by)


def _put(
    found: dict[str, Incident],
    made_by: dict[str, tuple[str, ...]],
    decision: Decision,
    claims: Mapping[str, Claim],
    ids: tuple[str, str],
) -> str:
    parts = [found.pop(one) for one in ids]
    before = tuple(done for one in ids for done in made_by.pop(one, ()))
    held = [claim for part in parts for claim in part.claims]
    why = f"Put together by {decision.by}.{because(decision.reason)}"
    made = _made(held, parts, claims, why)
    found[made.id] = made
    made_by[made.id] = tuple(dict.fromkeys((*before, decision.id)))
    return made.id


def _split(
    found: dict[str, Incident],
    made_by: dict[str, tuple[str, ...]],
    decision: Decision,
    claims: Mapping[str, Claim],
    whole: str,
    staying: Sequence[str],
    leaving: Sequence[str],
) -> tuple[str, str]:
    part = found.pop(whole)
    before = made_by.pop(whole, ())
    why = f"Kept apart from another incident by {decision.by}.{because(decision.reason)}"
    ids = []
    for held in (staying, leaving):
        made = _made(held, [part], claims, why)
        found[made.id] = made
        made_by[made.id] = tuple(dict.fromkeys((*before, decision.id)))
        ids.append(made.id)
    return ids[0], ids[1]


def _made(
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
        reasons = list(parts[0].reasons)
    return Incident(
        id=content_id("incident", *sorted(claim.id for claim in own)),
        title=title_of(when, where, measures),
        when=when,
        where=where,
        measures=measures,
        claims=tuple(claim.id for claim in own),
        reports=tuple(sorted(reports.values(), key=lambda r: (r.document, r.text_id))),
        reasons=(why, *dict.fromkeys(reasons)),
        part_of=tuple(dict.fromkeys(link for part in parts for link in _of(part, claims, texts))),
    )


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
