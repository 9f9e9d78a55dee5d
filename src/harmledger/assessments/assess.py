"""Incidents and tolls in, assessments out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from harmledger.assessments.effects import assess_effects
from harmledger.assessments.incident import assess_incident
from harmledger.assessments.method import Method, Rule
from harmledger.assessments.residuals import rest_of
from harmledger.assessments.toll import assess_toll
from harmledger.counters import Counters, find_counters
from harmledger.incidents import EFFECTS
from harmledger.records import Assessment, Claim, Family, Incident, Reason, Toll

__all__ = ["assess", "assess_tolls"]


def assess(
    incidents: Iterable[Incident],
    tolls: Iterable[Toll],
    claims: Iterable[Claim],
    families: Iterable[Family],
    method: Method,
    counters: Counters | None = None,
) -> Iterator[Assessment]:
    """What the method makes of the claims of each incident and toll.

    For an incident one assessment a measure, unit and phase for all people (``status`` None) and
    one for each stated status; for a toll one, of its latest reading. ``low`` and ``high`` are
    None where unknown, never 0 for want of a figure, and ``0 <= low <= high`` where both are
    known. Incidents by id, then tolls by id. A claim that is not among ``claims`` is left out.
    ``counters``: who counted, found from the rest where it is not given.
    """
    by_id = {claim.id: claim for claim in claims}
    if counters is None:
        counters = find_counters(by_id.values(), families)
    by_id = {one: counters.as_known(claim) for one, claim in by_id.items()}
    valued: list[tuple[Incident, Assessment]] = []
    for incident in sorted(incidents, key=lambda incident: incident.id):
        # What does not bear on how many were harmed must not be read, nor make a difference.
        plain = replace(
            incident,
            reasons=(),
            proposals=(),
            independent_origins=0,
            part_of=(),
            parts=(),
            definitions=(),
        )
        own = [by_id[one] for one in incident.claims if one in by_id]
        # What fled or broke must not move how many were harmed, either.
        harm = [claim for claim in own if claim.measure not in EFFECTS]
        for made in assess_incident(plain, harm, method, counters):
            valued.append((incident, made))
            yield made
        yield from assess_effects(plain, own, method, counters)
    yield from assess_tolls(tolls, by_id, method, counters, valued)


def assess_tolls(
    tolls: Iterable[Toll],
    claims: Mapping[str, Claim],
    method: Method,
    counters: Counters,
    valued: Sequence[tuple[Incident, Assessment]],
) -> Iterator[Assessment]:
    """What the method makes of tolls, by id. ``claims``: by id, with their speakers under known
    names; ``valued``: all assessments of incidents, which only a method with a rule ``residuals``
    asks for."""
    resting = method.rule("residuals")
    # By measure and people, for each toll asks for its own alone.
    same: dict[tuple[str, str | None], list[tuple[Incident, Assessment]]] = defaultdict(list)
    for incident, made in valued if resting is not None else ():
        same[made.measure, made.status].append((incident, made))
    for toll in sorted(tolls, key=lambda toll: toll.id):
        counted = [claims[one] for one in toll.claims if one in claims]
        if counted and _wanted(toll, method):
            one = assess_toll(toll, counted, method, counters)
            beside = same.get((one.measure, one.status), ())
            yield one if resting is None else _with_rest(one, toll, resting, beside, claims)


def _with_rest(
    one: Assessment,
    toll: Toll,
    rule: Rule,
    same: Sequence[tuple[Incident, Assessment]],
    claims: Mapping[str, Claim],
) -> Assessment:
    """With a reason that says what the count holds beyond the incidents inside it.

    ``same``: the incidents' assessments of its measure and people.
    """
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
