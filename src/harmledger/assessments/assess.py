"""Incidents and tolls in, assessments out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from harmledger.assessments.incident import assess_incident
from harmledger.assessments.method import Method, Rule
from harmledger.assessments.residuals import rest_of
from harmledger.assessments.toll import assess_toll
from harmledger.counters import Counters, find_counters
from harmledger.kept import Kept, Shelf, digest
from harmledger.records import Assessment, Claim, Family, Incident, Reason, Toll

__all__ = ["assess"]


def assess(
    incidents: Iterable[Incident],
    tolls: Iterable[Toll],
    claims: Iterable[Claim],
    families: Iterable[Family],
    method: Method,
    counters: Counters | None = None,
    kept: Kept | None = None,
) -> Iterator[Assessment]:
    """What the method makes of the claims of each incident and toll.

    For an incident one assessment a measure and unit for all people (``status`` None) and one
    for each stated status; for a toll one, of its latest reading. ``low`` and ``high`` are
    None where unknown, never 0 for want of a figure, and ``0 <= low <= high`` where both are
    known. Incidents by id, then tolls by id. A claim that is not among ``claims`` is left out.
    ``counters``: who counted, found from the rest where it is not given. ``kept`` spares the
    work on incidents that were assessed before.
    """
    by_id = {claim.id: claim for claim in claims}
    if counters is None:
        counters = find_counters(by_id.values(), families)
    by_id = {one: counters.as_known(claim) for one, claim in by_id.items()}
    assessed = _Assessed(method, counters, kept)
    resting = method.rule("residuals")
    valued: list[tuple[Incident, Assessment]] = []
    for incident in sorted(incidents, key=lambda incident: incident.id):
        own = [by_id[one] for one in incident.claims if one in by_id]
        for made in assessed.incident(incident, own):
            if resting is not None:
                valued.append((incident, made))
            yield made
    for toll in sorted(tolls, key=lambda toll: toll.id):
        counted = [by_id[one] for one in toll.claims if one in by_id]
        if counted and _wanted(toll, method):
            one = assess_toll(toll, counted, method, counters)
            yield one if resting is None else _with_rest(one, toll, resting, valued, by_id)


class _Assessed:
    """Assessments of incidents, by all that they follow from."""

    def __init__(self, method: Method, counters: Counters, kept: Kept | None) -> None:
        self._method = method
        self._counters = counters
        self._kept = kept
        self._by = digest(method)
        self._shelf = Shelf(kept, "assessments", tuple[Assessment, ...])

    def incident(self, incident: Incident, claims: Sequence[Claim]) -> tuple[Assessment, ...]:
        def make(counters: Counters) -> tuple[Assessment, ...]:
            # What does not bear on how many were harmed must not be read, nor make a difference.
            plain = replace(incident, reasons=(), proposals=(), independent_origins=0)
            return tuple(assess_incident(plain, claims, self._method, counters))

        if self._kept is None:
            return make(self._counters)
        one = incident
        said = one.id, one.title, one.when, one.where, one.measures, one.claims, one.reports
        own = self._counters.digest(claims, self._kept.of_record)
        return self._shelf.of(
            digest(self._by, said, own), lambda: make(self._counters.bearing(claims))
        )


def _with_rest(
    one: Assessment,
    toll: Toll,
    rule: Rule,
    valued: Sequence[tuple[Incident, Assessment]],
    claims: Mapping[str, Claim],
) -> Assessment:
    """With a reason that says what the count holds beyond the incidents inside it."""
    same = [
        (incident, made)
        for incident, made in valued
        if made.measure == one.measure and made.status == one.status
    ]
    sentence = rest_of(toll, one, same, claims).sentence
    rest = Reason(rule=rule.id, sentence=sentence, claims=tuple(toll.claims))
    return replace(one, reasons=(*one.reasons, rest))


def _wanted(toll: Toll, method: Method) -> bool:
    """Whether the method assesses such a toll at all."""
    only = method.rule("only")
    options = only.options if only else {}
    people = toll.status if toll.status not in {None, "unstated", "mixed"} else "all"
    return (
        "toll" in options.get("subjects", ("toll",))
        and toll.measure in options.get("measures", (toll.measure,))
        and people in options.get("people", (people,))
    )
