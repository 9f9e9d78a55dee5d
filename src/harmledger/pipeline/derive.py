"""Everything that follows from texts and claims, made anew together: one step for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from harmledger.assessments import Method, assess_tolls, load_method, origins_of
from harmledger.counters import Counters, KnownClaims, find_counters
from harmledger.decisions import Regrouped, about, names_reviewed, regroup
from harmledger.families import find_families
from harmledger.incidents import find_incidents, with_effects
from harmledger.kept import Kept, whole
from harmledger.ledger import DERIVED, Record, Records
from harmledger.pipeline.outcomes import Outcomes, read
from harmledger.pipeline.settling import decided
from harmledger.pipeline.standing import Base, standing_base
from harmledger.pipeline.uncollected import uncollected
from harmledger.pipeline.watch import Silent, Watcher
from harmledger.records import (
    Assessment,
    Claim,
    Counter,
    Decision,
    Family,
    Figure,
    Incident,
    Review,
    Text,
    Toll,
)
from harmledger.tolls import find_tolls

__all__ = ["Derived", "derive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What follows from a set of texts and claims under one method."""

    families: tuple[Family, ...]
    counters: tuple[Counter, ...]
    incidents: tuple[Incident, ...]
    tolls: tuple[Toll, ...]
    assessments: Records[Assessment]
    figures: Records[Figure]
    reviews: tuple[Review, ...] = ()

    def of(self, name: str) -> Sequence[Record]:
        """The records of a derived kind."""
        by_name: dict[str, Sequence[Record]] = {
            "families": self.families,
            "counters": self.counters,
            "incidents": self.incidents,
            "tolls": self.tolls,
            "assessments": self.assessments,
            "figures": self.figures,
            "reviews": self.reviews,
        }
        return by_name[name]


@uncollected()
def derive(
    texts: Iterable[Text],
    claims: Iterable[Claim],
    method: str | Method,
    watcher: Watcher | None = None,
    own: str = "",
    decisions: Iterable[Decision] = (),
    kept: Kept | None = None,
) -> Derived:
    """Families, counters, incidents, tolls, assessments, figures and reviews, from these alone.

    ``method``: one, or its name or ``name@version``; ``own``: the text of the book's own
    vocabulary of counters; ``decisions``: what people decided. The result does not depend on
    what was derived before, so that it can be made again and compared; ``kept``, what was worked
    out before, only spares work.
    """
    watcher = watcher or Silent()
    watcher.stage("figures", len(DERIVED))
    decisions = tuple(decisions)
    rules = method if isinstance(method, Method) else load_method(method)
    base = standing_base(texts, claims, decisions)
    families = tuple(find_families(base.texts, kept))
    watcher.step()
    counters = find_counters(base.judged.claims, families, base.texts, own, decisions, kept)
    watcher.step()
    running = _running(base.judged.claims)
    known = KnownClaims({claim.id: claim for claim in base.judged.claims}, counters, running)
    regrouped = _incidents(base, families, decisions, kept)
    watcher.step()
    # The sum of a series whose parts its report tells is an incident, and no running count.
    events = {claim for incident in regrouped.incidents for claim in incident.claims}
    counts = [claim for claim in running.values() if claim.id not in events]
    found = find_tolls(base.texts, counts, families, counters)
    tolls = tuple(_counted(toll, known, counters) for toll in found)
    watcher.step()
    outcomes = Outcomes(rules, counters, known, base.texts, kept)
    followed = {incident.id: outcomes.of(incident) for incident in regrouped.incidents}
    incidents = tuple(
        replace(incident, independent_origins=followed[incident.id].origins)
        for incident in regrouped.incidents
    )
    valued = [
        (incident, made)
        for incident in (incidents if rules.rule("residuals") else ())
        for made in read(followed[incident.id].assessments)
    ]
    of_tolls = tuple(assess_tolls(tolls, known, rules, counters, valued))
    watcher.step()
    settled = decided(
        base,
        regrouped,
        incidents,
        tolls,
        followed,
        of_tolls,
        known,
        counters,
        decisions,
        every=kept is None,
    )
    watcher.step()
    reviews = (
        *base.fallen.reviews,
        *base.judged.reviews,
        *regrouped.reviews,
        *names_reviewed(counters.counters.values(), decisions),
        *settled.reviews,
    )
    watcher.step()
    return Derived(
        families=families,
        counters=tuple(counters.counters.values()),
        incidents=incidents,
        tolls=tolls,
        assessments=settled.assessments,
        figures=settled.figures,
        reviews=reviews,
    )


def _incidents(
    base: Base, families: Sequence[Family], decisions: Sequence[Decision], kept: Kept | None
) -> Regrouped:
    """The incidents as people put them together or apart."""
    harmed = find_incidents(base.texts, base.judged.claims, families, kept)
    found = with_effects(harmed, base.texts, base.judged.claims, families)
    ruled = about(decisions, "incident")
    return regroup(found, base.judged.claims, ruled, base.texts, families)


def _running(claims: Iterable[Claim]) -> dict[str, Claim]:
    """The running counts as they were read, by id: tolls ask for them again and again."""
    running = (claim for claim in claims if claim.scope == "cumulative")
    # One text after another, each of which is read once.
    ordered = sorted(running, key=lambda claim: (claim.text_id, claim.id))
    return {claim.id: whole(claim) for claim in ordered}


def _counted(toll: Toll, claims: Mapping[str, Claim], counters: Counters) -> Toll:
    """The toll with the number of independent origins of its claims."""
    own = [claims[one] for one in toll.claims]
    return replace(toll, independent_origins=len(origins_of(own, (), counters.bearing(own))))
